// Only has to compile. Negatives first: each line under an expected error must be refused.
import type { operationTable } from "./generated/operations.js";
import type { operations } from "./generated/types.js";
import type {
  CallerOf,
  DefaultsOf,
  OperationId,
  OperationIdFor,
  RequestOf,
  ResponseOf,
  ResponseWith,
  StatusOf,
} from "./operation.js";

type Equals<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
declare function isTrue<T extends true>(): T;

// @ts-expect-error: an answer has the properties that the description requires
({ status: 200, body: [{ id: 1 }] }) satisfies ResponseOf<"oauth-authorizations/list-grants">;
// @ts-expect-error: the description does not declare 418
({ status: 418 }) satisfies ResponseOf<"oauth-authorizations/list-grants">;
// @ts-expect-error: a 204 has no body
({ status: 204, body: {} }) satisfies ResponseOf<"apps/delete-token">;
// @ts-expect-error: the header is not declared for the answer
({ status: 204, headers: { location: "" } }) satisfies ResponseOf<"apps/delete-token">;
// @ts-expect-error: the token is required
({ path: { client_id: "" }, body: {} }) satisfies RequestOf<"apps/check-token">;
// @ts-expect-error: the path parameter is required
({ body: { access_token: "" } }) satisfies RequestOf<"apps/check-token">;
// @ts-expect-error: the operation has no query
({ query: { page: 1 } }) satisfies RequestOf<"oauth-authorizations/create-authorization">;
// @ts-expect-error: the property is not described
({ body: { notes: "" } }) satisfies RequestOf<"oauth-authorizations/create-authorization">;
// @ts-expect-error: an operation for users is none for applications
"oauth-authorizations/list-grants" satisfies OperationIdFor<"application">;

({ status: 204 }) satisfies ResponseOf<"apps/delete-token">;
({}) satisfies RequestOf<"oauth-authorizations/list-grants">;
({ query: { page: 2 }, headers: { "x-github-otp": "123456" } }) satisfies RequestOf<"oauth-authorizations/list-grants">;

isTrue<Equals<OperationId, keyof operations>>();
isTrue<Equals<OperationId, keyof typeof operationTable>>();
isTrue<
  Equals<
    { [Id in OperationId]: StatusOf<Id> },
    { [Id in OperationId]: (typeof operationTable)[Id]["statuses"][number] }
  >
>();
isTrue<Equals<OperationIdFor<"user" | "application" | "token" | "anyone">, OperationId>>();
isTrue<Equals<CallerOf<"apps/check-token">, "application">>();
isTrue<Equals<keyof DefaultsOf<"oauth-authorizations/list-grants">, "per_page" | "page">>();
isTrue<Equals<keyof DefaultsOf<"oauth-authorizations/get-grant">, never>>();
// Nothing here is `any`, which would make everything above pass.
isTrue<Equals<ResponseWith<"oauth-authorizations/create-authorization", 201>["body"]["token"], string>>();
isTrue<Equals<RequestOf<"apps/check-token">["body"], { access_token: string }>>();
