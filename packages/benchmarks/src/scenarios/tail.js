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
let notes = 0;

/**
 * Work of others during a measurement, once.
 * @type {Readonly<Record<string, (server: Running) => Promise<unknown>>>}
 */
const others = {
  alone: async () => undefined,
  [`while ${creations} tokens at a time are created`]: (server) => concurrently(creations, () => create(server)),
  [`while ${signIns} passwords at a time are hashed`]: (server) => concurrently(signIns, () => signIn(server)),
};

/** @param {string} folder @param {import("../compare.js").Effort} effort */
export async function tail(folder, { rounds, seconds }) {
  // Passwords are not cached, so that each sign-in has one to hash.
  const server = await start("grantbook", { database: newDatabaseFile(folder), cacheTtlMs: 0 });
  try {
    const load = await checkTokenLoad(server);
    await run(server, load, 2);
    const rate = (await run(server, load, 2)).throughput / 2;
    const rows = [];
    for (const [name, work] of Object.entries(others)) {
      /** @type {number[]} */
      const medians = [];
      /** @type {number[]} */
      const slowest = [];
      /** @type {number[]} */
      const late = [];
      for (let round = 0; round < rounds; round += 1) {
        const { times, delays } = await during(
          () => work(server),
          () => latencies(server, load, { rate, seconds }),
        );
        medians.push(percentile(times, 0.5));
        slowest.push(percentile(times, 0.99));
        late.push(percentile(delays, 0.99));
      }
      const ratios = slowest.map((time, round) => time / (medians[round] ?? 1));
      rows.push([name, ...[medians, slowest, ratios, late].map((values) => range(summarize(values)))]);
    }
    const note = `Checks at half of the highest throughput, ${Math.round(rate)} a second, from when each was due; the work
of others starts every ${intervalMs} ms. The last column is the part of the process that sends the checks.`;
    const head = ["", "median ms", "p99 ms", "p99 to median", "sent late, p99 ms"];
    return [{ title: "The slowest checks", note, head, rows }];
  } finally {
    await stopAll(server);
  }
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
