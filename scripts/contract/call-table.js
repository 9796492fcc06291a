import { callerOf, operationsOf, resolve } from "./operations.js";

/** @typedef {import("./operations.js").Operation} Operation */

/** What most ids start with. */
const prefix = "oauth-authorizations/";

/**
 * calls.ts: what a client needs to know of every operation, as short as it can be said. Every byte of it is in every
 * application that has the client in it.
 * @param {any} description
 */
export function callTable(description) {
  const operations = operationsOf(description);
  const [first, ...others] = operations;
  const common = first?.statuses.filter((status) => others.every(({ statuses }) => statuses.includes(status))) ?? [];
  const all = [...new Set(operations.flatMap(({ statuses }) => statuses))].toSorted((left, right) => left - right);
  const rest = all.filter((status) => !common.includes(status));
  if (rest.length > 10) throw new Error(`There are more statuses than digits: ${rest.join(", ")}`);
  /** @type {Map<string, string[]>} */
  const lines = new Map();
  for (const operation of operations) {
    requireFlat(description, operation);
    const { id, method, path, item, statuses } = operation;
    const digits = statuses.filter((status) => rest.includes(status)).map((status) => rest.indexOf(status));
    const line = lines.get(path) ?? [path];
    line.push(method, id.replace(prefix, "~"), item["x-method"], digits.join(""));
    lines.set(path, line);
  }
  return `/** Statuses that every operation declares. */
export const commonStatuses: readonly number[] = ${JSON.stringify(common)};

/** Statuses that some operations declare; their places here are the digits below. */
export const otherStatuses: readonly number[] = ${JSON.stringify(rest)};

/** Is written as \`~\` below. */
export const prefix = ${JSON.stringify(prefix)};

/** A line a path: the path, and for each operation on it method, id, method of a client, and digits of statuses. */
export const calls = \`
${[...lines.values()].map((line) => line.join(" ")).join("\n")}\`;
`;
}

/**
 * methods.ts: the methods of a client by caller and resource, with their documentation, each with its operation.
 * @param {any} description
 */
export function methodTypes(description) {
  /** @type {Record<string, Record<string, string[]>>} */
  const callers = {};
  for (const operation of operationsOf(description)) {
    const [resource = "", method = ""] = operation.item["x-method"].split(".");
    callers[callerOf(operation)] ??= {};
    const resources = callers[callerOf(operation)] ?? {};
    resources[resource] ??= [];
    resources[resource]?.push(`      ${comment(operation.item)}\n      ${method}: ${JSON.stringify(operation.id)};\n`);
  }
  const blocks = Object.entries(callers).map(([caller, resources]) => {
    const groups = Object.entries(resources).map(([name, lines]) => `    ${name}: {\n${lines.join("")}    };\n`);
    return `  ${caller}: {\n${groups.join("")}  };\n`;
  });
  return `/** The operation behind each method of a client, by caller and resource. */
export interface MethodsFor {
${blocks.join("")}}
`;
}

/**
 * @param {{ summary: string, description: string, externalDocs: { url: string }, deprecated?: boolean }} operation
 */
function comment({ summary, description, externalDocs, deprecated }) {
  const lines = [
    `${summary}.`,
    "",
    ...description.trim().split("\n"),
    "",
    ...(deprecated ? ["@deprecated It was removed from github.com; Enterprise Server still has it."] : []),
    `@see ${externalDocs.url}`,
  ];
  return `/**\n${lines.map((line) => `       * ${line}`.trimEnd()).join("\n")}\n       */`;
}

/**
 * A method takes path, query and body in one object. That needs names that are told apart.
 * @param {any} description @param {Operation} operation
 */
function requireFlat(description, { id, method, item, parameters }) {
  const schema = resolve(description, item.requestBody?.content["application/json"].schema ?? {});
  const inPath = parameters.filter((parameter) => parameter.in === "path").map(({ name }) => name);
  const inQuery = parameters.filter((parameter) => parameter.in === "query").map(({ name }) => name);
  const names = [...inPath, ...inQuery, ...Object.keys(schema.properties ?? {})];
  if (new Set(names).size < names.length) throw new Error(`${id} has the same name in two places: ${names.join(", ")}`);
  if (inQuery.length > 0 && method !== "GET") throw new Error(`${id} has a query, and is no GET`);
  if (item.requestBody && method === "GET") throw new Error(`${id} is a GET with a body`);
  if (!/^[a-z]+\.[a-zA-Z]+$/.test(item["x-method"])) throw new Error(`${id} has no x-method like tokens.check`);
}
