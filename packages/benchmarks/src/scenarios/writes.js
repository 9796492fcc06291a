// Writes. Every acknowledged write has been synced; all of them are counted afterwards.

import { compare } from "../compare.js";
import { api, asApplication, asUser, fixtures, jsonType, request } from "../fixtures.js";
import { newDatabaseFile, stopAll } from "../helpers.js";
import { constantLoad } from "../loads/check-token.js";
import { start } from "../process.js";
import { figuresTable, short } from "../report.js";

/**
 * @typedef {import("../process.js").Running} Running
 * @typedef {import("../load.js").Load} Load
 */

const { client_id, client_secret } = fixtures.application;
const asUserWithJson = { ...asUser, ...jsonType };

/** @param {string} folder @param {import("../compare.js").Effort} effort */
export async function writes(folder, effort) {
  const bare = await start("bare-http");
  const server = await start("grantbook", { database: newDatabaseFile(folder) });
  const creating = await start("grantbook", { database: newDatabaseFile(folder) });
  try {
    const figures = await compare(
      [
        { name: "node:http", server: bare, load: constantLoad() },
        { name: "create, 32 at once", server: creating, load: createLoad(32) },
        { name: "create, 1 at once", server: creating, load: createLoad(1) },
        { name: "get-or-create what is there", server, load: await getOrCreateLoad(server) },
        { name: "reset a token", server, load: resetLoad(server) },
      ],
      effort,
    );
    const stored = await countAuthorizations(creating);
    if (stored < figures.reduce((sum, { name, responses }) => sum + (name.startsWith("create") ? responses : 0), 0)) {
      throw new Error("Acknowledged writes are missing.");
    }
    const note = `Every acknowledged write has been synced, and was counted afterwards: ${short(stored)} were stored.`;
    return [figuresTable("Writing", figures, note)];
  } finally {
    await stopAll(bare, server, creating);
  }
}

/** Load that gets an authorization by get-or-create. @param {Running} server @returns {Promise<Load>} */
async function getOrCreateLoad(server) {
  const path = `${api}/authorizations/clients/${client_id}`;
  const body = { client_secret, scopes: ["repo"] };
  await request(server.url + path, "PUT", asUserWithJson, body, 201);
  const { text } = await request(server.url + path, "PUT", asUserWithJson, body, 200);
  const verify = (/** @type {string} */ found) => found === text;
  return { path, method: "PUT", headers: asUserWithJson, body: JSON.stringify(body), verify };
}

let notes = 0;

/** Load that creates a personal token with each request. @param {number} connections @returns {Load} */
function createLoad(connections) {
  const path = `${api}/authorizations`;
  const run = process.pid.toString(36) + Date.now().toString(36);
  return {
    path,
    method: "POST",
    headers: asUserWithJson,
    status: 201,
    connections,
    nextBody: () => JSON.stringify({ note: `${run} ${notes++}`, scopes: ["repo"] }),
    verify: (text) => /"token":"ghp_\w{36}"/.test(text),
  };
}

/** Counts the authorizations of the user. @param {Running} server */
async function countAuthorizations(server) {
  const { headers } = await request(`${server.url}${api}/authorizations?per_page=1`, "GET", asUser, undefined, 200);
  return Number(/[?&]page=(\d+)>; rel="last"/.exec(headers.get("link") ?? "")?.[1] ?? 1);
}

/** Load that resets a token on each connection again and again. @param {Running} server @returns {Load} */
function resetLoad(server) {
  const path = `${api}/applications/${client_id}/token`;
  const connections = 32;
  /** @type {string[]} */
  let tokens = [];
  let runs = 0;
  return {
    path,
    method: "PATCH",
    headers: { ...asApplication, ...jsonType },
    connections,
    async before() {
      // The responses in flight at the end of a run are lost with their tokens, so each run has new ones.
      runs += 1;
      tokens = [];
      for (let index = 0; index < connections; index += 1) {
        const address = `${server.url}${api}/authorizations/clients/${client_id}/${runs}-${index}`;
        tokens.push((await request(address, "PUT", asUserWithJson, { client_secret }, 201)).json.token);
      }
    },
    nextBody: () => JSON.stringify({ access_token: tokens.pop() }),
    onBody: (body) => tokens.push(JSON.parse(body).token),
    verify: (text) => /"token":"gho_\w{36}"/.test(text),
  };
}
