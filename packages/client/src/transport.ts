import { createFinalURL, mergeHeaders } from "openapi-fetch";
import { ClientError, type ClientErrorCode, retryAfterOf } from "./errors.js";
import type { Operation } from "./operations.js";
import { redacted } from "./secrets.js";
import { within } from "./within.js";

/** Sends a request. A server's own `fetch` works without a socket. */
export type Fetch = (request: Request) => Promise<Response>;

/** Headers to send; those without a value are left out. */
export type SentHeaders = Readonly<Record<string, string | undefined>>;

/** What an operation is asked with. */
export interface AnyRequest {
  readonly path?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>> | undefined;
  readonly headers?: SentHeaders | undefined;
  readonly body?: unknown;
}

/** An answer as it came. Its headers are read only by who wants one: to read all of them costs more than the rest. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body?: unknown;
}

/** The same, with all headers in an object: their names are lower case. */
export interface ReadableAnswer extends Omit<RawAnswer, "headers"> {
  readonly headers: Readonly<Record<string, string>>;
}

/** All headers in an object. */
export const recordOf = (headers: Headers): Record<string, string> => Object.fromEntries(headers);

/** An answer with all its headers. */
export const readable = (answer: RawAnswer): ReadableAnswer => ({ ...answer, headers: recordOf(answer.headers) });

/**
 * Sends a request once and reads its answer, within milliseconds or, when they are 0, at leisure. Throws a
 * `ClientError`, or the signal's reason.
 */
export type Transport = (
  operation: Operation,
  request: AnyRequest,
  timeout: number,
  signal: AbortSignal | undefined,
  secrets: () => readonly string[],
) => Promise<RawAnswer>;

/** The serializers of openapi-fetch can do more, and are larger than all of this. */
const querySerializer = (query: object) =>
  Object.keys(query)[0] ? String(new URLSearchParams(JSON.parse(JSON.stringify(query)))) : "";

/** Where an operation is asked. A parameter that is missing would be sent as `{id}`; dots would lead elsewhere. */
function addressOf(baseUrl: string, { id, path: template }: Operation, { path = {}, query }: AnyRequest): string {
  const pathSerializer = (text: string, values: Readonly<Record<string, unknown>>) =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = `${values[name] ?? ""}`;
      if (!/^\.{0,2}$/.test(value)) return encodeURIComponent(value);
      throw new ClientError("invalid-request", `${id} needs the path parameter ${name}`);
    });
  const url = createFinalURL(template, { baseUrl, params: { path, query } as never, querySerializer, pathSerializer });
  if (url.startsWith("http")) return url;
  throw new ClientError("invalid-request", `${id}: the base URL has no scheme`);
}

/** A transport over fetch. Redirects are refused: they would carry a one-time code to wherever they lead. */
export function createTransport(baseUrl: string, fixed: SentHeaders, fetchWith: Fetch | undefined): Transport {
  let usual: Headers | undefined;
  /** Made once for all requests that have nothing of their own: that is a part of what a GET costs. */
  const headersOf = ({ headers, body }: AnyRequest) => {
    if (headers || body) return mergeHeaders(fixed, { "content-type": body ? "application/json" : undefined }, headers);
    usual ??= mergeHeaders(fixed);
    return usual;
  };
  return (operation, request, timeout, signal, secrets) => {
    const { id, method } = operation;
    return within(id, timeout, signal, async (stopped) => {
      let code: ClientErrorCode = "invalid-request";
      try {
        const url = addressOf(baseUrl, operation, request);
        const init: RequestInit = {
          method,
          redirect: "manual",
          signal: stopped,
          headers: headersOf(request),
          body: JSON.stringify(request.body),
        };
        code = "connection";
        const response = await (fetchWith ? fetchWith(new Request(url, init)) : fetch(url, init));
        return answerOf(id, response, await response.text());
      } catch (error) {
        if (error instanceof ClientError) throw error;
        const { message, cause } = Object(error);
        throw new ClientError(code, redacted(`${id}: ${Object(cause).code ?? message}`, secrets()));
      }
    });
  };
}

function answerOf(id: string, { status, headers }: Response, text: string): RawAnswer {
  const answer = { status, headers };
  // Browsers show a redirect with the status 0.
  if (!status || (status > 300 && status < 400 && status !== 304)) {
    throw new ClientError("redirect", `${id}: a redirect, which is not followed`, status);
  }
  // What the description declares for 200 and 201 has a body; an error may have none.
  if (!text && status !== 200 && status !== 201) return answer;
  try {
    const body: unknown = JSON.parse(text);
    if (/\bjson\b/.test(headers.get("content-type") ?? "")) return { ...answer, body };
  } catch {
    // The runtime's message about broken JSON repeats a part of it, which may be a token.
  }
  throw new ClientError(
    "unreadable-answer",
    `${id}: ${status} with a body that is not JSON`,
    status,
    retryAfterOf(recordOf(headers)),
  );
}
