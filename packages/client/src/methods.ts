import type { ApplicationCredentials, Credentials } from "./credentials.js";
import type { MendedClient } from "./openapi-fetch.js";
import { type Operation, resources } from "./operations.js";
import { type GetPage, paginator } from "./paginate.js";

/** Makes a method of every operation, by resource. */
export function createMethods(request: MendedClient["request"], auth: Credentials, baseUrl: string): object {
  const { clientId } = auth as Partial<ApplicationCredentials>;

  /** Takes the parameters apart: what is not in the path is the query of a GET, and the body of anything else. */
  const call =
    (operation: Operation): GetPage =>
    (flat = {}, options) => {
      const { route } = operation;
      const path = { client_id: clientId, ...flat };
      const fields = Object.entries(flat).filter(([name]) => !route.includes(`{${name}}`));
      const rest = fields[0] && Object.fromEntries(fields);
      const parts = route.startsWith("GET") ? { params: { path, query: rest } } : { params: { path }, body: rest };
      return request(operation, { ...options, ...parts }, 300);
    };
  return mapValues(resources, (operations) => ({
    ...mapValues(operations, (operation) => {
      return async (...[flat, options]: Parameters<GetPage>) => (await call(operation)(flat, options)).body;
    }),
    ...(operations.list && paginator(baseUrl, operations.list.route, call(operations.list))),
  }));
}

/** Makes an object with the same names and other values. */
export const mapValues = <T>(object: Readonly<Record<string, T>>, change: (value: T, name: string) => unknown) =>
  Object.fromEntries(Object.entries(object).map(([name, value]) => [name, change(value, name)]));
