// The same look-ups in a book of a thousand authorizations and in larger ones.
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { api, asApplication, ask, asUser, cast, jsonType } from "../cast.js";
import { fill } from "../fill.js";
import { start } from "../process.js";

/**
 * Starts a server on a book of that size, with the loads for it.
 * @param {string} folder @param {number} count
 */
export async function bookOf(folder, count) {
  const database = join(folder, `${count}.db`);
  const key = randomBytes(32);
  const tokens = await fill(database, count, key);
  const server = await start("grantbook", { database, key: key.toString("hex") });
  const list = await ask(`${server.url}${api}/authorizations`, "GET", asUser, undefined, 200);
  const bodies = tokens.map((token) => JSON.stringify({ access_token: token }));
  let next = 0;
  /** @type {import("../load.js").Load} */
  const check = {
    path: `${api}/applications/${cast.application.client_id}/token`,
    method: "POST",
    headers: { ...asApplication, ...jsonType },
    nextBody: () => bodies[next++ % bodies.length] ?? "",
    isRight: (text) => text.includes('"login":"'),
  };
  /** @type {import("../load.js").Load} */
  const listing = { path: `${api}/authorizations`, headers: asUser, isRight: (text) => text === list.text };
  return { server, check, list: listing };
}
