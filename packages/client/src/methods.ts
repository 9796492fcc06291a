import type { Credentials } from "./credentials.js";
import type { CallInit, MendedClient } from "./openapi-fetch.js";
import { type Operation, resources } from "./operations.js";
import { type GetPage, paginator } from "./paginate.js";

type Flat = Readonly<Record<string, unknown>>;

/** Makes a method of every operation, by resource. */
export function createMethods(request: MendedClient["request"], auth: Credentials, baseUrl: string): object {
  const known = "clientId" in auth ? { client_id: auth.clientId } : {};
  const runnerOf =
    (operation: Operation): GetPage =>
    (flat = {}, options = {}) =>
      request(operation, { ...options, ...partsOf(operation, known, flat) }, 300);
  return mapValues(resources, (operations) => ({
    ...mapValues(operations, (operation) => {
      const run = runnerOf(operation);
      return async (...parameters: Parameters<GetPage>) => (await run(...parameters)).body;
    }),
    ...(operations.list && paginator(baseUrl, operations.list.path, runnerOf(operations.list))),
  }));
}

const mapValues = <T>(object: Readonly<Record<string, T>>, change: (value: T) => unknown) =>
  Object.fromEntries(Object.entries(object).map(([name, value]) => [name, change(value)]));

/** Takes the parameters apart: what is not in the path is the query of a GET, and the body of anything else. */
function partsOf({ method, path: template }: Operation, known: Flat, flat: Flat): CallInit {
  const path = { ...known, ...flat };
  const fields = Object.entries(flat).filter(([name]) => !template.includes(`{${name}}`));
  const rest = fields[0] && Object.fromEntries(fields);
  return method === "GET" ? { params: { path, query: rest } } : { params: { path }, body: rest };
}
