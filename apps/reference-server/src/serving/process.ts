import { basePath, createServer, type SeedResult, type Server, type ServerOptions } from "@grantbook/server";
import type { Database } from "../database/database.js";
import { openPatiently } from "../database/patience.js";
import { Development } from "../development/development.js";
import { docsPath } from "../docs.js";
import { isOfDemo, type Seeds, storeSeeds } from "../seeds/seeds.js";
import type { ServerSettings } from "../settings/server.js";
import { catchCrashes } from "./crashes.js";
import { FailureLog } from "./failure-log.js";
import { Health, storeProbe } from "./health.js";
import { Listener } from "./listener.js";
import type { Log } from "./log.js";
import type { Metrics } from "./metrics.js";
import { createSite } from "./site.js";
import { given } from "./stop-signals.js";

/** Milliseconds that requests in flight have when the process has crashed. */
const lastMoment = 1000;

/** A process that serves. */
export interface Serving {
  /** Where it listens. */
  readonly address: string;
  /** How users reach the API. */
  readonly api: string;
  readonly docs: string;
  readonly database: Database;
  /** None where nobody asks for metrics. */
  readonly metrics: Metrics | undefined;
  /** What the seeds left out. */
  readonly generated: readonly SeedResult[];
}

/** What a process serves with. */
export interface ProcessOptions {
  readonly settings: ServerSettings;
  readonly log: Log;
  readonly seeds: Seeds;
  /** Ends it. */
  readonly stopped: AbortSignal;
  /** Is called when requests are served, and gives what is to be done after the last. */
  readonly whenServing: (serving: Serving) => Promise<() => void>;
}

/**
 * One process that serves, from the first moment to the last. It listens before the database is there, so that probes
 * are answered. Throws a `UsageError` when it cannot start.
 */
export async function serveProcess({ settings, log, seeds, stopped, whenServing }: ProcessOptions): Promise<void> {
  const health = new Health();
  const failures = new FailureLog(log);
  let server: Server | undefined;
  let database: Database | undefined;
  const metrics =
    settings.metrics &&
    (await import("./metrics.js")).createMetrics({
      inFlight: () => listener.inFlight,
      clients: () => listener.clients,
      passwords: () => server?.passwordFigures,
      database: () => database?.connections?.(),
    });
  const development = seeds.demo && new Development(async () => reset());
  const listener: Listener = new Listener({
    settings,
    answer: createSite({
      health,
      log,
      metrics,
      trustedProxies: settings["trusted-proxy"],
      server: () => server,
      development,
    }),
    onRefused(reason) {
      metrics?.countRefusedConnection(reason);
      log.debug("connection refused", { reason });
    },
    onError: (error) => failures.failure("no answer", error),
  });
  catchCrashes(log, async () => {
    health.stops();
    await listener.stop(0, lastMoment);
  });

  let open: () => Server;
  async function reset(): Promise<readonly SeedResult[] | undefined> {
    if (!database || !(await isOfDemo(database.store))) return undefined;
    await database.store.clear();
    const generated = await storeSeeds(database, seeds);
    // What the old one remembers, of limits for one, is gone as well.
    server = open();
    return generated;
  }

  try {
    const address = await listener.listen(settings);
    database = await openPatiently(settings, log, stopped);
    if (!database) return;
    const { store, key } = database;
    const generated = await storeSeeds(database, seeds);
    const publicUrl = settings["public-url"] ?? address;
    const docs = publicUrl + docsPath;
    const isUsable = () =>
      store.checkWritable().then(
        () => true,
        () => false,
      );
    const onOutage = (error: unknown) => failures.outage(error, isUsable);
    open = () =>
      createServer({
        store,
        key,
        publicUrl,
        docsUrl: docs,
        onError(error, { requestId, operationId, isOutage }) {
          if (isOutage) onOutage(error);
          else failures.failure("failure", error, { request: requestId, operation: operationId });
        },
        onAnswer(report) {
          log.request(report);
          metrics?.countRequest(report);
          development?.onAnswer(report);
        },
        ...(development ? { now: development.now, intercept: development.intercept } : {}),
        ...behaviourOf(settings),
      });
    server = open();
    health.serves(storeProbe(store), onOutage);
    const end = await whenServing({ address, api: publicUrl + basePath, docs, database, metrics, generated });
    log.info("serving", { address, pid: process.pid });
    try {
      await given(stopped);
      log.info("stopping");
      health.stops();
      await listener.stop(settings["shutdown-delay"] * 1000, settings["shutdown-timeout"] * 1000);
    } finally {
      end();
    }
  } finally {
    await listener.stop(0, 0);
    failures.close();
    await database?.store.close();
    log.flush();
  }
}

/** What the settings say about how the server answers. */
function behaviourOf(
  settings: ServerSettings,
): Pick<ServerOptions, "rehearsal" | "rateLimit" | "loginLimits" | "passwordLimits"> {
  const { sunset, brownout: brownouts, removal, "rate-limit": rateLimit } = settings;
  const within = settings["failed-minutes"] * 60_000;
  return {
    rehearsal: { sunset, brownouts, ...(removal ? { removal } : {}) },
    loginLimits: {
      passwords: { failures: settings["failed-passwords"], within },
      codes: { failures: settings["failed-codes"], within },
      codesInAll: { failures: settings["failed-codes-a-day"], within: 24 * 60 * 60_000 },
    },
    passwordLimits: {
      running: settings["password-verifications"],
      waiting: settings["password-queue"],
      remembered: settings["password-memory"] * 1000,
    },
    ...(rateLimit === undefined ? {} : { rateLimit }),
  };
}
