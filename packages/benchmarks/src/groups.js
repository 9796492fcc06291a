// What is measured, by name.
import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { compare, spread } from "./compare.js";
import { run } from "./load.js";
import { startPostgres } from "./postgres.js";
import { start } from "./process.js";
import { range, short, tableOf } from "./report.js";
import { checkOf, checkOfNothing } from "./scenarios/check.js";
import { compareClients } from "./scenarios/client.js";
import { seedText, startExecutable } from "./scenarios/executable.js";
import { bookOf } from "./scenarios/growth.js";
import { readOfNothing, readsOf } from "./scenarios/reads.js";
import { countOf, creation, existingOf, resets } from "./scenarios/writes.js";

/**
 * @typedef {{ rounds: number, seconds: number, calls: number, sizes: readonly number[], starts: number }} Effort
 * @typedef {import("./report.js").Table} Table
 * @typedef {import("./process.js").Running} Running
 */

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** A seed file. @param {string} folder */
function seedIn(folder) {
  const file = join(folder, "seed.yaml");
  writeFileSync(file, seedText);
  return file;
}

/** A new database file. @param {string} folder */
const fileIn = (folder) => join(mkdtempSync(join(folder, "book-")), "grantbook.db");

/** @param {readonly (Running | undefined)[]} servers */
const stopAll = async (...servers) => Promise.all(servers.flat().map((server) => server?.stop()));

