// The executable as it is installed: milliseconds until it listens, and its memory before and after load.
import { randomBytes } from "node:crypto";
import { mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { api } from "../fixtures.js";
import { run } from "../load.js";
import { checkTokenLoad } from "../loads/check-token.js";
import { range, short } from "../report.js";
import { seedRows } from "../seed-rows.js";
import { keyFileOf, seedFlags, startExecutable } from "../start-executable.js";
import { summarize } from "../summarize.js";

/** Milliseconds after which V8 has released what only the start needed. */
const untilIdle = 15_000;

/** @param {string} folder @param {import("../compare.js").Effort} effort */
export async function executable(folder, effort) {
  const { starts, sizes } = effort;
  const place = mkdtempSync(join(folder, "executable-"));
  const database = ["--database", `sqlite:${join(place, "executable.db")}`];
  // The first start creates the database and hashes the password; only the later ones are measured.
  await (await startExecutable(place, [...database, ...seedFlags(place)])).stop();
  const largest = Math.max(...sizes);
  const rows = [
    ["from the start to `listening`, ms", await startTimes(place, database, starts)],
    [`with ${short(largest)} authorizations, ms`, await startTimes(...(await large(folder, largest)), starts)],
    ...(await memory(place, database, effort)),
  ];
  return [{ title: "The executable", head: ["", ""], rows }];
}

/** @param {string} place @param {readonly string[]} flags @param {number} starts */
async function startTimes(place, flags, starts) {
  const times = [];
  for (let index = 0; index < starts; index += 1) {
    const server = await startExecutable(place, flags);
    times.push(server.milliseconds);
    await server.stop();
  }
  return range(summarize(times));
}

/**
 * Creates a database of that size with its key. Returns their folder and the flag of the database.
 * @param {string} folder @param {number} size @returns {Promise<[string, string[]]>}
 */
async function large(folder, size) {
  const place = mkdtempSync(join(folder, "executable-"));
  const file = join(place, "large.db");
  const key = randomBytes(32);
  await seedRows(file, size, key);
  writeFileSync(keyFileOf(place), key.toString("hex"), { mode: 0o600 });
  return [place, ["--database", `sqlite:${file}`]];
}

/** Limits that count each caller, and a proxy in front that tells their addresses. */
const counting = ["--rate-limit", "1000000", "--trusted-proxy", "127.0.0.1"];

/**
 * Measures the resident memory in megabytes: after the start, idle, after checks, and after as many callers as the
 * largest size, each with an address and a wrong token of its own.
 * @param {string} place @param {readonly string[]} database @param {import("../compare.js").Effort} effort
 */
async function memory(place, database, { seconds, sizes }) {
  const callers = Math.max(...sizes);
  const server = await startExecutable(place, [...database, ...counting]);
  try {
    const { memory: started } = await server.usage();
    await sleep(untilIdle);
    const { memory: idle } = await server.usage();
    const load = await checkTokenLoad(server);
    let checked = idle;
    for (let round = 0; round < 5; round += 1) checked = (await run(server, load, seconds)).memory;
    const strangers = strangersLoad();
    let called = { responses: 0, memory: checked };
    for (let count = 0; count < callers; count += called.responses) called = await run(server, strangers, seconds);
    return [
      ["resident memory when it has started, MB", short(started / 1e6)],
      ["resident memory idle, MB", short(idle / 1e6)],
      ["resident memory after checks, MB", short(checked / 1e6)],
      [`resident memory after ${short(callers)} other callers, MB`, short(called.memory / 1e6)],
    ];
  } finally {
    await server.stop();
  }
}

/**
 * Load of strangers: each request has a new address and a new token, which does not exist.
 * @returns {import("../load.js").Load}
 */
function strangersLoad() {
  let next = 0;
  return {
    path: `${api}/user`,
    status: 401,
    nextHeaders: () => {
      next += 1;
      const address = [10, next >> 16, (next >> 8) & 255, next & 255].join(".");
      return { "x-forwarded-for": address, authorization: `Bearer gho_${String(next).padStart(36, "0")}` };
    },
  };
}
