import { callerOf, operationsOf } from "./operations.js";

/**
 * Generates methods.ts: the methods of a client by caller and resource, each with its documentation and its operation;
 * and the scopes.
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

/** Known scope of a token. */
export type Scope =
${Object.keys(description["x-scopes"])
  .map((scope) => `  | ${JSON.stringify(scope)}`)
  .join("\n")};
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
