import { type ClientError, retryAfterOf } from "./errors.js";
import type { RawAnswer } from "./transport.js";

/** How often a call is tried again. */
export interface RetryOptions {
  /** How often at the most; 2 by default. */
  readonly retries?: number;
  /** Milliseconds to wait at the most before one retry; 20000 by default. A server that asks for more is not asked again. */
  readonly longestWait?: number;
}

/** What a try came to: an answer, or a `ClientError`. */
type Outcome = Partial<Pick<RawAnswer, "headers"> & Pick<ClientError, "code" | "status" | "retryAfter">>;

/**
 * Milliseconds to wait before a failed try is repeated; nothing when it is not to be. What the server asks for is
 * waited; else the wait doubles, with full jitter. Only what is done twice as if it were done once is repeated (RFC
 * 9110 §9.2.2). It may have been carried out the first time, its answer lost on the way: then a DELETE is answered
 * with 404, and a get-or-create with 200 and without the token.
 */
export function waitBeforeRetry(
  method: string,
  tries: number,
  { retries = 2, longestWait = 20_000 }: RetryOptions,
  { code, status = 0, headers = {}, retryAfter = retryAfterOf(headers) }: Outcome,
): number | undefined {
  const passes =
    code === "connection" ||
    code === "timeout" ||
    // A server that is busy or restarting.
    [408, 429, 500, 502, 503, 504].includes(status) ||
    (status === 403 && retryAfter !== undefined);
  const usual = Math.random() * Math.min(longestWait, 500 * 2 ** tries);
  const wait = retryAfter === undefined ? usual : retryAfter * 1000;
  return passes && tries < retries && /GET|PUT|DELETE/.test(method) && wait <= longestWait ? wait : undefined;
}