/** @type {Record<string, (folder: string, effort: Effort) => Promise<Table[]>>} */
export const groups = {
  async check(folder, effort) {
    const postgres = await startPostgres();
    const bare = await start("bare-http");
    const hono = await start("bare-hono");
    const sqlite = await start("grantbook", { database: fileIn(folder) });
    const onPostgres = postgres && (await start("grantbook", { database: postgres.url }));
    const seed = seedIn(folder);
    const workers = ["--database", postgres?.url ?? "", "--workers", "2"];
    const both = postgres && (await startExecutable(mkdtempSync(join(folder, "workers-")), seed, workers));
    try {
      const contestants = [
        { name: "node:http", server: bare, load: checkOfNothing() },
        { name: "Hono", server: hono, load: checkOfNothing() },
        { name: "Grantbook on SQLite", server: sqlite, load: await checkOf(sqlite) },
      ];
      if (onPostgres) {
        contestants.push({ name: "Grantbook on PostgreSQL", server: onPostgres, load: await checkOf(onPostgres) });
      }
      if (both) {
        contestants.push({ name: "its executable, 2 workers", server: both, load: await checkOf(both, "workers") });
      }
      const note = "The baselines parse the same request and answer the same JSON. The executable also writes its log.";
      return [tableOf("Check a token", await compare(contestants, effort), note)];
    } finally {
      await stopAll(bare, hono, sqlite, onPostgres, both);
      await postgres?.remove();
    }
  },

  async reads(folder, effort) {
    const [bare, server] = [await start("bare-http"), await start("grantbook", { database: fileIn(folder) })];
    try {
      const check = await checkOf(server);
      const { list, get, unchanged } = await readsOf(server);
      const figures = await compare(
        [
          { name: "node:http", server: bare, load: readOfNothing() },
          { name: "check a token", server, load: check },
          { name: "get an authorization", server, load: get, baseline: "check a token" },
          { name: "get, answered 304", server, load: unchanged, baseline: "get an authorization" },
          { name: "list 30 authorizations", server, load: list },
        ],
        effort,
      );
      return [tableOf("Reading as a user", figures, "The password is remembered from the first request on.")];
    } finally {
      await stopAll(bare, server);
    }
  },

  async writes(folder, effort) {
    const [bare, server, creating] = [
      await start("bare-http"),
      await start("grantbook", { database: fileIn(folder) }),
      await start("grantbook", { database: fileIn(folder) }),
    ];
    try {
      const figures = await compare(
        [
          { name: "node:http", server: bare, load: checkOfNothing() },
          { name: "create, 32 at once", server: creating, load: creation(32) },
          { name: "create, 1 at once", server: creating, load: creation(1) },
          { name: "get-or-create what is there", server, load: await existingOf(server) },
          { name: "reset a token", server, load: resets(server) },
        ],
        effort,
      );
      const stored = await countOf(creating);
      if (stored < figures.reduce((sum, { name, answers }) => sum + (name.startsWith("create") ? answers : 0), 0)) {
        throw new Error("Writes that were acknowledged are not there.");
      }
      const note = `Every acknowledged write has been synced, and was counted afterwards: ${short(stored)} were stored.`;
      return [tableOf("Writing", figures, note)];
    } finally {
      await stopAll(bare, server, creating);
    }
  },

  async growth(folder, effort) {
    const books = [];
    try {
      for (const size of effort.sizes) books.push({ size, ...(await bookOf(folder, size)) });
      const named = (/** @type {string} */ what) => (/** @type {number} */ size) =>
        `${what}, ${short(size)} authorizations`;
      const smallest = effort.sizes[0] ?? 0;
      const checks = books.map(({ size, server, check }) => ({ name: named("check")(size), server, load: check }));
      const lists = books.map(({ size, server, list }) => ({
        name: named("list")(size),
        server,
        load: list,
        baseline: named("list")(smallest),
      }));
      return [
        tableOf(
          "Growth",
          await compare([...checks, ...lists], effort),
          "A thousand different tokens are checked in turn.",
        ),
      ];
    } finally {
      await stopAll(...books.map(({ server }) => server));
    }
  },

  async client(_folder, { rounds, calls }) {
    const bare = await start("bare-http");
    try {
      const rows = await compareClients(bare.url, { rounds, calls });
      return [
        {
          title: "A call in a client",
          note: "One call after the other, against bare node:http.",
          head: ["", "method", "ratio to fetch", "µs/call"],
          rows: rows.map(({ name, method, ratio, time }) => [
            name,
            method,
            range(ratio, (value) => value.toFixed(2)),
            range(time),
          ]),
        },
      ];
    } finally {
      await bare.stop();
    }
  },

  async executable(folder, { starts, seconds }) {
    const seed = seedIn(folder);
    const place = mkdtempSync(join(folder, "executable-"));
    // The first start makes the database and hashes the password; those after it are like any other day.
    await (await startExecutable(place, seed)).stop();
    const times = [];
    for (let index = 1; index < starts; index += 1) {
      const server = await startExecutable(place, seed);
      times.push(server.milliseconds);
      await server.stop();
    }
    const server = await startExecutable(place, seed);
    try {
      const { memory: idle } = await server.usage();
      const load = await checkOf(server);
      let busy = idle;
      for (let turn = 0; turn < 5; turn += 1) busy = (await run(server, load, seconds)).memory;
      const rows = [
        ["from the start to `listening`, ms", range(spread([...times, server.milliseconds]))],
        ["resident memory idle, MB", short(idle / 1e6)],
        ["resident memory after checks, MB", short(busy / 1e6)],
      ];
      return [{ title: "The executable", head: ["", ""], rows }];
    } finally {
      await server.stop();
    }
  },

  async project() {
    const commands = {
      "generate the contract": "node scripts/generate-contract.js --check",
      "type check": "node scripts/turbo.js run typecheck --force --output-logs=errors-only",
      "npm test": "npm test --silent",
    };
    const rows = Object.entries(commands).map(([name, command]) => {
      const [program = "", ...parameters] = command.split(" ");
      const began = performance.now();
      const { status } = spawnSync(program, parameters, { cwd: root, stdio: "ignore" });
      if (status !== 0) throw new Error(`${command} failed.`);
      return [name, short((performance.now() - began) / 1000)];
    });
    return [{ title: "The project", head: ["", "seconds"], rows }];
  },
};
