/**
 * Waits for the signal to stop, SIGTERM or SIGINT. A second one ends the process at once, with exit code 1, after what
 * `atOnce` still does.
 */
export function stopSignal(atOnce: () => void = () => undefined): AbortSignal {
  const controller = new AbortController();
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.on(signal, () => {
      if (controller.signal.aborted) {
        atOnce();
        process.exit(1);
      }
      controller.abort();
    });
  }
  return controller.signal;
}

/** Waits until a signal is given. */
export function given(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
