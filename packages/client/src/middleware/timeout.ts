import { ClientError } from "../errors.js";
import type { Wrap } from "../request.js";

/** Ends an attempt after `ms` milliseconds, its body included, with a `ClientError`; 0 disables the timeout. */
export function withTimeLimit(ms = 10_000): Wrap {
  return (next) => (request) =>
    withTimeout(request.name, request.timeout ?? ms, request.signal, (signal) => next({ ...request, signal }));
}

/**
 * Runs a function until it is done, until `ms` milliseconds are over (0 disables the timeout), or until the signal is
 * aborted: then it is aborted, and not waited for. Throws a `ClientError` with the name, or the signal's reason.
 */
export function withTimeout<T>(
  name: string,
  ms: number,
  signal: AbortSignal | null | undefined,
  run: (stopped: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  return new Promise((resolve, reject) => {
    const stop = () => {
      end();
      reject(signal?.aborted ? signal.reason : new ClientError("timeout", `${name}: nothing in ${ms} ms`));
      controller.abort();
    };
    const timer = ms > 0 && ms < 2 ** 31 ? setTimeout(stop, ms) : undefined;
    const unlisten = signal && onAbort(signal, stop);
    const end = () => {
      clearTimeout(timer);
      unlisten?.();
    };
    if (signal?.aborted) stop();
    else run(controller.signal).then(resolve, reject).then(end);
  });
}

/** Functions to call when a signal is aborted: one listener for all calls, since runtimes warn of more than ten. */
const stops = new WeakMap<AbortSignal, Set<() => void>>();

function stopAll(this: AbortSignal): void {
  for (const stop of stops.get(this) ?? []) stop();
}

/** Calls `stop` when a signal is aborted, until the function that it gives is called. */
function onAbort(signal: AbortSignal, stop: () => void): () => void {
  const all = stops.get(signal) ?? new Set();
  stops.set(signal, all.add(stop));
  signal.addEventListener("abort", stopAll);
  return () => {
    if (all.delete(stop) && all.size === 0) signal.removeEventListener("abort", stopAll);
  };
}
