import { type ClientError, retryAfterOf } from "./errors.js";
import { type RawAnswer, recordOf } from "./transport.js";

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
  { code, status = 0, headers, retryAfter }: Outcome,
): number | undefined {
  const isLost = code === "connection" || code === "timeout";
  // A server that is busy or restarting, or a limit.
  const mayPass = isLost || [403, 408, 429, 500, 502, 503, 504].includes(status);
  if (!mayPass || tries >= retries || !/GET|PUT|DELETE/.test(method)) return undefined;
  const after = retryAfter ?? (headers && retryAfterOf(recordOf(headers)));
  if (status === 403 && after === undefined) return undefined;
  const wait = after === undefined ? Math.random() * Math.min(longestWait, 500 * 2 ** tries) : after * 1000;
  return wait <= longestWait ? wait : undefined;
}
