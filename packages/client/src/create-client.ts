import { type OperationId, type OperationIdFor, type RequestOf, type ResponseOf, routes } from "@grantbook/contract";
import createFetchClient from "openapi-fetch";
import {
  type ApplicationCredentials,
  authorizationHeader,
  type Credentials,
  isHeaderValue,
  type TokenCredentials,
} from "./credentials.js";
import { ClientError } from "./errors.js";

/** Settings of a client. */
export interface ClientOptions<C extends Credentials> {
  /** Where the API is, with its path: `https://HOST/api/v3`. */
  readonly baseUrl: string;
  /** Who calls: a user or an application. The operations of the other do not compile. */
  readonly auth: C;
  /** Sends requests. The runtime's `fetch` by default; a server's own `fetch` works without a socket. */
  readonly fetch?: (request: Request) => Promise<Response>;
}

/** The kinds of operation that credentials are good for. */
export type CallerWith<C extends Credentials> = C extends ApplicationCredentials
  ? "application"
  : C extends TokenCredentials
    ? "token" | "anyone"
    : "user" | "token" | "anyone";

/** An answer that the description declares, told apart by its `status`; header names are lower case. */
export type CallResult<Id extends OperationId> =
  ResponseOf<Id> extends infer Answer
    ? Answer extends { headers?: infer Headers }
      ? Omit<Answer, "headers"> & { readonly headers: NonNullable<Headers> }
      : never
    : never;

type Arguments<Request> = Record<never, never> extends Request ? [request?: Request] : [request: Request];

/** A client of the API for one user or one application. */
export interface Client<C extends Credentials> {
  /**
   * Calls an operation and gives its answer, whatever its status. Throws a `ClientError` when there is no answer or
   * one that the description does not declare.
   */
  call<Id extends OperationIdFor<CallerWith<C>>>(id: Id, ...request: Arguments<RequestOf<Id>>): Promise<CallResult<Id>>;
}

interface AnyRequest {
  readonly path?: Record<string, string | number>;
  readonly query?: Record<string, string | number>;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
}

/** Makes a client. Redirects are refused: they would carry a one-time code to wherever they lead. */
export function createClient<C extends Credentials>(options: ClientOptions<C>): Client<C> {
  const { baseUrl, auth } = options;
  const authorization = authorizationHeader(auth);
  const client = createFetchClient<Record<string, never>>({
    baseUrl: baseUrl.replace(/\/+$/, ""),
    headers: { authorization, accept: "application/vnd.github+json" },
    redirect: "error",
    ...(options.fetch ? { fetch: options.fetch } : {}),
  });

  return {
    async call(id, ...[request]) {
      const { path: values, query, headers, body } = (request ?? {}) as AnyRequest;
      const { method, path, statuses } = routes[id];
      requirePath(id, path, values);
      requireHeaders(id, headers);
      // openapi-fetch is typed by path; here the operation id has typed the call already.
      const init = { params: { path: values, query, header: headers }, body };
      const { data, error, response } = await sent(
        client.request(method.toLowerCase() as never, path as never, init as never),
      );
      const { status } = response;
      if (!(statuses as readonly number[]).includes(status)) {
        throw new ClientError("undeclared-status", `${id} was answered with ${status}, which is not described`, status);
      }
      const content = status === 304 ? undefined : (data ?? error);
      if (typeof content === "string") {
        throw new ClientError(
          "unreadable-answer",
          `${id} was answered with ${status} and a body that is not JSON`,
          status,
        );
      }
      return {
        status,
        headers: Object.fromEntries(response.headers),
        ...(content === undefined ? {} : { body: content }),
      } as never;
    },
  };
}

/** openapi-fetch sends `{id}` as it is for a parameter that is missing. */
function requirePath(id: string, path: string, values: AnyRequest["path"] = {}): void {
  for (const [, name = ""] of path.matchAll(/\{(\w+)\}/g)) {
    const value = values[name];
    if (value === undefined || value === "") {
      throw new ClientError("invalid-request", `${id} needs the path parameter ${name}`);
    }
    // These would be taken out of the address, and lead to another operation.
    if (value === "." || value === "..") {
      throw new ClientError("invalid-request", `${id} cannot have ${value} for the path parameter ${name}`);
    }
  }
}

/** The runtime would refuse such a value too, and repeat it in its message: it may be a one-time code. */
function requireHeaders(id: string, headers: AnyRequest["headers"] = {}): void {
  for (const [name, value] of Object.entries(headers)) {
    if (!isHeaderValue(value))
      throw new ClientError("invalid-request", `${id} has a header ${name} that cannot be sent`);
  }
}

async function sent<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof SyntaxError) {
      throw new ClientError("unreadable-answer", "The body of the answer is not JSON", undefined, { cause: error });
    }
    throw new ClientError(
      "connection",
      `There is no answer: ${error instanceof Error ? error.message : error}`,
      undefined,
      {
        cause: error,
      },
    );
  }
}
