// The same lookups in a database of a thousand authorizations and in larger ones.
import { randomBytes } from "node:crypto";
import { compare } from "../compare.js";
import { api, asApplication, asUser, fixtures, jsonType, request } from "../fixtures.js";
import { newDatabaseFile, stopAll } from "../helpers.js";
import { start } from "../process.js";
import { figuresTable, short } from "../report.js";
import { seedRows } from "../seed-rows.js";

/** @param {string} folder @param {import("../compare.js").Effort} effort */
export async function growth(folder, effort) {
  /** @type {({ size: number } & Awaited<ReturnType<typeof startDatabase>>)[]} */
  const databases = [];
  try {
    for (const size of effort.sizes) databases.push({ size, ...(await startDatabase(folder, size)) });
    const [smallest = 0] = effort.sizes;
    const named = (/** @type {string} */ what, /** @type {number} */ size) => `${what}, ${short(size)} authorizations`;
    const subjects = /** @type {const} */ (["check", "list"]).flatMap((what) =>
      databases.map((database) => ({
        name: named(what, database.size),
        server: database.server,
        load: database[what],
        baseline: named(what, smallest),
      })),
    );
    const note = "A thousand different tokens are checked in turn.";
    return [figuresTable("Growth", await compare(subjects, effort), note), await manyCallers(folder, effort)];
  } finally {
    await stopAll(...databases.map(({ server }) => server));
  }
}

const fewCallers = 100;

/**
 * Compares servers with few and with many users and applications, each user with one token.
 * @param {string} folder @param {import("../compare.js").Effort} effort
 */
async function manyCallers(folder, effort) {
  const many = Math.min(100_000, Math.max(...effort.sizes));
  const sizes = [fewCallers, many];
  const databases = await Promise.all(
    sizes.map((size) => startDatabase(folder, size, { perUser: 1, applications: size })),
  );
  try {
    const named = (/** @type {string} */ what, /** @type {number} */ size) => `${what}, ${short(size)} of each`;
    const subjects = sizes.flatMap((size, index) => {
      const { server, check, signIn } = /** @type {Database} */ (databases[index]);
      return [
        { name: named("check", size), server, load: check, baseline: named("check", fewCallers) },
        { name: named("sign in", size), server, load: signIn, baseline: named("sign in", fewCallers) },
      ];
    });
    const note = "The password is cached from the first request on.";
    return figuresTable("Many users and applications", await compare(subjects, effort), note);
  } finally {
    await stopAll(...databases.map(({ server }) => server));
  }
}

/** @typedef {Awaited<ReturnType<typeof startDatabase>>} Database */

/**
 * Starts a server on a database of that size, and returns it with its loads.
 * @param {string} folder @param {number} count @param {Parameters<typeof seedRows>[3]} [options]
 */
async function startDatabase(folder, count, options) {
  const database = newDatabaseFile(folder);
  const key = randomBytes(32);
  const tokens = await seedRows(database, count, key, options);
  const server = await start("grantbook", { database, key: key.toString("hex") });
  const list = await request(`${server.url}${api}/authorizations`, "GET", asUser, undefined, 200);
  const bodies = tokens.map((token) => JSON.stringify({ access_token: token }));
  let next = 0;
  /** @type {import("../load.js").Load} */
  const check = {
    path: `${api}/applications/${fixtures.application.client_id}/token`,
    method: "POST",
    headers: { ...asApplication, ...jsonType },
    nextBody: () => bodies[next++ % bodies.length] ?? "",
    verify: (text) => text.includes('"login":"'),
  };
  /** @type {import("../load.js").Load} */
  const listing = { path: `${api}/authorizations`, headers: asUser, verify: (text) => text === list.text };
  const user = await request(`${server.url}${api}/user`, "GET", asUser, undefined, 200);
  /** @type {import("../load.js").Load} */
  const signIn = { path: `${api}/user`, headers: asUser, verify: (text) => text === user.text };
  return { server, check, list: listing, signIn };
}
