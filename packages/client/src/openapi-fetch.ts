import type { paths } from "@grantbook/contract";
import { commonStatuses, statusesByMethod } from "@grantbook/contract/calls";
import createFetchClient, { type Client } from "openapi-fetch";
import type { Connection } from "./connect.js";
import type { Credentials } from "./credentials.js";
import { ApiError, ClientError } from "./errors.js";
import type { Operation } from "./operations.js";
import { bodyOf, headersOf } from "./request.js";
import { parseBody } from "./response-body.js";
import { redact } from "./secrets.js";

// openapi-fetch is mended here, and nowhere else, in what it gets wrong for this API (as of 0.17.0). The changelog in
// its package names no report of these faults, so the links are searches, not numbers.
// 1. A result has no status.
//    https://github.com/openapi-ts/openapi-typescript/issues?q=openapi-fetch+status
// 2. A 304 and an empty error have the body "", and a success that is no JSON throws a SyntaxError that repeats a part
//    of the body. https://github.com/openapi-ts/openapi-typescript/issues?q=openapi-fetch+empty+body
// 3. A missing path parameter is sent as `{id}`.
//    https://github.com/openapi-ts/openapi-typescript/issues?q=openapi-fetch+missing+path+parameter
// 4. The runtime's Request makes a POST half as slow again.
//    https://github.com/openapi-ts/openapi-typescript/issues?q=openapi-fetch+Request
// 5. It goes on without a response after an error that is falsy, like the reason `null` of a signal.
//    https://github.com/openapi-ts/openapi-typescript/issues?q=openapi-fetch+falsy+error

/** Parameters of a call, as openapi-fetch takes them. */
export interface CallInit {
  readonly params?: { readonly path?: object | undefined; readonly query?: object | undefined } | undefined;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string | undefined>> | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly timeout?: number | undefined;
}

/** Response with its body parsed. */
export interface ParsedResponse {
  readonly response: Response;
  readonly body: unknown;
}

/** Client of openapi-fetch, mended. */
export interface MendedClient extends Pick<Client<paths>, "use" | "eject"> {
  /**
   * Calls an operation. Throws a `ClientError` for what cannot be sent, and an `ApiError` for a status from `maxStatus`
   * on, or one that is not declared; no secret of the request is in them. Without `maxStatus`, every status will do.
   */
  request(operation: Operation, init: CallInit, maxStatus?: number): Promise<ParsedResponse>;
}

/** Request of openapi-fetch that costs next to nothing: it is sent as `fetch(url, init)`. */
class LightRequest {
  declare readonly url: string;
  declare readonly method: string;
  declare readonly headers: Headers;
  declare readonly body: string | undefined;
  declare readonly signal: AbortSignal | undefined;

  constructor(url: string, init: object) {
    Object.assign(this, init, { url });
  }
}

/** Makes openapi-fetch's client. Its users' middlewares get the runtime's Request; without any, a call costs less. */
export function mendOpenApiFetch({ send, headers, baseUrl }: Connection, auth: Credentials): MendedClient {
  const { use, eject, request } = createFetchClient<paths>({ baseUrl, headers, pathSerializer });
  let Request: unknown = LightRequest;
  return {
    eject,
    use(...middlewares) {
      Request = globalThis.Request;
      use(...middlewares);
    },
    async request({ id: name, route, statuses }, { params, timeout, ...init }, maxStatus) {
      const [method, path] = route.split(" ") as [string, string];
      const secrets: unknown[] = [auth, headers, params?.path, init.headers, init.body];
      let isSent = false;
      const fetch = async (sent: Request | LightRequest) => {
        isSent = true;
        const body = sent instanceof LightRequest ? sent.body : await bodyOf(sent);
        const { url, signal } = sent;
        // A spread of the request would cost more.
        return send({ name, route, url, method, headers: headersOf(sent.headers), body, signal, timeout, secrets });
      };
      try {
        const options = { ...init, params: { path: {}, ...params }, Request, fetch, parseAs: "stream" };
        const { response, error } = await request(method as "get", path as "/user", options as never);
        const { status } = response;
        // openapi-fetch has read the body of an error.
        const body = parseBody(name, response, response.ok ? await response.text() : error);
        const declared = [commonStatuses, statusesByMethod[method], statuses].flat();
        if (!maxStatus || (status < maxStatus && declared.includes(status))) return { response, body };
        throw new ApiError(name, redact({ status, headers: headersOf(response.headers), body }, secrets));
      } catch (error) {
        init.signal?.throwIfAborted();
        if (isSent) throw withHint(error as ApiError, baseUrl);
        const { message } = error as Error;
        const text = error instanceof ClientError ? message : redact(message, secrets);
        throw new ClientError("invalid-request", `${name}: ${text}`);
      }
    },
  };
}

/** Adds to the error for a 404 that the base URL may be wrong. */
function withHint(error: ApiError, baseUrl: string): ApiError {
  if (error.status === 404 && !/\/api\/v3$|\/\/api\./.test(baseUrl))
    error.message += `; the base URL ${baseUrl} does not end in /api/v3`;
  return error;
}

/** Fills in the path. A parameter that is missing would be sent as `{id}`; dots would lead elsewhere. */
export function pathSerializer(url: string, values: Readonly<Record<string, unknown>>): string {
  return url.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = `${values[name] ?? ""}`;
    if (!/^\.{0,2}$/.test(value)) return encodeURIComponent(value);
    throw new ClientError("invalid-request", `needs the path parameter ${name}`);
  });
}
