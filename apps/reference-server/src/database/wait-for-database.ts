import cluster from "node:cluster";
import { existsSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { StoreUnavailableError } from "@grantbook/server";
import { OpenDatabaseError } from "@grantbook/server/engine";
import type { ServerSettings } from "../options/serve-options.js";
import type { Log } from "../runtime/log.js";
import { UsageError } from "../usage-error.js";
import { type Database, openDatabase } from "./database.js";
import { permissionWarnings } from "./permissions.js";

/** Milliseconds between the first attempts; the pause doubles each time, up to the second number. */
const [minPauseMs, maxPauseMs] = [200, 5000];

/**
 * Opens the database. Retries for as long as `--database-wait` says while it is unavailable. Returns `undefined` when
 * `stopped` is aborted first. Throws a {@link UsageError}.
 */
export async function openWithRetry(
  settings: ServerSettings,
  log: Log,
  stopped: AbortSignal,
): Promise<Database | undefined> {
  const end = performance.now() + settings["database-wait"] * 1000;
  for (let pause = minPauseMs; !stopped.aborted; pause = Math.min(pause * 2, maxPauseMs)) {
    try {
      const { database: address } = settings;
      const isNew = address.file !== undefined && !existsSync(address.file);
      const database = await openDatabase(settings, "serve");
      if (isNew) log.info("created the database", { file: address.file });
      // The primary warns for its workers.
      if (cluster.isPrimary) warnOfPermissions(settings, log);
      return database;
    } catch (error) {
      if (!(error instanceof OpenDatabaseError)) throw error;
      const isAway = error.cause instanceof StoreUnavailableError;
      const left = end - performance.now();
      if (!isAway || left <= 0) throw new UsageError(error.message);
      log.warn("waiting for the database", { reason: error.message });
      await sleep(Math.min(pause, left), undefined, { signal: stopped }).catch(() => undefined);
    }
  }
  return undefined;
}

function warnOfPermissions(settings: ServerSettings, log: Log): void {
  for (const { message, ...fields } of permissionWarnings(settings)) log.warn(message, fields);
}
