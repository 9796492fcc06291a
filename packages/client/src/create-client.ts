import type { Caller, OperationId, OperationIdFor, paths } from "@grantbook/contract";
import type { Client as FetchClient } from "openapi-fetch";
import type { CallArguments, CallResult } from "./call-result.js";
import { connect } from "./connect.js";
import type { ApplicationCredentials, Credentials, TokenCredentials } from "./credentials.js";
import { ApiError, ClientError, hintAt } from "./errors.js";
import type { FetchMethods } from "./fetch-methods.js";
import type { Methods } from "./method-types.js";
import { createMethods } from "./methods.js";
import { withCache } from "./middleware/cache.js";
import { withDeprecation } from "./middleware/deprecation.js";
import { withoutRedirects } from "./middleware/no-redirects.js";
import { withOtp } from "./middleware/otp.js";
import { withRetry } from "./middleware/retry.js";
import { withSafeErrors } from "./middleware/safe-errors.js";
import { withTimeLimit } from "./middleware/timeout.js";
import type { CallInit } from "./openapi-fetch.js";
import { type Operation, operations } from "./operations.js";
import type { CallOptions, ClientOptions } from "./options.js";
import { headersOf, type Wrap } from "./request.js";
import { safeRequests } from "./safe-requests.js";
import { redact } from "./secrets.js";

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

/** Middlewares of a client, the outermost first: the order in which a request passes them. */
function middlewaresOf(options: ClientOptions): Wrap[] {
  return [
    withDeprecation(options.onDeprecated),
    ...(options.cache ? [withCache(options.cache)] : []),
    ...(options.retry === false ? [] : [withRetry(options.retry)]),
    ...(options.otp ? [withOtp(options.otp)] : []),
    withTimeLimit(options.timeout),
    withSafeErrors(),
    withoutRedirects(),
  ];
}

const verbs = ["GET", "PUT", "POST", "DELETE", "PATCH"];

/** Makes a client. Throws a `ClientError` for credentials that cannot be sent, a `TypeError` for a wrong base URL. */
export function createClient<C extends Credentials>(options: ClientOptions<C>): Client<C> {
  const connection = connect(options, middlewaresOf(options));
  const { request, ...registry } = safeRequests(connection, options.auth);
  const { baseUrl } = connection;

  /** Calls an operation, and throws an `ApiError` for a status from `maxStatus` on and for an undeclared one. */
  const call = async ({ id, method, path, statuses }: Operation, init: CallInit, maxStatus: number) => {
    const { secrets, response, body } = await request(id, method, path, init);
    const { status, headers } = response;
    if (status < maxStatus && statuses.includes(status)) return { status, headers, body };
    throw new ApiError(id, redact({ status, headers: headersOf(headers), body }, secrets), hintAt(status, baseUrl));
  };

  const verb = async (method: string, template: string, init: CallInit = {}) => {
    const operation = operations.find((one) => one.path === template && one.method === method);
    const { response, body } = await request(operation?.id ?? `${method} ${template}`, method, template, init);
    return { [response.ok ? "data" : "error"]: body, status: response.status, response };
  };

  return {
    ...createMethods(call, options.auth, baseUrl),
    ...Object.fromEntries(verbs.map((method) => [method, verb.bind(null, method)])),
    ...registry,
    call: async (id: OperationId, parts: Record<string, object> = {}, callOptions: CallOptions = {}) => {
      const operation = operations.find((one) => one.id === id);
      if (!operation) throw new ClientError("invalid-request", `There is no operation ${id}`);
      const { path, query, headers, body } = parts;
      const init = { ...callOptions, params: { path, query }, headers, body };
      const { body: content, ...response } = await call(operation, init as CallInit, 600);
      const record = { ...response, headers: headersOf(response.headers) };
      return content === undefined ? record : { ...record, body: content };
    },
  } as unknown as Client<C>;
}
