import { ClientError } from "./errors.js";

/**
 * Runs something until it is done, until milliseconds are over (0 for any time), or until the signal is aborted: then
 * it is told to stop, and not waited for. Throws a `ClientError` with the name of what was run, or the signal's reason.
 */
export function within<T>(
  name: string,
  timeout: number,
  signal: AbortSignal | undefined,
  run: (stopped: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", stop);
    };
    const stop = () => {
      end();
      reject(signal?.aborted ? signal.reason : new ClientError("timeout", `${name}: nothing in ${timeout} ms`));
      controller.abort();
    };
    const timer = timeout > 0 && timeout < 2 ** 31 ? setTimeout(stop, timeout) : undefined;
    signal?.addEventListener("abort", stop);
    if (signal?.aborted) stop();
    else run(controller.signal).then(resolve, reject).then(end);
  });
}
