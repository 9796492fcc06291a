import cluster from "node:cluster";
import { sharedEngineTitles } from "@grantbook/server/engine";
import type { ServerSettings } from "../options/serve-options.js";
import { UsageError } from "../usage-error.js";
import { runSingleProcess } from "./single-process.js";

/** Runs the server, in one process or several, until it is stopped. Throws a {@link UsageError}. */
export async function startServer(settings: ServerSettings): Promise<void> {
  const { workers, database, demo } = settings;
  if (workers === 1) return runSingleProcess(settings);
  if (!database.engine.isShared) {
    throw new UsageError(
      `--workers: one process owns a ${database.engine.title} file; for several processes use ${sharedEngineTitles}`,
    );
  }
  if (demo) throw new UsageError("--demo is for one process; leave out --workers");
  const { runWorker, runWorkerPool } = await import("./worker-pool.js");
  return cluster.isWorker ? runWorker(settings) : runWorkerPool(settings);
}
