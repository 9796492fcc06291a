/**
 * Returns a signal that is aborted by SIGTERM or SIGINT. A second SIGTERM or SIGINT calls `beforeExit` and ends the
 * process with exit code 1.
 */
export function stopSignal(beforeExit: () => void = () => undefined): AbortSignal {
  const controller = new AbortController();
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.on(signal, () => {
      if (controller.signal.aborted) {
        beforeExit();
        process.exit(1);
      }
      controller.abort();
    });
  }
  return controller.signal;
}

/** Resolves when a signal is aborted. */
export function onAbort(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
