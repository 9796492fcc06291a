import cluster, { type Worker } from "node:cluster";
import { AggregatorRegistry } from "prom-client";
import { openPatiently } from "../database/patience.js";
import { readSeeds, storeSeeds } from "../seeds/seeds.js";
import type { ServerSettings } from "../settings/server.js";
import { type Log, openLog } from "./log.js";
import { startMetricsServer } from "./metrics-server.js";
import { runServer } from "./run-server.js";
import { printStartupBanner } from "./startup-banner.js";
import { onAbort, stopSignal } from "./stop-signal.js";
import { handleUncaughtExceptions } from "./uncaught-exceptions.js";

/** Milliseconds until a worker that ended is started anew; each time twice as long, up to the second number. */
const [minRestartDelayMs, maxRestartDelayMs] = [100, 10_000];
/** A worker that lived for so many milliseconds ended for a reason of its own: the next one does not wait for it. */
const stableUptimeMs = 60_000;
/** The exit code of what cannot start as it is set. */
const usageExitCode = 2;

/** What a worker tells, and what it is told. */
type FromWorker = { readonly serving: string; readonly docs: string };
const stop = "stop";

/**
 * Starts workers that share the port, and another one for each that ends, until it is told to stop. Throws a
 * `UsageError` when it cannot start.
 */
export async function runWorkerPool(settings: ServerSettings): Promise<void> {
  const seeds = await readSeeds(settings);
  const log = openLog(settings, 0);
  // The workers end when this process does.
  handleUncaughtExceptions(log, async () => undefined);
  const stopped = stopSignal(() => {
    for (const worker of Object.values(cluster.workers ?? {})) worker?.process.kill("SIGKILL");
  });
  const database = await openPatiently(settings, log, stopped);
  if (!database) return;
  // Once, and not by each of the workers.
  const generated = await storeSeeds(database, seeds).finally(() => database.store.close());
  const registry = new AggregatorRegistry();
  const source = { contentType: registry.contentType, metrics: () => registry.clusterMetrics() };
  const metrics = settings.metrics && (await startMetricsServer(settings.metrics, source, log));
  try {
    const team = new WorkerPool(settings, log, ({ serving, docs }) => {
      // A free port that was picked once stays the same, even when no worker is left that has it.
      cluster.setupPrimary({ args: [...process.argv.slice(2), "--port", new URL(serving).port] });
      printStartupBanner({ address: serving, docs, metrics: metrics?.url, generated });
    });
    await Promise.race([onAbort(stopped), team.failed]);
    await team.stop();
  } finally {
    metrics?.close();
    log.flush();
  }
}

/** Serves as one of several, until the process that started it says so, or ends. */
export async function runWorker(settings: ServerSettings): Promise<void> {
  // A terminal sends its signals to all processes; the first one tells this one when to stop.
  for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, () => undefined);
  const controller = new AbortController();
  process.on("message", (message) => {
    if (message === stop) controller.abort();
  });
  process.on("disconnect", () => controller.abort());
  // Answers the first process when it is asked for metrics.
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

class WorkerPool {
  /** Is fulfilled when no worker can start. */
  readonly failed: Promise<void>;
  readonly #settings: ServerSettings;
  readonly #log: Log;
  #onServing: ((first: FromWorker) => void) | undefined;
  #fail: () => void = () => undefined;
  #isStopping = false;

  constructor(settings: ServerSettings, log: Log, onServing: (first: FromWorker) => void) {
    this.#settings = settings;
    this.#log = log;
    this.#onServing = onServing;
    this.failed = new Promise((resolve) => {
      this.#fail = resolve;
    });
    for (let index = 0; index < settings.workers; index += 1) this.#start(minRestartDelayMs);
  }

  /** Lets every worker finish, for as long as it may take, and ends those that do not. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    const workers = Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);
    const patience = (this.#settings["shutdown-delay"] + this.#settings["shutdown-timeout"]) * 1000 + maxRestartDelayMs;
    const killTimer = setTimeout(() => {
      for (const worker of workers) worker.process.kill("SIGKILL");
    }, patience);
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
      this.#onServing?.(message);
      this.#onServing = undefined;
    });
    worker.once("exit", (code, signal) => this.#replace(worker, code, signal, performance.now() - started, pause));
  }

  #replace({ id }: Worker, code: number | null, signal: string | null, life: number, pause: number): void {
    if (this.#isStopping) return;
    if (code === usageExitCode && this.#onServing) {
      process.exitCode = usageExitCode;
      this.#fail();
      return;
    }
    const wait = life > stableUptimeMs ? minRestartDelayMs : pause;
    this.#log.warn("a worker ended", {
      ended: id,
      code: code ?? undefined,
      signal: signal ?? undefined,
      restart: wait,
    });
    setTimeout(() => {
      if (!this.#isStopping) this.#start(Math.min(wait * 2, maxRestartDelayMs));
    }, wait);
  }
}
