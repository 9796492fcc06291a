import { type ClientError, waitOf } from "./errors.js";
import type { RawAnswer } from "./transport.js";

/** How often a call is tried again. */
export interface RetryOptions {
  /** How often at the most; 2 by default. */
  readonly retries?: number;
  /** Milliseconds to wait at the most before one retry; 20000 by default. A server that asks for more is not asked again. */
  readonly longestWait?: number;
}

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
  result: RawAnswer | { readonly error: unknown },
): number | undefined {
  if (tries >= retries || !/GET|PUT|DELETE/.test(method)) return undefined;
  const usual = Math.random() * Math.min(longestWait, 500 * 2 ** tries);
  if ("error" in result) {
    const { code, status } = result.error as ClientError;
    return code === "connection" || code === "timeout" || isPassing(status) ? usual : undefined;
  }
  const asked = waitOf(result.headers);
  const passes = isPassing(result.status) || (result.status === 403 && asked !== undefined);
  const wait = asked ?? usual;
  return passes && wait <= longestWait ? wait : undefined;
}

/** Whether a status is that of a server that is busy or restarting. */
function isPassing(status = 0): boolean {
  return [408, 429, 500, 502, 503, 504].includes(status);
}

/** Waits for milliseconds, or until the signal is aborted: then it throws the signal's reason. */
export function sleep(duration: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", end);
      if (signal?.aborted) reject(signal.reason);
      resolve();
    };
    const timer = setTimeout(end, duration);
    signal?.addEventListener("abort", end);
  });
}
