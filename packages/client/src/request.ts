/** Request on its way through the middlewares: everything that `fetch` needs, and what the middlewares know of it. */
export interface ApiRequest {
  readonly url: string;
  readonly method: string;
  /** Header names are lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  readonly redirect?: "follow" | "error" | "manual" | undefined;
  /** Aborts the call; it then throws the signal's reason. */
  readonly signal?: AbortSignal | null | undefined;
  /** Method and path of the operation, with its parameters in braces: `GET /user`. */
  readonly route: string;
  /** Name of the operation in messages: its id, or its route. */
  readonly name: string;
  /** Milliseconds that one attempt may take, in place of the setting. */
  readonly timeout?: number | undefined;
  /** Objects that have secrets, to keep them out of errors: credentials, headers, path parameters, the body. */
  readonly secrets: unknown[];
}

/** Sends a request. */
export type Send = (request: ApiRequest) => Promise<Response>;

/** Puts a middleware around a function that sends a request. */
export type Wrap = (next: Send) => Send;

/** Second parameter of {@link Fetch}. */
export interface FetchInit {
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body?: string;
  readonly redirect?: "follow" | "error" | "manual";
  readonly signal?: AbortSignal;
}

/** Response as far as a client reads it: that of the runtime, of undici, of node-fetch. */
export interface FetchResponse {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  text(): Promise<string>;
}

/** Function like the runtime's `fetch`. It is called with an address and an object. */
export type Fetch = (url: string, init: FetchInit) => Promise<FetchResponse>;

/** Response with its headers as an object; the names are lower case. */
export interface ResponseRecord {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** Headers as an object. Reading all of them costs more than the rest of a call. */
export const headersOf = (headers: Headers): Record<string, string> => Object.fromEntries(headers);

/** Reads the body of a request of the runtime: it may be sent more than once. */
export const bodyOf = async (request: Request): Promise<string | undefined> => (await request.text()) || undefined;

/**
 * Sends a request with `fetch`, and reads the body of the response, so that a lost connection or a timeout is noticed
 * here. The text can be read again from the response.
 */
export function sendWith(fetch: Fetch): Send {
  return async ({ url, method, headers, body, redirect, signal }) => {
    const init = { method, headers, body, redirect, signal } as FetchInit;
    const response = (await fetch(url, init)) as Response;
    const text = await response.text();
    // Defined, not assigned: in the Response of `@hono/node-server` both are read-only.
    return Object.defineProperties(response, {
      text: { value: async () => text },
      clone: { value: () => new Response(text || null, response) },
    });
  };
}
