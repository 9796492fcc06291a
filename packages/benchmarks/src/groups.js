// What is measured, by name.
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
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

/** A new database file. @param {string} folder */
const fileIn = (folder) => join(mkdtempSync(join(folder, "book-")), "grantbook.db");

/** @param {readonly (Running | undefined)[]} servers */
const stopAll = async (...servers) => Promise.all(servers.flat().map((server) => server?.stop()));

/** @type {Record<string, (folder: string, effort: Effort) => Promise<Table[]>>} */
export const groups = {
  async check(folder, effort) {
    const postgres = await startPostgres();
    const [bare, hono, sqlite] = [
      await start("bare-http"),
      await start("bare-hono"),
      await start("grantbook", { database: fileIn(folder) }),
    ];
    const onPostgres = postgres && (await start("grantbook", { database: postgres.url }));
    try {
      const figures = await compare(
        [
          { name: "node:http", server: bare, load: checkOfNothing() },
          { name: "Hono", server: hono, load: checkOfNothing() },
          { name: "Grantbook on SQLite", server: sqlite, load: await checkOf(sqlite) },
          ...(onPostgres
            ? [{ name: "Grantbook on PostgreSQL", server: onPostgres, load: await checkOf(onPostgres) }]
            : []),
        ],
        effort,
      );
      return [tableOf("Check a token", figures, "The baselines parse the same request and answer the same JSON.")];
    } finally {
      await stopAll(bare, hono, sqlite, onPostgres);
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
    const seed = join(folder, "seed.yaml");
    writeFileSync(seed, seedText);
    const times = [];
    let idle = 0;
    let busy = 0;
    for (let index = 0; index < starts; index += 1) {
      const place = join(folder, "executable");
      mkdirSync(place, { recursive: true });
      const server = await startExecutable(place, seed);
      // The first start makes the database and hashes the password; those after it are like any other day.
      if (index > 0) times.push(server.milliseconds);
      if (index === starts - 1) {
        idle = server.memory();
        const running = {
          url: server.url,
          facts: {},
          usage: async () => ({ cpu: 0, memory: server.memory() }),
          stop: server.stop,
        };
        for (let turn = 0; turn < 5; turn += 1)
          busy = (await run(running, await checkOf(running, `turn-${turn}`), seconds)).memory;
      }
      await server.stop();
    }
    return [
      {
        title: "The executable",
        head: ["", ""],
        rows: [
          ["from the start to `listening`, ms", range(spread(times))],
          ["resident memory idle, MB", short(idle / 1e6)],
          ["resident memory after checks, MB", short(busy / 1e6)],
        ],
      },
    ];
  },
};
