import { createFinalURL, defaultPathSerializer, mergeHeaders } from "openapi-fetch";
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

/** An answer as it came: names of headers are lower case. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/**
 * Sends a request once and reads its answer, within milliseconds or, when they are 0, at leisure. Throws a
 * `ClientError`, or the signal's reason.
 */
export type Transport = (
  operation: Operation,
  request: AnyRequest,
  timeout: number,
  signal: AbortSignal | undefined,
  secrets: readonly string[],
) => Promise<RawAnswer>;

/** The serializer of openapi-fetch can do more, and is larger than all of this. */
const querySerializer = (query: object) => String(new URLSearchParams(JSON.parse(JSON.stringify(query))));

/** A transport over fetch. Redirects are refused: they would carry a one-time code to wherever they lead. */
export function createTransport(baseUrl: string, fixed: SentHeaders, fetchWith: Fetch | undefined): Transport {
  return ([id, method, template], { path, query, headers, body }, timeout, signal, secrets) =>
    within(id, timeout, signal, async (stopped) => {
      let code: ClientErrorCode = "invalid-request";
      try {
        const params = { path, query } as never;
        const pathSerializer = defaultPathSerializer;
        const url = new URL(createFinalURL(template, { baseUrl, params, querySerializer, pathSerializer }));
        const init: RequestInit = {
          method,
          redirect: "manual",
          signal: stopped,
          headers: mergeHeaders(fixed, { "content-type": body ? "application/json" : undefined }, headers),
          body: JSON.stringify(body),
        };
        code = "connection";
        const response = await (fetchWith ? fetchWith(new Request(url, init)) : fetch(url, init));
        return answerOf(id, response, await response.text());
      } catch (error) {
        if (error instanceof ClientError) throw error;
        const { message, cause } = Object(error);
        throw new ClientError(code, redacted(`${id}: ${Object(cause).code ?? message}`, secrets));
      }
    });
}

function answerOf(id: string, { status, headers }: Response, text: string): RawAnswer {
  const answer = { status, headers: Object.fromEntries(headers) };
  // Browsers show a redirect with the status 0.
  if (!status || (status > 300 && status < 400 && status !== 304)) {
    throw new ClientError("redirect", `${id}: a redirect, which is not followed`, status);
  }
  // What the description declares for 200 and 201 has a body; an error may have none.
  if (!text && status !== 200 && status !== 201) return answer;
  try {
    const body: unknown = JSON.parse(text);
    if (/\bjson\b/.test(answer.headers["content-type"] ?? "")) return { ...answer, body };
  } catch {
    // The runtime's message about broken JSON repeats a part of it, which may be a token.
  }
  throw new ClientError(
    "unreadable-answer",
    `${id}: ${status} with a body that is not JSON`,
    status,
    retryAfterOf(answer.headers),
  );
}
