import { type OpenApiDocument, type Operation, type Parameter, type Reference, resolveRef } from "@grantbook/contract";

/** Operation with its method and path. */
export interface Entry {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

/** Lists every operation, in the order of the paths. */
export function entriesOf(description: OpenApiDocument): Entry[] {
  return Object.entries(description.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );
}

/** Group of operations: a tag. */
export interface Group {
  readonly name: string;
  readonly title: string;
  /** In Markdown. */
  readonly text: string;
  readonly entries: readonly Entry[];
}

/** Groups the operations by tag, in the order of the tags. */
export function groupsOf(description: OpenApiDocument): Group[] {
  const entries = entriesOf(description);
  return description.tags.map((tag) => ({
    name: tag.name,
    title: tag["x-displayName"],
    text: tag.description,
    entries: entries.filter(({ operation }) => operation.tags.includes(tag.name)),
  }));
}

/** File of the repository that describes an operation. */
export function sourceOf({ path, operation }: Entry): string {
  if (operation.servers) return "openapi/flows.yaml";
  return `openapi/paths/${path === "/" ? "_" : path.slice(1).replaceAll("/", "_")}.yaml`;
}

/** Parameters of an operation, references resolved. */
export function parametersOf(description: OpenApiDocument, { operation }: Entry): Parameter[] {
  return operation.parameters.map((parameter) => resolveRef<Parameter>(description, parameter));
}

/** Names of the security schemes that an operation accepts. */
export function callersOf({ operation }: Entry): string[] {
  return operation.security.flatMap((scheme) => Object.keys(scheme));
}

/** Tells whether an operation may be called without credentials. */
export function allowsAnonymous({ operation }: Entry): boolean {
  return operation.security.some((scheme) => Object.keys(scheme).length === 0);
}

/** Tells whether a success of an operation has a body. */
export function hasResultBody({ operation }: Entry): boolean {
  return Object.keys(operation.responses).some((status) => status.startsWith("2") && status !== "204");
}

/** Name of the component that a reference leads to, if it is of that kind. */
export function componentName(kind: string, node: unknown): string | undefined {
  const { $ref } = (node ?? {}) as Partial<Reference>;
  const start = `#/components/${kind}/`;
  return $ref?.startsWith(start) ? $ref.slice(start.length) : undefined;
}

/** Components of a kind, with their names. */
export function componentsOf<T>(description: OpenApiDocument, kind: string): [string, T][] {
  return Object.entries((description.components[kind] ?? {}) as Record<string, T>);
}

/** Component by kind and name. Throws when there is none. */
export function component<T>(description: OpenApiDocument, kind: string, name: string): T {
  return resolveRef<T>(description, { $ref: `#/components/${kind}/${name}` });
}
