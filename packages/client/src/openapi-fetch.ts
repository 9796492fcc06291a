import type { paths } from "@grantbook/contract";
import createFetchClient, { type Client } from "openapi-fetch";
import { ClientError } from "./errors.js";
import { parseBody } from "./response-body.js";

// openapi-fetch is mended here, and nowhere else, in what it gets wrong for this API (as of 0.17.0):
// 1. A result has no status.
//    https://github.com/openapi-ts/openapi-typescript/issues?q=openapi-fetch+status
// 2. A 304 and an empty error have the body "", and a success that is no JSON throws a SyntaxError that repeats a part
//    of the body. https://github.com/openapi-ts/openapi-typescript/issues?q=openapi-fetch+empty+body
// 3. A missing path parameter is sent as `{id}`.
//    https://github.com/openapi-ts/openapi-typescript/issues?q=openapi-fetch+missing+path+parameter
// 4. The runtime's Request makes a POST half as slow again.
//    https://github.com/openapi-ts/openapi-typescript/issues?q=openapi-fetch+Request

/** Request of openapi-fetch that costs next to nothing: it is sent as `fetch(url, init)`. */
export class LightRequest {
  constructor(url: string, init: RequestInit) {
    Object.assign(this, init, { url, headers: Object.fromEntries(init.headers as Headers) });
  }
}

/** Parameters of a call, as openapi-fetch takes them. */
export interface CallInit {
  readonly params?: { readonly path?: object | undefined; readonly query?: object | undefined };
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string | undefined>> | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly timeout?: number | undefined;
  /** Class of the request, in place of the runtime's. */
  readonly Request?: unknown;
  readonly fetch?: ((request: Request) => Promise<Response>) | undefined;
}

/** Response with its body parsed. */
export interface ParsedResponse {
  readonly response: Response;
  readonly body: unknown;
}

/** Client of openapi-fetch, and the mended way to call it. `name` is that of the operation in messages. */
export interface MendedClient {
  readonly core: Client<paths>;
  request(name: string, method: string, template: string, init: CallInit): Promise<ParsedResponse>;
}

/** Makes openapi-fetch's client. */
export function mendOpenApiFetch(baseUrl: string): MendedClient {
  const core = createFetchClient<paths>({ baseUrl, pathSerializer });
  return {
    core,
    async request(name, method, template, init) {
      const { response, error } = await core.request(
        method as "get",
        template as "/user",
        {
          ...init,
          params: { path: {}, ...init.params },
          parseAs: "stream",
        } as never,
      );
      // openapi-fetch reads the body of an error, which cannot be read twice.
      const isRead = response.bodyUsed && !Object.hasOwn(response, "text");
      return { response, body: parseBody(name, response, isRead ? error : await response.text()) };
    },
  };
}

/** Fills in the path. A parameter that is missing would be sent as `{id}`; dots would lead elsewhere. */
export function pathSerializer(url: string, values: Readonly<Record<string, unknown>>): string {
  return url.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = `${values[name] ?? ""}`;
    if (!/^\.{0,2}$/.test(value)) return encodeURIComponent(value);
    throw new ClientError("invalid-request", `needs the path parameter ${name}`);
  });
}
