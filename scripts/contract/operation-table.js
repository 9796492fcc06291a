import { callerOf, operationsOf, resolve } from "./operations.js";

/** @typedef {import("./operations.js").Operation} Operation */

/**
 * Rows of the table of operations, each with the name that the operation has in calls.ts.
 * @param {any} description
 */
export function operationRows(description) {
  return operationsOf(description).map((operation) => {
    requireCallable(description, operation);
    const { id, method, path, item, parameters, statuses } = operation;
    const namesIn = (/** @type {string} */ place) =>
      parameters.filter((parameter) => parameter.in === place).map(({ name }) => name);
    const schema = bodySchema(description, operation);
    const defaults = parameters
      .filter(({ in: place, schema: declared }) => place === "query" && "default" in declared)
      .map(({ name, schema: declared }) => [name, declared.default]);
    return {
      name: nameOf(operation),
      row: {
        id,
        method,
        path,
        statuses,
        clientMethod: item["x-method"],
        caller: callerOf(operation),
        scopes: scopesOf(operation),
        missingScope: item["x-missing-scope"] ?? null,
        idempotent: isIdempotent(operation),
        deprecated: item.deprecated ?? false,
        removal: item["x-github"]?.removalDate ?? null,
        unreachable: statuses.filter((status) => "x-unreachable" in resolve(description, item.responses[status])),
        parameters: {
          path: namesIn("path"),
          query: namesIn("query"),
          header: namesIn("header").map((name) => name.toLowerCase()),
        },
        defaults: Object.fromEntries(defaults),
        body: schema && Object.keys(schema.properties ?? {}),
        documentationUrl: item.externalDocs.url,
      },
    };
  });
}

/**
 * Generates calls.ts: the columns that a client needs, a literal in a constant for each operation, so that every
 * bundler leaves out unused ones.
 * @param {any} description
 */
export function callTable(description) {
  const rows = operationRows(description);
  const sharedBy = (/** @type {typeof rows} */ some) =>
    some[0]?.row.statuses.filter((status) => some.every(({ row }) => row.statuses.includes(status))) ?? [];
  const common = sharedBy(rows);
  /** @type {Record<string, number[]>} */
  const byMethod = {};
  for (const { row } of rows) {
    const shared = sharedBy(rows.filter((other) => other.row.method === row.method));
    byMethod[row.method] = shared.filter((status) => !common.includes(status));
  }
  const lines = rows.map(({ name, row: { id, method, path, statuses } }) => {
    const shared = [...common, ...(byMethod[method] ?? [])];
    const own = statuses.filter((status) => !shared.includes(status));
    const entry = { id, route: `${method} ${path}`, ...(own.length > 0 && { statuses: own }) };
    return `export const ${name} = ${JSON.stringify(entry)} as const;\n`;
  });
  /** @type {Record<string, string>} */
  const resources = {};
  for (const { name, row } of rows) {
    const [resource = "", method] = row.clientMethod.split(".");
    resources[resource] = `${resources[resource] ?? ""}    ${method}: ${name},\n`;
  }
  const methods = Object.entries(resources).map(([resource, own]) => `  ${resource}: {\n${own}  },\n`);
  const idempotent = operationsOf(description).filter(({ item }) => item["x-idempotent"]);
  return `/** Statuses that every operation declares. */
export const commonStatuses: readonly number[] = ${JSON.stringify(common)};

/** Further statuses that every operation with a method declares; the others stand with the operation. */
export const statusesByMethod: Readonly<Record<string, readonly number[]>> = ${JSON.stringify(byMethod)};

${lines.join("")}
/** Every operation, by resource and method of a client. */
export const resources = {
${methods.join("")}} as const;

/** Operations that are idempotent although their method is not (RFC 9110 §9.2.2). */
export const idempotentOperations: readonly string[] = ${JSON.stringify(idempotent.map(({ method, path }) => `${method} ${path}`))};
`;
}

/**
 * operations.ts: the table of operations.
 * @param {any} description
 */
export function operationTable(description) {
  const lines = operationRows(description).map(({ row }) => `  ${JSON.stringify(row.id)}: ${JSON.stringify(row)},\n`);
  return `import type { OperationEntry } from "../operation-entry.js";
import type { operations } from "./types.js";

/** Table of operations, by id: the one index of the description. */
export const operationTable = {
${lines.join("")}} as const satisfies Record<keyof operations, OperationEntry>;
`;
}

/**
 * Name of an operation in calls.ts: `tokens.check` is `tokensCheck`.
 * @param {Operation} operation
 * @returns {string}
 */
function nameOf({ item }) {
  return item["x-method"].replace(/\.(.)/, (/** @type {string} */ _, /** @type {string} */ first) =>
    first.toUpperCase(),
  );
}

/**
 * Methods that are idempotent by RFC 9110 §9.2.2, and operations of which the description says so.
 * @param {Operation} operation
 * @returns {boolean}
 */
function isIdempotent({ method, item }) {
  return ["GET", "PUT", "DELETE"].includes(method) || item["x-idempotent"] === true;
}

/**
 * Scopes of which a token needs one. In a security requirement of the token, they are its roles (OpenAPI 3.1).
 * @param {Operation} operation
 * @returns {string[]}
 */
function scopesOf({ item }) {
  return item.security.flatMap((/** @type {Record<string, string[]>} */ { token = [] }) => token);
}

/** @param {any} description @param {Operation} operation */
function bodySchema(description, { item }) {
  const schema = item.requestBody?.content["application/json"].schema;
  return schema ? resolve(description, schema) : null;
}

/**
 * Refuses an operation that a client's method cannot take as one object of parameters.
 * @param {any} description @param {Operation} operation
 */
function requireCallable(description, operation) {
  const { id, method, item, parameters } = operation;
  const inPath = parameters.filter((parameter) => parameter.in === "path").map(({ name }) => name);
  const inQuery = parameters.filter((parameter) => parameter.in === "query").map(({ name }) => name);
  const names = [...inPath, ...inQuery, ...Object.keys(bodySchema(description, operation)?.properties ?? {})];
  if (new Set(names).size < names.length) throw new Error(`${id} has the same name in two places: ${names.join(", ")}`);
  if (inQuery.length > 0 && method !== "GET") throw new Error(`${id} has a query, and is no GET`);
  if (item.requestBody && method === "GET") throw new Error(`${id} is a GET with a body`);
  if (![undefined, true].includes(item["x-idempotent"])) throw new Error(`${id}: x-idempotent is true or left out`);
  if (!/^[a-z]+\.[a-zA-Z]+$/.test(item["x-method"])) throw new Error(`${id} has no x-method like tokens.check`);
}
