import { EventEmitter } from "node:events";
import { join } from "node:path";
import { Worker } from "node:worker_threads";

/**
 * @typedef {import("vitest/node").PoolOptions} PoolOptions
 * @typedef {import("vitest/node").PoolWorker} PoolWorker
 */

/** Maximum number of test files that one thread runs: each leaves a listener behind. */
const maxFiles = 50;

/** Thread that waits for test files, and how many it had. @type {{ thread: Worker, files: number } | undefined} */
let warm;

/**
 * Pool of Vitest with one thread for all runs. Each file still loads its modules anew, all but those in `node_modules`:
 * to start a thread and to load them takes longer than most tests, for each of thousands of faults.
 */
export const warmThreads = {
  name: "warm-threads",
  createPoolWorker: (/** @type {PoolOptions} */ options) => new WarmWorker(options),
};

/** @implements {PoolWorker} */
class WarmWorker {
  name = "warm-threads";
  #events = new EventEmitter();
  #options;
  /** @type {Worker | undefined} */
  #thread;
  /** @type {["message" | "error" | "exit", (argument: unknown) => void][]} */
  #forwarded = [];

  /** @param {PoolOptions} options */
  constructor(options) {
    this.#options = options;
  }

  async start() {
    if (warm && warm.files >= maxFiles) {
      await warm.thread.terminate();
      warm = undefined;
    }
    warm ??= { thread: startThread(this.#options), files: 0 };
    warm.files += 1;
    this.#thread = warm.thread;
    this.#forwarded = /** @type {const} */ (["message", "error", "exit"]).map((event) => [
      event,
      (argument) => this.#events.emit(event, argument),
    ]);
    for (const [event, forward] of this.#forwarded) this.#thread.on(event, forward);
  }

  /** @param {string} event @param {(argument: unknown) => void} listener */
  on(event, listener) {
    this.#events.on(event, listener);
  }

  /** @param {string} event @param {(argument: unknown) => void} listener */
  off(event, listener) {
    this.#events.off(event, listener);
  }

  /** @param {import("vitest/node").WorkerRequest} message */
  send(message) {
    if (message.type !== "stop") return void this.#thread?.postMessage(message);
    // The thread stays: it could not start again.
    for (const [event, forward] of this.#forwarded) this.#thread?.off(event, forward);
    this.#events.emit("message", { __vitest_worker_response__: true, type: "stopped" });
  }

  async stop() {}

  /** @param {unknown} data */
  deserialize(data) {
    return data;
  }
}

/** @param {PoolOptions} options */
function startThread({ distPath, env, execArgv }) {
  const thread = new Worker(join(distPath, "workers/threads.js"), { env, execArgv, stdout: true, stderr: true });
  thread.stdout.resume();
  thread.stderr.resume();
  thread.unref();
  thread.on("exit", () => {
    if (warm?.thread === thread) warm = undefined;
  });
  return thread;
}
