// What is tried, and what came of it.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startServer } from "./server.js";

/**
 * @typedef {import("./engines.js").Engine} Engine
 * @typedef {import("./server.js").Server} Server
 * @typedef {object} Options
 * @property {string} executable the compiled `grantbook`
 * @property {boolean} isShort small numbers, seconds for each row
 * @property {number} seed of what is generated
 * @property {number} inputs how many bad inputs are generated
 * @property {boolean} [isRepeated] leaves out what does not depend on the engine: it was tried on another one
 * @typedef {object} Row
 * @property {number} number
 * @property {boolean} usesStore tells whether what holds depends on the database engine
 * @property {string} name
 * @property {(scene: Scene, finding: Finding) => Promise<void>} run
 * @typedef {object} Outcome
 * @property {Row} row
 * @property {Engine} engine
 * @property {readonly string[]} broken what did not hold
 * @property {readonly string[]} figures
 */

/** The users of `--demo`. */
export const octocat = { login: "octocat", password: "demo-password" };
export const monalisa = { login: "monalisa", password: "demo-password", otpSecret: "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP" };

/** What a row found. */
export class Finding {
  /** @type {string[]} */
  broken = [];
  /** @type {string[]} */
  figures = [];

  /** Notes a complaint when something is not so. @param {boolean} isSo @param {string} complaint */
  require(isSo, complaint) {
    if (!isSo) this.broken.push(complaint);
  }

  /** @param {string} figure */
  note(figure) {
    this.figures.push(figure);
  }
}

/** What a row has at hand: an empty database and a folder, for this row alone. */
export class Scene {
  /** @type {Server[]} */
  #servers = [];

  /** @param {{ engine: Engine, database: import("./engines.js").Database, folder: string, options: Options }} given */
  constructor({ engine, database, folder, options }) {
    this.engine = engine;
    this.database = database.url;
    /** The database past the server. */
    this.storage = database;
    this.folder = folder;
    this.executable = options.executable;
    this.isShort = options.isShort;
    this.seed = options.seed;
    this.inputs = options.inputs;
    this.isRepeated = options.isRepeated ?? false;
  }

  /**
   * Starts the executable with the demo users; what it has is kept for the next start.
   * @param {readonly string[]} [flags] @param {{ heapMb?: number, database?: string, isDemo?: boolean }} [options]
   */
  async start(flags = [], { heapMb, database = this.database, isDemo = true } = {}) {
    const { executable, folder } = this;
    const all = isDemo ? ["--demo", ...flags] : flags;
    const server = await startServer({ executable, folder, database, flags: all, ...(heapMb ? { heapMb } : {}) });
    this.#servers.push(server);
    return server;
  }

  /** Whether this executable has a flag. Older ones have fewer. @param {string} flag */
  knows(flag) {
    return spawnSync(process.execPath, [this.executable, "serve", "--help"], { encoding: "utf8" }).stdout.includes(
      flag,
    );
  }

  /** Ends all servers. Gives those that had ended by themselves, with the end of their logs. */
  async end() {
    const crashed = this.#servers.filter(({ ended, isToEnd }) => ended !== undefined && !isToEnd);
    for (const server of this.#servers) await server.kill();
    return crashed.map(({ ended, log }) => `a server ended by itself with ${ended}: ${log.slice(-300)}`);
  }
}

/**
 * Runs a row in a place of its own, which is gone afterwards.
 * @param {Row} row @param {Engine} engine @param {Options} options @returns {Promise<Outcome>}
 */
export async function runRow(row, engine, options) {
  const folder = mkdtempSync(join(tmpdir(), "grantbook-attack-"));
  const finding = new Finding();
  const database = await engine.create(folder);
  const scene = new Scene({ engine, database, folder, options });
  try {
    await row.run(scene, finding);
  } catch (error) {
    finding.require(false, `the attack failed: ${error instanceof Error ? error.message : error}`);
  } finally {
    finding.broken.push(...(await scene.end()));
    await database.remove();
    rmSync(folder, { recursive: true, force: true });
  }
  return { row, engine, ...finding };
}
