import type { Connection } from "./connect.js";
import type { Credentials } from "./credentials.js";
import { ClientError, hintAt } from "./errors.js";
import {
  type CallInit,
  LightRequest,
  type MendedClient,
  mendOpenApiFetch,
  type ParsedResponse,
} from "./openapi-fetch.js";
import type { ApiRequest } from "./request.js";
import { toApiRequest } from "./runtime-request.js";
import { redact } from "./secrets.js";

/** Response of a call, with the objects that had its secrets. */
interface SafeResponse extends ParsedResponse {
  readonly secrets: readonly unknown[];
}

/** Way to send requests that keeps their secrets in mind. */
interface SafeRequests {
  request(name: string, method: string, template: string, init: CallInit): Promise<SafeResponse>;
  readonly use: MendedClient["core"]["use"];
  readonly eject: MendedClient["core"]["eject"];
}

/**
 * Sends requests with all that errors have to know. What cannot be sent is a `ClientError` without a secret in it.
 * Middlewares of openapi-fetch's users get the runtime's Request; without any, a request costs less.
 */
export function safeRequests({ send, headers, baseUrl }: Connection, auth: Credentials): SafeRequests {
  const { core, request } = mendOpenApiFetch(baseUrl);
  let Request: unknown = LightRequest;
  return {
    eject: core.eject,
    use(...middlewares) {
      Request = globalThis.Request;
      core.use(...middlewares);
    },
    async request(name, method, template, init) {
      const secrets: unknown[] = [auth, init.params?.path, init.headers, init.body];
      let state: { readonly error?: unknown } | undefined;
      const fetch = async (sent: Request) => {
        state = {};
        const isLight = sent instanceof LightRequest;
        const request = (isLight ? sent : await toApiRequest(sent, template)) as unknown as ApiRequest;
        // What every request has is put in here: to merge Headers costs more.
        const all = isLight ? { ...headers(), ...request.headers } : request.headers;
        return send({ ...request, name, template, secrets, timeout: init.timeout, headers: all }).catch((error) => {
          state = { error };
          throw error;
        });
      };
      try {
        if (!baseUrl.startsWith("http")) throw new Error("the base URL has no scheme");
        const fixed = headers();
        secrets.push(fixed);
        const own = Request === LightRequest ? init.headers : { ...fixed, ...init.headers };
        return { ...(await request(name, method, template, { ...init, Request, fetch, headers: own })), secrets };
      } catch (error) {
        if (!state) throw invalidRequest(name, error, secrets);
        // openapi-fetch goes on after an error that is falsy, like the reason null of a signal.
        if ("error" in state && !state.error) throw state.error;
        throw withHint(error, baseUrl);
      }
    },
  };
}

/** Adds to the error for a page in place of JSON that the base URL may be wrong. */
function withHint(error: unknown, baseUrl: string): unknown {
  if (error instanceof ClientError && error.code === "invalid-response") error.message += hintAt(error.status, baseUrl);
  return error;
}

function invalidRequest(name: string, error: unknown, secrets: readonly unknown[]): ClientError {
  const { message } = Object(error);
  const text = error instanceof ClientError ? message : redact(message, secrets);
  return new ClientError("invalid-request", `${name}: ${text}`);
}
