// The slowest of a hundred checks at half of the highest load: alone, while tokens are created, and while passwords are
// hashed.
import { api, asUser, jsonType, request } from "../fixtures.js";
import { newDatabaseFile, stopAll } from "../helpers.js";
import { latencies, percentile } from "../latency.js";
import { run } from "../load.js";
import { checkTokenLoad } from "../loads/check-token.js";
import { start } from "../process.js";
import { range } from "../report.js";
import { summarize } from "../summarize.js";

/** @typedef {import("../process.js").Running} Running */

/** Creations at the same time, users who sign in at the same time, and milliseconds from one time to the next. */
const [creations, signIns, intervalMs] = [32, 4, 100];
const head = ["", "median ms", "p99 ms", "p99 to median", "sent late, p99 ms"];
let notes = 0;

/**
 * @typedef {object} Row
 * @property {string} name
 * @property {(server: Running) => Promise<unknown>} work of others during a measurement, once
 * @property {object} [parameters] of the server
 */
/** @type {readonly Row[]} */
const others = [
  { name: "alone", work: async () => undefined },
  {
    name: `while ${creations} tokens at a time are created`,
    work: (server) => concurrently(creations, () => create(server)),
  },
  {
    name: `while ${signIns} passwords at a time are hashed`,
    work: (server) => concurrently(signIns, () => signIn(server)),
    // Passwords are not cached, so that each sign-in has one to hash.
    parameters: { cacheTtlMs: 0 },
  },
];

/** @param {string} folder @param {import("../compare.js").Effort} effort */
export async function tail(folder, effort) {
  let rate = 0;
  const rows = [];
  for (const { name, work, parameters } of others) {
    const server = await start("grantbook", { database: newDatabaseFile(folder), ...parameters });
    try {
      const load = await checkTokenLoad(server);
      await run(server, load, 2);
      await work(server);
      rate ||= (await run(server, load, 2)).throughput / 2;
      const measure = () => latencies(server, load, { rate, seconds: effort.seconds });
      /** @type {number[][]} */
      const rounds = [];
      for (let round = 0; round < effort.rounds; round += 1) {
        const { times, delays } = await during(() => work(server), measure);
        const [median, slowest] = [percentile(times, 0.5), percentile(times, 0.99)];
        rounds.push([median, slowest, slowest / median, percentile(delays, 0.99)]);
      }
      const columns = head.slice(1).map((_, column) => rounds.map((figures) => figures[column] ?? 0));
      rows.push([name, ...columns.map((values) => range(summarize(values)))]);
    } finally {
      await stopAll(server);
    }
  }
  const note = `Checks at half of the highest throughput, ${Math.round(rate)} a second, from when each was due; the work
of others starts every ${intervalMs} ms. The last column is the part of the process that sends the checks.`;
  return [{ title: "The slowest checks", note, head, rows }];
}

/**
 * Repeats work until a measurement has ended.
 * @template T @param {() => Promise<unknown>} work @param {() => Promise<T>} measure
 */
async function during(work, measure) {
  let isOver = false;
  const measured = measure().finally(() => {
    isOver = true;
  });
  const repeat = async () => {
    while (!isOver) {
      await work();
      await new Promise((resolve) => setTimeout(resolve, intervalMs));
    }
  };
  const [result] = await Promise.all([measured, repeat()]);
  return result;
}

/** @param {number} count @param {() => Promise<unknown>} work */
const concurrently = (count, work) => Promise.all(Array.from({ length: count }, work));

/** @param {Running} server */
const signIn = (server) => request(`${server.url}${api}/user`, "GET", asUser, undefined, 200);

/** @param {Running} server */
function create(server) {
  notes += 1;
  const body = { note: `note ${notes}`, scopes: ["repo"] };
  return request(`${server.url}${api}/authorizations`, "POST", { ...asUser, ...jsonType }, body, 201);
}
