import type { operationTable } from "./generated/operations.js";
import type { operations } from "./generated/types.js";
import type { Caller } from "./operation-entry.js";

/** GitHub's id of an operation: the key of handlers, calls and scenarios, and the anchor in the docs. */
export type OperationId = keyof operations;

/** The operations that a caller of this kind may use. */
export type OperationIdFor<C extends Caller> = {
  [Id in OperationId]: CallerOf<Id> extends C ? Id : never;
}[OperationId];

/** Kind of caller of an operation. */
export type CallerOf<Id extends OperationId> = (typeof operationTable)[Id]["caller"];

/** Query parameters of an operation that have a default. */
export type DefaultsOf<Id extends OperationId> = {
  [Name in keyof (typeof operationTable)[Id]["defaults"]]: number;
};

type Parameters<Id extends OperationId, Place extends "path" | "query" | "header"> = NonNullable<
  operations[Id]["parameters"][Place]
>;

/** Path parameters of an operation. */
export type PathOf<Id extends OperationId> = Parameters<Id, "path">;

/** Query parameters of an operation. */
export type QueryOf<Id extends OperationId> = Parameters<Id, "query">;

/** The JSON body of a request for an operation. */
export type BodyOf<Id extends OperationId> = JsonOf<NonNullable<operations[Id]["requestBody"]>>;

type JsonOf<T> = T extends { content: { "application/json": infer Body } } ? Body : never;

/** Makes a part of a request optional when nothing in it is required, and forbids it when there is no such part. */
type Part<Name extends string, Value> = [Value] extends [never]
  ? { [N in Name]?: never }
  : Record<never, never> extends Value
    ? { [N in Name]?: Value }
    : { [N in Name]: Value };

/** Header names are compared without case; in types they are lower case, as `Headers` gives them. */
type LowerCaseKeys<T> = { [Key in keyof T as string extends Key ? never : Lowercase<Key & string>]: T[Key] };

/**
 * Request of an operation: `path`, `query` and `headers` parameters, and the JSON `body`.
 * The same type for a call of the client, a handler of the server and a scenario of the contract tests.
 */
export type RequestOf<Id extends OperationId> = Part<"path", PathOf<Id>> &
  Part<"query", QueryOf<Id>> &
  Part<"headers", LowerCaseKeys<Parameters<Id, "header">>> &
  Part<"body", BodyOf<Id>>;

type Responses<Id extends OperationId> = operations[Id]["responses"];

/** The statuses that the description declares for an operation. */
export type StatusOf<Id extends OperationId> = keyof Responses<Id> & number;

/** Declared statuses that HTTP does not allow for the operation. */
export type UnreachableStatusOf<Id extends OperationId> = (typeof operationTable)[Id]["unreachable"][number];

/** Header names as the description spells them, without the index signature of generated types. */
type DeclaredKeys<T> = { [Key in keyof T as string extends Key ? never : Key]: T[Key] };

/** The headers of an answer; where none is declared, none may be given. */
type HeadersOf<T> = T extends { headers: infer Headers }
  ? [keyof LowerCaseKeys<Headers>] extends [never]
    ? Record<string, never>
    : LowerCaseKeys<Headers>
  : never;

/** One answer of an operation. */
export type ResponseWith<Id extends OperationId, Status extends StatusOf<Id>> =
  Status extends StatusOf<Id>
    ? { status: Status; headers?: HeadersOf<Responses<Id>[Status]> } & ([JsonOf<Responses<Id>[Status]>] extends [never]
        ? { body?: never }
        : { body: JsonOf<Responses<Id>[Status]> })
    : never;

/** Every answer that the description declares for an operation, told apart by `status`. */
export type ResponseOf<Id extends OperationId> = ResponseWith<Id, StatusOf<Id>>;

/** Response of an operation as a server sends it: header names are spelled as the description has them. */
export type SentResponseOf<Id extends OperationId> = {
  [Status in StatusOf<Id>]: Omit<ResponseWith<Id, Status>, "headers"> & {
    headers?: Responses<Id>[Status] extends { headers: infer Headers } ? DeclaredKeys<Headers> : never;
  };
}[StatusOf<Id>];
