import { idempotentOperations } from "@grantbook/contract/calls";
import { ClientError, retryAfterOf } from "../errors.js";
import { type ApiRequest, headersOf, type Wrap } from "../request.js";
import { withTimeout } from "./timeout.js";

/** Settings of retries. */
export interface RetryOptions {
  /** Maximum number of retries; 2 by default. */
  readonly retries?: number | undefined;
  /**
   * Maximum time before one retry, in milliseconds; 20000 by default. When the server asks for a longer one, the call
   * fails at once.
   */
  readonly maxDelay?: number | undefined;
}

/**
 * Repeats a call that was lost or that may succeed later. Only an idempotent operation is repeated (RFC 9110 §9.2.2):
 * GET, PUT and DELETE, and a POST of which the description says so. The first attempt may have been carried out, its
 * response lost on the way: then a DELETE is answered with 404, and a get-or-create with 200 and without the token.
 */
export function withRetry({ retries = 2, maxDelay = 20_000 }: RetryOptions = {}): Wrap {
  return (next) => async (request) => {
    for (let attempts = isIdempotent(request) ? 0 : retries; attempts < retries; attempts += 1) {
      const response = await next(request).catch((error: unknown) => {
        if (!isLost(error)) throw error;
        return undefined;
      });
      const delay = delayBeforeRetry(response, attempts, maxDelay);
      if (response && !(delay <= maxDelay)) return response;
      await pause(request, delay);
    }
    return next(request);
  };
}

const isIdempotent = ({ route }: ApiRequest) =>
  /^(GET|HEAD|PUT|DELETE) /.test(route) || idempotentOperations.includes(route);

/** `fetch` throws a TypeError for a lost connection. */
const isLost = (error: unknown) =>
  error instanceof ClientError ? /connection|timeout/.test(error.code) : error instanceof TypeError;

/**
 * Milliseconds to wait; `NaN` for a response that a retry would not change. Waits what the server asks for, else a time
 * that doubles, with full jitter.
 */
function delayBeforeRetry(response: Response | undefined, attempts: number, maxDelay: number): number {
  const status = response?.status ?? 408;
  const after = response && retryAfterOf(headersOf(response.headers));
  // A 403 without a time is no rate limit.
  if (![408, 429, 500, 502, 503, 504].includes(status) && !(status === 403 && after !== undefined)) return Number.NaN;
  return after === undefined ? Math.random() * Math.min(maxDelay, 500 * 2 ** attempts) : after * 1000;
}

/** Waits, unless the request is aborted. */
const pause = (request: ApiRequest, delay: number) =>
  withTimeout(request, 0, (stopped) => {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, delay);
      stopped.onabort = () => clearTimeout(timer);
    });
  });
