import type {
  BodyOf,
  Caller,
  MethodsFor,
  OperationId,
  PathOf,
  QueryOf,
  RequestOf,
  ResponseOf,
} from "@grantbook/contract";
import type { Credentials } from "./credentials.js";
import { operations } from "./operations.js";
import type { CallOptions } from "./options.js";
import { type GetPage, type Lister, lister } from "./pages.js";
import type { Send } from "./send.js";
import type { AnyRequest } from "./transport.js";

/** What a method can be told: also headers, like `if-match`. */
export type MethodOptions<Id extends OperationId> = CallOptions & Pick<RequestOf<Id>, "headers">;

type Known<T> = [T] extends [never] ? unknown : T;

/** Fills in what credentials say already: the client id of an application. */
type PathFor<Id extends OperationId, C extends Caller> = C extends "application"
  ? Omit<PathOf<Id>, "client_id"> & { readonly client_id?: string }
  : PathOf<Id>;

/** Parameters of the path and the query, and fields of the body, in one object. */
export type FlatRequest<Id extends OperationId, C extends Caller> = Known<PathFor<Id, C>> &
  Known<QueryOf<Id>> &
  Known<BodyOf<Id>>;

/** What an operation gives when it succeeds. */
export type BodyWhenGood<Id extends OperationId> =
  ResponseOf<Id> extends infer Answer
    ? Answer extends { status: 200 | 201; body: infer Body }
      ? Body
      : Answer extends { status: 204 }
        ? undefined
        : never
    : never;

/** Calls an operation and gives what it answers. Throws an `ApiError` for any other answer than a success. */
export type Method<Id extends OperationId, C extends Caller> =
  Record<never, never> extends FlatRequest<Id, C>
    ? (request?: FlatRequest<Id, C>, options?: MethodOptions<Id>) => Promise<BodyWhenGood<Id>>
    : (request: FlatRequest<Id, C>, options?: MethodOptions<Id>) => Promise<BodyWhenGood<Id>>;

type Resource<Names, C extends Caller> = {
  readonly [Name in keyof Names]: Names[Name] extends OperationId ? Method<Names[Name], C> : never;
} & (Names extends { list: infer Id extends OperationId } ? Lister<Id> : unknown);

type MethodsOf<C extends Caller> = {
  readonly [Name in keyof MethodsFor[C]]: Resource<MethodsFor[C][Name], C>;
};

type Together<Union> = (Union extends unknown ? (union: Union) => void : never) extends (both: infer Both) => void
  ? Both
  : never;

/** The methods for callers of these kinds, by resource. */
export type Methods<C extends Caller> = Together<C extends Caller ? MethodsOf<C> : never>;

type Flat = Readonly<Record<string, unknown>>;

/** Makes a method of every operation, by resource, each from its line in the table of operations. */
export function methodsOn(send: Send, auth: Credentials, baseUrl: string): object {
  const resources: Record<string, Record<string, unknown>> = {};
  const known = "clientId" in auth ? { client_id: auth.clientId } : {};
  for (const operation of operations) {
    const { method, path, clientMethod } = operation;
    const inPath = path.split(/[{}]/);
    const run = (flat: Flat = {}, { headers, ...options }: MethodOptions<OperationId> = {}) =>
      send(operation, requestOf(inPath, method, known, flat, headers), options, 300);
    const [resource, last] = clientMethod.split(".") as [string, string];
    resources[resource] = {
      ...resources[resource],
      [last]: async (flat?: Flat, options?: MethodOptions<OperationId>) => (await run(flat, options)).body,
      ...(last === "list" && lister(baseUrl + path, run as GetPage)),
    };
  }
  return resources;
}

/** What is not in the path is the query of a GET, and the body of anything else. */
function requestOf(
  inPath: readonly string[],
  method: string,
  known: Flat,
  flat: Flat,
  headers: AnyRequest["headers"],
): AnyRequest {
  const path = { ...known };
  const fields: Record<string, unknown> = {};
  for (const name in flat) (inPath.includes(name) ? path : fields)[name] = flat[name];
  const rest = Object.keys(fields)[0] ? fields : undefined;
  return method === "GET" ? { path, query: rest, headers } : { path, body: rest, headers };
}
