// The executable, started as an operator would, and what its operating system says about it.
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

/**
 * @typedef {import("node:stream").Readable} Readable
 * @typedef {import("node:child_process").ChildProcessByStdio<null, Readable, Readable>} Child
 * @typedef {object} ServerOptions
 * @property {string} executable the compiled `grantbook`
 * @property {string} folder where it runs
 * @property {string} database its address
 * @property {readonly string[]} flags of `grantbook serve`
 * @property {number} [heapMb] megabytes of its heap; as many as Node takes when left out
 */

/** Milliseconds that it has to start. */
const startMs = 60_000;
/** Milliseconds that it has to tell its metrics, which come after what it is busy with. */
const metricMs = 60_000;
/** Characters that are kept of what it logs. */
const maxLog = 8_000_000;

/** @param {ServerOptions} options @returns {Promise<Server>} */
export async function startServer({ executable, folder, database, flags, heapMb }) {
  const own = ["--port", "0", "--metrics", "127.0.0.1:0", "--log-format", "json", "--database", database];
  const level = flags.includes("--log-level") ? [] : ["--log-level", "warn"];
  const child = spawn(process.execPath, [executable, "serve", ...own, ...level, ...flags], {
    cwd: folder,
    env: { PATH: process.env.PATH, ...(heapMb ? { NODE_OPTIONS: `--max-old-space-size=${heapMb}` } : {}) },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const server = new Server(child);
  await server.started(startMs);
  return server;
}

/** A server that runs. */
export class Server {
  port = 0;
  #metrics = "";
  #stdout = "";
  /** What it logged. */
  log = "";
  /** Whether it was asked to end. */
  isToEnd = false;
  /** The exit code, or the signal that ended it; nothing while it runs. @type {number | string | undefined} */
  ended;

  /** @param {Child} child */
  constructor(child) {
    this.child = child;
    this.pid = child.pid ?? 0;
    child.stdout.on("data", (chunk) => {
      this.#stdout += chunk;
    });
    child.stderr.on("data", (chunk) => {
      if (this.log.length < maxLog) this.log += chunk;
    });
    child.once("close", (code, signal) => {
      this.ended = code ?? signal ?? "?";
    });
  }

  /** Waits until it listens. @param {number} limitMs */
  async started(limitMs) {
    await until(() => this.ended !== undefined || /^metrics at (\S+)$/m.test(this.#stdout), limitMs);
    this.#metrics = /^metrics at (\S+)$/m.exec(this.#stdout)?.[1] ?? "";
    const [, address] = /^listening on (\S+)$/m.exec(this.#stdout) ?? [];
    if (!address || !this.#metrics) {
      await this.kill();
      throw new Error(`The server did not start (${this.ended ?? "it does not listen"}): ${this.log.slice(0, 500)}`);
    }
    this.port = Number(new URL(address).port);
  }

  /** Resident memory in megabytes; 0 when it has ended. Linux alone has it. */
  get memory() {
    return memoryOf(this.pid);
  }

  /** Open descriptors. */
  get descriptors() {
    try {
      return readdirSync(`/proc/${this.pid}/fd`).length;
    } catch {
      return 0;
    }
  }

  /** Lines of the log that tell of a failure of the server's own. */
  get failures() {
    return this.log.split("\n").filter((line) => line !== "" && !/^\{"level":"(debug|info|warn)"/.test(line));
  }

  /** Sum of a metric; nothing when the server has ended, or is stuck. @param {string} name with labels, where wanted */
  async metric(name) {
    try {
      const answer = await fetch(this.#metrics, { signal: AbortSignal.timeout(metricMs) });
      const lines = (await answer.text()).split("\n").filter((line) => line.startsWith(name));
      return lines.reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(" "))), 0);
    } catch {
      return undefined;
    }
  }

  /**
   * Ends it with SIGTERM, and kills it when that takes longer than the limit. Gives the exit code or the signal, and
   * how many milliseconds it took.
   * @param {number} limitMs
   */
  async stop(limitMs) {
    const began = performance.now();
    this.isToEnd = true;
    this.child.kill("SIGTERM");
    await until(() => this.ended !== undefined, limitMs);
    const ms = Math.round(performance.now() - began);
    if (this.ended === undefined) {
      await this.kill();
      return { code: "still running", ms };
    }
    return { code: this.ended, ms };
  }

  /** Ends it at once, if it has not ended. */
  async kill() {
    if (this.ended !== undefined) return;
    this.isToEnd = true;
    this.child.kill("SIGKILL");
    await until(() => this.ended !== undefined, 10_000);
  }
}

/** Resident memory of a process in megabytes; 0 when there is none. @param {number} pid */
export function memoryOf(pid) {
  try {
    return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1000;
  } catch {
    return 0;
  }
}

/**
 * Waits until something is so. Gives whether it is.
 * @param {() => boolean | Promise<boolean>} isSo @param {number} limitMs
 */
export async function until(isSo, limitMs) {
  const end = performance.now() + limitMs;
  for (;;) {
    if (await isSo()) return true;
    if (performance.now() > end) return false;
    await sleep(20);
  }
}

/** @param {number} ms @returns {Promise<void>} */
export function sleep(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
