import type { Log } from "./log.js";

/**
 * Ends the process with exit code 1 after an exception that no code catches, because its state is then unknown. The
 * exception is logged, and `shutdown` gives requests in flight a moment. A supervisor should restart the process.
 */
export function handleUncaughtExceptions(log: Log, shutdown: () => Promise<void>): void {
  process.once("uncaughtException", (error) => {
    log.error("crashed", error);
    process.on("uncaughtException", (another) => log.error("crashed while ending", another));
    shutdown()
      .finally(() => log.close())
      .finally(() => process.exit(1));
  });
}
