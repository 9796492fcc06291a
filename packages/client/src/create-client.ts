import type { Caller, OperationId, OperationIdFor, paths } from "@grantbook/contract";
import { statusesByMethod } from "@grantbook/contract/calls";
import type { Client as FetchClient } from "openapi-fetch";
import type { CallArguments, CallResult } from "./call-result.js";
import { connect } from "./connect.js";
import type { ApplicationCredentials, Credentials, TokenCredentials } from "./credentials.js";
import { ClientError } from "./errors.js";
import type { FetchMethods } from "./fetch-methods.js";
import type { Methods } from "./method-types.js";
import { createMethods, mapValues } from "./methods.js";
import { withoutRedirects } from "./middleware/no-redirects.js";
import { withOtp } from "./middleware/otp.js";
import { withRetry } from "./middleware/retry.js";
import { withSafeErrors } from "./middleware/safe-errors.js";
import { withTimeLimit } from "./middleware/timeout.js";
import { type CallInit, mendOpenApiFetch } from "./openapi-fetch.js";
import { type Operation, resources } from "./operations.js";
import type { CallOptions, ClientOptions } from "./options.js";
import { headersOf } from "./request.js";

/** Kinds of operation that credentials may call. */
export type CallersOf<C extends Credentials> = C extends ApplicationCredentials
  ? "application"
  : C extends TokenCredentials
    ? "token" | "anyone"
    : "user" | "token" | "anyone";

interface Calls<C extends Caller> {
  /**
   * Calls an operation and gives its response, whatever its status. Throws a `ClientError` when there is none, and an
   * `ApiError` for one that the description does not declare.
   */
  call<Id extends OperationIdFor<C>>(id: Id, ...request: CallArguments<Id>): Promise<CallResult<Id>>;
}

/**
 * Client of the API for one user or one application: a method for each operation, by resource, that gives the body of a
 * success and throws an `ApiError` for anything else; `call` for a response whatever its status; and the methods of
 * openapi-fetch, `GET`, `use` and so on.
 */
export type Client<C extends Credentials> = Calls<CallersOf<C>> &
  Methods<CallersOf<C>> &
  FetchMethods &
  Pick<FetchClient<paths>, "use" | "eject">;

/** Makes a client. Throws a `ClientError` for credentials that cannot be sent, a `TypeError` for a wrong base URL. */
export function createClient<C extends Credentials>(options: ClientOptions<C>): Client<C> {
  // The outermost first: the order in which a request passes them.
  const connection = connect(options, [
    ...(options.middleware ?? []).map(({ wrap }) => wrap),
    ...(options.retry === false ? [] : [withRetry(options.retry)]),
    ...(options.otp ? [withOtp(options.otp)] : []),
    withTimeLimit(options.timeout),
    withSafeErrors,
    withoutRedirects,
  ]);
  const { request, ...registry } = mendOpenApiFetch(connection, options.auth);

  return {
    ...createMethods(request, options.auth, connection.baseUrl),
    ...mapValues(statusesByMethod, (_, method) => async (path: string, init: CallInit = {}) => {
      const route = `${method} ${path}`;
      const { response, body } = await request({ id: route as OperationId, route }, init);
      return { [response.ok ? "data" : "error"]: body, status: response.status, response };
    }),
    ...registry,
    call: async (id: OperationId, parts?: Record<string, never>, callOptions?: CallOptions) => {
      const all = Object.values(resources).flatMap<Operation>(Object.values);
      const operation = all.find((one) => one.id === id);
      if (!operation) throw new ClientError("invalid-request", `No operation is called ${id}`);
      const { response, body } = await request(operation, { ...callOptions, ...parts, params: parts }, 600);
      const { status, headers } = response;
      return { status, headers: headersOf(headers), ...(body !== undefined && { body }) };
    },
  } as unknown as Client<C>;
}
