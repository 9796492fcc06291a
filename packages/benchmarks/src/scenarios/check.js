// Check a token: the request that an application makes for every request of its own.
import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { compare } from "../compare.js";
import { newDatabaseFile, stopAll } from "../helpers.js";
import { checkTokenLoad, constantLoad, responseHeaders } from "../loads/check-token.js";
import { startPostgres } from "../postgres.js";
import { start } from "../process.js";
import { figuresTable } from "../report.js";
import { seedFlags, startExecutable } from "../start-executable.js";

const note = `The baselines parse the same request and send the same JSON. The one made by hand also authenticates, looks up one
token and sends all headers, but has no rules and validates nothing. The executable also writes its log; npm start has the
test helpers and the request log of a demonstration as well.`;

/** @param {string} folder @param {import("../compare.js").Effort} effort */
export async function check(folder, effort) {
  const place = mkdtempSync(join(folder, "check-"));
  const seed = seedFlags(place);
  const postgres = await startPostgres();
  const http = await start("bare-http");
  const hono = await start("bare-hono");
  const subjects = [
    { name: "node:http", server: http, load: constantLoad() },
    { name: "Hono", server: hono, load: constantLoad() },
  ];
  /** @param {string} name @param {import("../process.js").Running} server */
  const add = async (name, server) => subjects.push({ name, server, load: await checkTokenLoad(server, name) });
  const grantbook = await start("grantbook", { database: newDatabaseFile(folder) });
  const load = await checkTokenLoad(grantbook);
  const headers = await responseHeaders(grantbook, load);
  const minimal = await start("minimal-hono", { database: newDatabaseFile(folder), headers });
  subjects.push({ name: "Hono, by hand", server: minimal, load: constantLoad() });
  subjects.push({ name: "Grantbook on SQLite", server: grantbook, load });
  const sqlite = ["--database", `sqlite:${newDatabaseFile(folder)}`, ...seed];
  await add("its executable", await startExecutable(place, sqlite));
  const demo = ["--demo", "--database", `sqlite:${newDatabaseFile(folder)}`, ...seed];
  await add("npm start", await startExecutable(place, demo));
  if (postgres) {
    const flags = ["--database", postgres.url, ...seed];
    await add("Grantbook on PostgreSQL", await start("grantbook", { database: postgres.url }));
    await add("its executable on PostgreSQL", await startExecutable(place, flags));
    await add("its executable, 2 workers", await startExecutable(place, [...flags, "--workers", "2"]));
  }
  try {
    return [figuresTable("Check a token", await compare(subjects, effort), note)];
  } finally {
    await stopAll(...subjects.map(({ server }) => server));
    await postgres?.remove();
  }
}
