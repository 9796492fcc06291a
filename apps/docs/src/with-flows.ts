import type { OpenApiDocument, Operation, Schema } from "@grantbook/contract";

/** Start of the names of components that only the flows have. */
const prefix = "flow-";

/**
 * Puts the description of the sign-in flows behind that of the API, so that the reference has both. Components of the
 * flows, except headers, get names of their own; the callers are those of the API. `servers` tells the operations of
 * the flows apart.
 */
export function withFlows(description: OpenApiDocument, flows: OpenApiDocument): OpenApiDocument {
  const { securitySchemes, ...components } = description.components;
  const { paths, tags, components: own } = renamed(flows);
  const kinds = Object.entries(own).filter(([kind]) => kind !== "securitySchemes");
  return {
    ...description,
    tags: [...description.tags, ...tags],
    paths: {
      ...description.paths,
      ...mapValues(paths, (item) =>
        mapValues(item, (operation): Operation => ({ ...operation, parameters: [], servers: flows.servers })),
      ),
    },
    components: {
      ...components,
      ...(securitySchemes && { securitySchemes }),
      ...Object.fromEntries(
        kinds.map(([kind, parts]) => {
          const titled = kind === "schemas" ? withTitles(parts) : parts;
          return [kind, { ...components[kind], ...mapKeys(titled, (name) => nameOf(kind, name)) }];
        }),
      ),
    },
  };
}

/** Name of a component of the flows in the whole. Headers are those of the API: both have them from one file. */
function nameOf(kind: string, name: string): string {
  return kind === "headers" ? name : prefix + name;
}

/** Readers see the names that the flows' description has. */
function withTitles(schemas: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(schemas).map(([title, schema]) => [title, { title, ...(schema as Schema) }]),
  );
}

/** Renames the components in the references of a document. */
function renamed(document: OpenApiDocument): OpenApiDocument {
  return JSON.parse(JSON.stringify(document), (key, value) =>
    key === "$ref"
      ? String(value).replace(
          /^#\/components\/(\w+)\/(.+)/,
          (_, kind: string, name: string) => `#/components/${kind}/${nameOf(kind, name)}`,
        )
      : value,
  );
}

function mapValues<T, U>(object: Readonly<Record<string, T>>, map: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, map(value)]));
}

function mapKeys<T>(object: Readonly<Record<string, T>>, map: (name: string) => string): Record<string, T> {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [map(name), value]));
}
