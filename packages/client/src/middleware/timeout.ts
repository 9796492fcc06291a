import { ClientError } from "../errors.js";
import type { ApiRequest, Wrap } from "../request.js";

/** Ends an attempt after `ms` milliseconds, its body included, with a `ClientError`; 0 disables the timeout. */
export function withTimeLimit(ms = 10_000): Wrap {
  return (next) => (request) => withTimeout(request, request.timeout ?? ms, (signal) => next({ ...request, signal }));
}

/**
 * Runs a function until it is done, until `ms` milliseconds are over (0 disables the timeout), or until the request is
 * aborted: then it is aborted, and not waited for. Throws a `ClientError`, or the reason of the request's signal.
 */
export function withTimeout<T>(
  { name, signal }: ApiRequest,
  ms: number,
  run: (stopped: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let forget: (() => void) | null | undefined;
  return new Promise<T>((resolve, reject) => {
    const stop = () => {
      reject(signal?.aborted ? signal.reason : new ClientError("timeout", `${name}: nothing in ${ms} ms`));
      controller.abort();
    };
    if (ms > 0 && ms < 2 ** 31) timer = setTimeout(stop, ms);
    forget = signal && onAbort(signal, stop);
    if (signal?.aborted) stop();
    else run(controller.signal).then(resolve, reject);
  }).finally(() => {
    clearTimeout(timer);
    forget?.();
  });
}

const stopsBySignal = new WeakMap<AbortSignal, Set<() => void>>();

function stopAll(this: AbortSignal): void {
  for (const stop of stopsBySignal.get(this) ?? []) stop();
}

/**
 * Calls a function when a signal is aborted, until the returned one is called. One listener serves all calls: runtimes
 * warn of more than ten, and nothing stays on a signal that outlives its calls.
 */
function onAbort(signal: AbortSignal, stop: () => void): () => void {
  const stops = stopsBySignal.get(signal) ?? new Set();
  stopsBySignal.set(signal, stops.add(stop));
  // A listener that is there already is not added again.
  signal.addEventListener("abort", stopAll);
  return () => {
    if (stops.delete(stop) && stops.size === 0) signal.removeEventListener("abort", stopAll);
  };
}
