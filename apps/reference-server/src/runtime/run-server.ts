import { basePath, createServer, type SeedResult, type ServerOptions } from "@grantbook/server";
import { createLocalAdmin } from "../admin/commands.js";
import type { Database } from "../database/database.js";
import { openWithRetry } from "../database/wait-for-database.js";
import { SampleValues } from "../development/sample-values.js";
import { createSwitchRoutes } from "../development/switch-routes.js";
import { listTokensOfUsers } from "../development/tokens.js";
import { createSwitches, withDevelopment } from "../development/with-development.js";
import { createDocs, docsPath } from "../docs.js";
import { occasionally } from "../occasionally.js";
import type { ServerSettings } from "../options/serve-options.js";
import { isOfDemo, type Seeds, storeSeeds, warnOfDifferences } from "../seeds/startup-seeds.js";
import { FailureLog } from "./failure-log.js";
import { Health, storeProbe } from "./health.js";
import { Listener } from "./listener.js";
import type { Log } from "./log.js";
import type { Metrics } from "./metrics.js";
import { type ApiServer, createRouter } from "./router.js";
import { toServerOptions } from "./server-options.js";
import { onAbort } from "./stop-signal.js";
import { handleUncaughtExceptions } from "./uncaught-exceptions.js";

/** Milliseconds that requests in flight have after an uncaught exception. */
const crashGraceMs = 1000;

/** Server of a process, once it accepts requests. */
export interface RunningServer {
  /** Address that it listens on. */
  readonly address: string;
  /** Public address of the API. */
  readonly api: string;
  readonly docs: string;
  readonly database: Database;
  /** Absent without `--metrics`. */
  readonly metrics: Metrics | undefined;
  /** Values that were generated because the seed left them out. */
  readonly generated: SeedResult;
}

/** Options of {@link runServer}. */
export interface RunServerOptions {
  readonly settings: ServerSettings;
  readonly log: Log;
  readonly seeds: Seeds;
  /** Stops the server when it is aborted. */
  readonly stopped: AbortSignal;
  /** Called when the API accepts requests. Returns a function that is called after the last response. */
  readonly onListening: (server: RunningServer) => Promise<() => void>;
}

/**
 * Runs the server until `stopped` is aborted. It listens before the database is open, so that it answers probes from
 * the start. Throws a `UsageError` when it cannot start.
 */
export async function runServer({ settings, log, seeds, stopped, onListening }: RunServerOptions): Promise<void> {
  const health = new Health();
  const failures = new FailureLog(log);
  let server: ApiServer | undefined;
  let database: Database | undefined;
  let publicUrl = "";
  const metrics =
    settings.metrics &&
    (await import("./metrics.js")).createMetrics({
      inFlight: () => listener.inFlight,
      clients: () => listener.connections,
      passwords: () => server?.passwordStats,
      database: () => database?.connections?.(),
    });
  const switches = seeds.demo && createSwitches();
  const samples = switches && seeds.demo && new SampleValues(seeds.demo, switches.clock.now);
  const listener: Listener = new Listener({
    settings,
    handler: createRouter({
      health,
      log,
      metrics,
      trustedProxies: settings["trusted-proxy"],
      server: () => server,
      docs: createDocs({
        publicUrl: () => publicUrl,
        samples,
        database: () => database,
      }),
      switches:
        switches &&
        createSwitchRoutes(switches, {
          reset: async () => reset(),
          tokens: async () => (database ? listTokensOfUsers(createLocalAdmin(database)) : []),
          hosts: settings["demo-host"],
        }),
    }),
    onRefused(reason, response) {
      metrics?.countRefusedConnection(reason);
      if (!response) return log.debug("connection refused", { reason });
      const { requestId: request, ...rest } = response;
      log.debug("request refused", { request, reason, ...rest });
    },
    onError: (error) => failures.failure("no response", error),
  });
  handleUncaughtExceptions(log, async () => {
    health.setStopping();
    await listener.stop(0, crashGraceMs);
  });

  let open: () => ApiServer;
  async function reset(): Promise<SeedResult | undefined> {
    if (!database || !(await isOfDemo(database.store))) return undefined;
    await database.store.clear();
    const generated = await storeSeeds(database, seeds);
    samples?.clear();
    // A new server has no memory of failed logins and rate limits.
    server = open();
    return generated;
  }

  try {
    const address = await listener.listen(settings);
    publicUrl = settings["public-url"] ?? address;
    database = await openWithRetry(settings, log, stopped);
    if (!database) return;
    await warnOfDifferences(database, seeds, log);
    const { store, key } = database;
    const onSeedProgress = occasionally((users, of) => log.info("storing the seed", { users, of }));
    const generated = await storeSeeds(database, seeds, onSeedProgress);
    const docs = publicUrl + docsPath;
    const isUsable = () =>
      store.checkWritable().then(
        () => true,
        () => false,
      );
    const onOutage = (error: unknown) => failures.outage(error, isUsable);
    const options: ServerOptions = {
      store,
      key,
      publicUrl,
      docsUrl: docs,
      demoUsers: seeds.demo?.users ?? [],
      onError(error, { requestId, operationId, isOutage }) {
        if (isOutage) onOutage(error);
        else failures.failure("failure", error, { request: requestId, operation: operationId });
      },
      onResponse(entry) {
        log.request(entry);
        metrics?.countRequest(entry);
      },
      ...toServerOptions(settings),
    };
    open = () => (switches ? withDevelopment(options, switches) : createServer(options));
    server = open();
    health.setReady(storeProbe(store), onOutage);
    const end = await onListening({ address, api: publicUrl + basePath, docs, database, metrics, generated });
    log.info("serving", { address, pid: process.pid });
    try {
      await onAbort(stopped);
      log.info("stopping");
      health.setStopping();
      await listener.stop(settings["shutdown-delay"] * 1000, settings["shutdown-timeout"] * 1000);
    } finally {
      end();
    }
  } finally {
    await listener.stop(0, 0);
    failures.close();
    await database?.store.close();
    await log.close();
  }
}
