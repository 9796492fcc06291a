import { type Description, type Operation, type Parameter, type Reference, resolve } from "@grantbook/contract";

/** An operation with the method and path it has. */
export interface Entry {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

/** Every operation, in the order of the paths. */
export function entriesOf(description: Description): Entry[] {
  return Object.entries(description.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );
}

/** A group of operations. */
export interface Group {
  readonly name: string;
  readonly title: string;
  /** In Markdown. */
  readonly text: string;
  readonly entries: readonly Entry[];
}

/** The operations by their tag, in the order of the tags. */
export function groupsOf(description: Description): Group[] {
  const entries = entriesOf(description);
  return description.tags.map((tag) => ({
    name: tag.name,
    title: tag["x-displayName"],
    text: tag.description,
    entries: entries.filter(({ operation }) => operation.tags.includes(tag.name)),
  }));
}

/** The file of the repository that an operation is described in. */
export function sourceOf({ path }: Entry): string {
  return `openapi/paths/${path === "/" ? "_" : path.slice(1).replaceAll("/", "_")}.yaml`;
}

/** The parameters of an operation. */
export function parametersOf(description: Description, { operation }: Entry): Parameter[] {
  return operation.parameters.map((parameter) => resolve<Parameter>(description, parameter));
}

/** The ways to sign in that an operation takes. */
export function callersOf({ operation }: Entry): string[] {
  return operation.security.flatMap((scheme) => Object.keys(scheme));
}

/** Whether an operation may be called without signing in. */
export function isForAnyone({ operation }: Entry): boolean {
  return operation.security.some((scheme) => Object.keys(scheme).length === 0);
}

/** The name of a component that a reference leads to, if it is of that kind. */
export function componentName(kind: string, node: unknown): string | undefined {
  const { $ref } = (node ?? {}) as Partial<Reference>;
  const start = `#/components/${kind}/`;
  return $ref?.startsWith(start) ? $ref.slice(start.length) : undefined;
}

/** The components of a kind, by name. */
export function componentsOf<T>(description: Description, kind: string): [string, T][] {
  return Object.entries((description.components[kind] ?? {}) as Record<string, T>);
}

/** A component by its kind and name. Throws when there is none. */
export function component<T>(description: Description, kind: string, name: string): T {
  return resolve<T>(description, { $ref: `#/components/${kind}/${name}` });
}
