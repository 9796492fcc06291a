import { callerOf, operationsOf, resolve } from "./operations.js";

/**
 * routes.ts: what the server needs to know of every operation.
 * @param {any} description
 */
export function routeTable(description) {
  const lines = operationsOf(description).map((operation) => {
    const { id, method, path, item, parameters, statuses } = operation;
    const route = {
      method,
      path,
      caller: callerOf(operation),
      removal: item["x-github"]?.removalDate ?? null,
      defaults: Object.fromEntries(
        parameters
          .filter(({ in: place, schema }) => place === "query" && "default" in schema)
          .map(({ name, schema }) => [name, schema.default]),
      ),
      statuses,
      unreachable: statuses.filter((status) => "x-unreachable" in resolve(description, item.responses[status])),
    };
    return `  ${JSON.stringify(id)}: ${JSON.stringify(route)},\n`;
  });
  return `import type { Route } from "../route.js";
import type { operations } from "./types.js";

/** Every operation of the description, one a line. */
export const routes = {
${lines.join("")}} as const satisfies Record<keyof operations, Route>;
`;
}
