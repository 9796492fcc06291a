import type { OperationId } from "@grantbook/contract";
import type { Credentials } from "./credentials.js";
import type { MethodOptions } from "./method-types.js";
import type { CallInit } from "./openapi-fetch.js";
import { type Operation, operations } from "./operations.js";
import { type GetPage, paginator } from "./paginate.js";

/** Response of a call; its headers are those of the runtime. */
export interface RawResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** Calls an operation; a status from `maxStatus` on is an `ApiError`. */
export type Call = (operation: Operation, init: CallInit, maxStatus: number) => Promise<RawResponse>;

type Flat = Readonly<Record<string, unknown>>;

/** Makes a method of every operation, by resource. */
export function createMethods(call: Call, auth: Credentials, baseUrl: string): object {
  const resources: Record<string, Record<string, unknown>> = {};
  const known = "clientId" in auth ? { client_id: auth.clientId } : {};
  for (const operation of operations) {
    const { path, clientMethod } = operation;
    const run = (flat: Flat = {}, { headers, ...options }: MethodOptions<OperationId> = {}) =>
      call(operation, { ...options, headers, ...partsOf(operation, known, flat) } as CallInit, 300);
    const [resource, name] = clientMethod.split(".") as [string, string];
    resources[resource] = {
      ...resources[resource],
      [name]: async (flat?: Flat, options?: MethodOptions<OperationId>) => (await run(flat, options)).body,
      ...(name === "list" && paginator(baseUrl, path, run as GetPage)),
    };
  }
  return resources;
}

/** Takes the parameters apart: what is not in the path is the query of a GET, and the body of anything else. */
function partsOf({ method, path: template }: Operation, known: Flat, flat: Flat): CallInit {
  const path: Record<string, unknown> = { ...known };
  const fields: Record<string, unknown> = {};
  for (const name in flat) (template.includes(`{${name}}`) ? path : fields)[name] = flat[name];
  const rest = Object.keys(fields)[0] ? fields : undefined;
  return method === "GET" ? { params: { path, query: rest } } : { params: { path }, body: rest };
}
