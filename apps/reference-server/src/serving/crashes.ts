import type { Log } from "./log.js";

/**
 * Ends the process when something throws that nobody catches: what state things are in is not known then. It is
 * logged, what is in flight gets a moment, and the exit code is 1, so that whoever watches starts another.
 */
export function catchCrashes(log: Log, wind: () => Promise<void>): void {
  process.once("uncaughtException", (error) => {
    log.error("crashed", error);
    process.on("uncaughtException", (another) => log.error("crashed while ending", another));
    wind().finally(() => {
      log.flush();
      process.exit(1);
    });
  });
}
