// One user with few and with many tokens of one application: what the user does must not take longer with many.
import { randomBytes } from "node:crypto";
import { compare } from "../compare.js";
import { api, asUser, fixtures, jsonType, request } from "../fixtures.js";
import { newDatabaseFile, stopAll } from "../helpers.js";
import { start } from "../process.js";
import { figuresTable, short } from "../report.js";
import { seedRows } from "../seed-rows.js";

/** @typedef {import("../load.js").Load} Load */

const { client_id, client_secret } = fixtures.application;
const headers = { ...asUser, ...jsonType };
const pageLength = 30;
const few = 100;

/** @param {string} folder @param {import("../compare.js").Effort} effort */
export async function oneUser(folder, effort) {
  const many = Math.min(100_000, Math.max(...effort.sizes));
  const databases = await Promise.all([few, many].map((count) => startDatabase(folder, count)));
  try {
    const [first] = databases;
    const subjects = Object.keys(first?.loads ?? {}).flatMap((what) =>
      databases.map(({ count, server, creating, loads }) => ({
        name: `${what}, ${short(count)} tokens`,
        server: what === "create" ? creating : server,
        load: /** @type {Load} */ (loads[what]),
        baseline: `${what}, ${short(few)} tokens`,
      })),
    );
    const note = "All tokens are of one user and one application.";
    return [figuresTable("One user with many tokens", await compare(subjects, effort), note)];
  } finally {
    await stopAll(...databases.flatMap(({ server, creating }) => [server, creating]));
  }
}

/**
 * Starts two servers, each with a user who has so many tokens; one of them is for creations, so that the lists of the
 * other stay as long as they are.
 * @param {string} folder @param {number} count
 */
async function startDatabase(folder, count) {
  const [server, creating] = [await startServer(folder, count), await startServer(folder, count)];
  return { count, server, creating, loads: await loadsOf(server, count) };
}

/** @param {string} folder @param {number} count */
async function startServer(folder, count) {
  const database = newDatabaseFile(folder);
  const key = randomBytes(32);
  await seedRows(database, count, key, { perUser: count });
  return start("grantbook", { database, key: key.toString("hex") });
}

/**
 * @param {import("../process.js").Running} server @param {number} count
 * @returns {Promise<Record<string, Load>>}
 */
async function loadsOf(server, count) {
  const last = Math.ceil(count / pageLength);
  const list = `${api}/authorizations?per_page=${pageLength}&page=`;
  const slot = `${api}/authorizations/clients/${client_id}/5`;
  const { json } = await request(server.url + slot, "PUT", headers, { client_secret }, 200);
  const run = randomBytes(4).toString("hex");
  let created = 0;
  let changes = 0;
  return {
    "first page": { path: `${list}1`, headers: asUser },
    "middle page": { path: `${list}${Math.ceil(last / 2)}`, headers: asUser },
    "last page": { path: `${list}${last}`, headers: asUser },
    grants: { path: `${api}/applications/grants`, headers: asUser },
    "get or create": { path: slot, method: "PUT", headers, body: JSON.stringify({ client_secret }) },
    update: {
      path: `${api}/authorizations/${json.id}`,
      method: "PATCH",
      headers,
      nextBody: () => JSON.stringify({ note: `note ${changes++}` }),
    },
    create: {
      path: `${api}/authorizations`,
      method: "POST",
      headers,
      status: 201,
      nextBody: () =>
        JSON.stringify({ client_id, client_secret, fingerprint: `${run} ${created++}`, scopes: ["repo"] }),
    },
  };
}
