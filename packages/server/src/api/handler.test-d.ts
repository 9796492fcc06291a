// Only has to compile. What the types must refuse about handlers.
import type { Handler, Handlers } from "./handler.js";
import { handlers } from "./index.js";

const { "apps/check-token": _, ...withoutOne } = handlers;
// @ts-expect-error: an operation has no handler
withoutOne satisfies Handlers;

// @ts-expect-error: the description does not declare 202 for the operation
(async () => ({ status: 202 })) satisfies Handler<"apps/delete-token">;

// @ts-expect-error: a 204 has no body
(async () => ({ status: 204, body: {} })) satisfies Handler<"apps/delete-token">;

// @ts-expect-error: the answer lacks properties that the description requires
(async () => ({ status: 200, body: { id: 1 } })) satisfies Handler<"oauth-authorizations/get-grant">;

declare const asApplication: Parameters<Handler<"apps/delete-token">>[1];
// @ts-expect-error: the caller of this operation is an application, which has no login
asApplication.caller.login;

declare const asUser: Parameters<Handler<"oauth-authorizations/get-grant">>[1];
// @ts-expect-error: the caller of this operation is a user, who has no client id
asUser.caller.clientId;

// @ts-expect-error: the operation has no such path parameter
(async ({ path }) => ({ status: 204, id: path.grant_id })) satisfies Handler<"apps/delete-token">;

(async () => ({ status: 204 })) satisfies Handler<"apps/delete-token">;
