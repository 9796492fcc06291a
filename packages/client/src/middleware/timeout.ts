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
  return new Promise((resolve, reject) => {
    const controller = new AbortController();
    const stop = () => {
      end();
      reject(signal?.aborted ? signal.reason : new ClientError("timeout", `${name}: nothing in ${ms} ms`));
      controller.abort();
    };
    const timer = ms > 0 && ms < 2 ** 31 ? setTimeout(stop, ms) : undefined;
    if (signal) addStop(signal, stop);
    const end = () => {
      clearTimeout(timer);
      if (signal) removeStop(signal, stop);
    };
    if (signal?.aborted) stop();
    else run(controller.signal).then(resolve, reject).then(end);
  });
}

const stopsBySignal = new WeakMap<AbortSignal, Set<() => void>>();

function stopAll(this: AbortSignal): void {
  for (const stop of stopsBySignal.get(this) ?? []) stop();
}

/** Calls a function when a signal is aborted: one listener for all calls, since runtimes warn of more than ten. */
function addStop(signal: AbortSignal, stop: () => void): void {
  const stops = stopsBySignal.get(signal);
  if (stops) stops.add(stop);
  else {
    stopsBySignal.set(signal, new Set([stop]));
    signal.addEventListener("abort", stopAll);
  }
}

/** Leaves nothing on a signal that outlives its calls. */
function removeStop(signal: AbortSignal, stop: () => void): void {
  const stops = stopsBySignal.get(signal);
  if (!stops?.delete(stop) || stops.size > 0) return;
  stopsBySignal.delete(signal);
  signal.removeEventListener("abort", stopAll);
}
