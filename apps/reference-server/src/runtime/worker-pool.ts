import cluster, { type Worker } from "node:cluster";
import { AggregatorRegistry } from "prom-client";
import { openWithRetry } from "../database/wait-for-database.js";
import type { ServerSettings } from "../options/serve-options.js";
import { readSeeds, storeSeeds, warnOfDifferences } from "../seeds/startup-seeds.js";
import { portAdvice, requireFreePort } from "./listen.js";
import { type Log, openLog } from "./log.js";
import { metricsAdvice, startMetricsServer } from "./metrics-server.js";
import { runServer } from "./run-server.js";
import { printStartupBanner } from "./startup-banner.js";
import { onAbort, stopSignal } from "./stop-signal.js";
import { handleUncaughtExceptions } from "./uncaught-exceptions.js";

/** Milliseconds until a worker is restarted; doubled for each restart, up to the maximum. */
const [minRestartDelayMs, maxRestartDelayMs] = [100, 10_000];
/** Milliseconds of uptime after which the delay starts again from its minimum. */
const stableUptimeMs = 60_000;
/** Exit code of a worker that cannot start with these settings. */
const usageExitCode = 2;

/** Messages between a worker and the primary process. */
type FromWorker = { readonly serving: string; readonly docs: string };
const stop = "stop";

/** Runs workers that share the port, and restarts those that exit, until SIGTERM or SIGINT. Throws a `UsageError`. */
export async function runWorkerPool(settings: ServerSettings): Promise<void> {
  const seeds = await readSeeds(settings);
  const log = openLog(settings, 0);
  // Workers exit when their channel to this process closes.
  handleUncaughtExceptions(log, async () => undefined);
  const stopped = stopSignal(() => {
    for (const worker of Object.values(cluster.workers ?? {})) worker?.process.kill("SIGKILL");
  });
  await requireFreePort(settings.host, settings.port, portAdvice);
  if (settings.metrics) await requireFreePort(settings.metrics.host, settings.metrics.port, metricsAdvice);
  const database = await openWithRetry(settings, log, stopped);
  if (!database) return;
  // Seeded here, once, and not by each worker.
  const generated = await warnOfDifferences(database, seeds, log)
    .then(() => storeSeeds(database, seeds))
    .finally(() => database.store.close());
  const registry = new AggregatorRegistry();
  const source = { contentType: registry.contentType, metrics: () => registry.clusterMetrics() };
  const metrics = settings.metrics && (await startMetricsServer(settings.metrics, source, log));
  try {
    const pool = new WorkerPool(settings, log, ({ serving, docs }) => {
      printStartupBanner({ address: serving, docs, metrics: metrics?.url, generated });
    });
    await Promise.race([onAbort(stopped), pool.failed]);
    await pool.stop();
  } finally {
    metrics?.close();
    await log.close();
  }
}

/** Runs the server as one worker, until the primary process sends `stop` or exits. */
export async function runWorker(settings: ServerSettings): Promise<void> {
  // A terminal signals all processes; the primary one decides when this one stops.
  for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, () => undefined);
  const controller = new AbortController();
  process.on("message", (message) => {
    if (message === stop) controller.abort();
  });
  process.on("disconnect", () => controller.abort());
  // Answers requests of the primary process for metrics.
  new AggregatorRegistry();
  await runServer({
    settings,
    log: openLog(settings, cluster.worker?.id),
    seeds: { demo: undefined, wanted: undefined },
    stopped: controller.signal,
    async onListening({ address, docs, metrics }) {
      if (metrics) AggregatorRegistry.setRegistries(metrics.registry);
      process.send?.({ serving: address, docs } satisfies FromWorker);
      return () => undefined;
    },
  });
  cluster.worker?.disconnect();
}

/** Workers of this process, each replaced when it exits. */
export class WorkerPool {
  /** Resolves when no worker can start. */
  readonly failed: Promise<void>;
  readonly #settings: ServerSettings;
  readonly #log: Log;
  /** Workers that serve. */
  readonly #serving = new Set<Worker>();
  #onListening: ((last: FromWorker) => void) | undefined;
  #fail: () => void = () => undefined;
  #isStopping = false;

  /** `onListening` is called once, when all workers serve: until then, some requests would be refused. */
  constructor(settings: ServerSettings, log: Log, onListening: (last: FromWorker) => void) {
    this.#settings = settings;
    this.#log = log;
    this.#onListening = onListening;
    this.failed = new Promise((resolve) => {
      this.#fail = resolve;
    });
    for (let index = 0; index < settings.workers; index += 1) this.#start(minRestartDelayMs);
  }

  /** Stops all workers. Those that exceed the shutdown time are killed. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    const workers = Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);
    const timeoutMs =
      (this.#settings["shutdown-delay"] + this.#settings["shutdown-timeout"]) * 1000 + maxRestartDelayMs;
    const killTimer = setTimeout(() => {
      for (const worker of workers) worker.process.kill("SIGKILL");
    }, timeoutMs);
    await Promise.all(
      workers.map(async (worker) => {
        const ended = new Promise((resolve) => worker.once("exit", resolve));
        if (worker.isConnected()) worker.send(stop);
        if (!worker.isDead()) await ended;
      }),
    );
    clearTimeout(killTimer);
  }

  #start(pause: number): void {
    const started = performance.now();
    const worker = cluster.fork();
    worker.on("message", (message: FromWorker) => {
      if (message.serving === undefined) return;
      // With --port 0, restarted workers listen on the port that the first one picked.
      cluster.setupPrimary({ args: [...process.argv.slice(2), "--port", new URL(message.serving).port] });
      this.#serving.add(worker);
      if (this.#serving.size < this.#settings.workers) return;
      this.#onListening?.(message);
      this.#onListening = undefined;
    });
    worker.once("exit", (code, signal) => this.#replace(worker, code, signal, performance.now() - started, pause));
  }

  #replace(worker: Worker, code: number | null, signal: string | null, uptime: number, pause: number): void {
    this.#serving.delete(worker);
    if (this.#isStopping) return;
    if (code === usageExitCode && this.#onListening) {
      process.exitCode = usageExitCode;
      this.#fail();
      return;
    }
    const wait = uptime > stableUptimeMs ? minRestartDelayMs : pause;
    this.#log.warn("a worker ended", {
      ended: worker.id,
      code: code ?? undefined,
      signal: signal ?? undefined,
      restart: wait,
    });
    setTimeout(() => {
      if (!this.#isStopping) this.#start(Math.min(wait * 2, maxRestartDelayMs));
    }, wait);
  }
}
