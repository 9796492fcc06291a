import cluster from "node:cluster";
import { sharedEngineTitles } from "@grantbook/server/engine";
import type { ServerSettings } from "../settings/server.js";
import { UsageError } from "../usage-error.js";
import { serveAlone } from "./alone.js";

/** Serves until it is told to stop. Throws a {@link UsageError} when it cannot start. */
export async function serve(settings: ServerSettings): Promise<void> {
  const { workers, database, demo } = settings;
  if (workers === 1) return serveAlone(settings);
  if (!database.engine.isShared) {
    throw new UsageError(
      `--workers: one process owns a ${database.engine.title} file; for several processes use ${sharedEngineTitles}`,
    );
  }
  if (demo) throw new UsageError("--demo is for one process; leave out --workers");
  const { serveAsWorker, superviseWorkers } = await import("./workers.js");
  return cluster.isWorker ? serveAsWorker(settings) : superviseWorkers(settings);
}
