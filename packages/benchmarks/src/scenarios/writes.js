// What changes something. Every acknowledged write has been synced; what was acknowledged is counted afterwards.
import { api, asApplication, ask, asUser, cast, jsonType } from "../cast.js";
import { compare } from "../compare.js";
import { start } from "../process.js";
import { short, tableOf } from "../report.js";
import { fileIn, stopAll } from "../servers.js";
import { checkOfNothing } from "./check.js";

/**
 * @typedef {import("../process.js").Running} Running
 * @typedef {import("../load.js").Load} Load
 */

const { client_id, client_secret } = cast.application;
const asUserWithJson = { ...asUser, ...jsonType };

/** @param {string} folder @param {import("../compare.js").Effort} effort */
export async function writes(folder, effort) {
  const bare = await start("bare-http");
  const server = await start("grantbook", { database: fileIn(folder) });
  const creating = await start("grantbook", { database: fileIn(folder) });
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
}

/** Get-or-create of what is there. @param {Running} server @returns {Promise<Load>} */
async function existingOf(server) {
  const path = `${api}/authorizations/clients/${client_id}`;
  const body = { client_secret, scopes: ["repo"] };
  await ask(server.url + path, "PUT", asUserWithJson, body, 201);
  const { text } = await ask(server.url + path, "PUT", asUserWithJson, body, 200);
  const isRight = (/** @type {string} */ found) => found === text;
  return { path, method: "PUT", headers: asUserWithJson, body: JSON.stringify(body), isRight };
}

let notes = 0;

/** A new personal token with each request. @param {number} connections @returns {Load} */
function creation(connections) {
  const path = `${api}/authorizations`;
  const run = process.pid.toString(36) + Date.now().toString(36);
  return {
    path,
    method: "POST",
    headers: asUserWithJson,
    status: 201,
    connections,
    nextBody: () => JSON.stringify({ note: `${run} ${notes++}`, scopes: ["repo"] }),
    isRight: (text) => /"token":"ghp_\w{36}"/.test(text),
  };
}

/** How many authorizations the user has. @param {Running} server */
async function countOf(server) {
  const { headers } = await ask(`${server.url}${api}/authorizations?per_page=1`, "GET", asUser, undefined, 200);
  return Number(/[?&]page=(\d+)>; rel="last"/.exec(headers.get("link") ?? "")?.[1] ?? 1);
}

/** A token on each connection, replaced again and again. @param {Running} server @returns {Load} */
function resets(server) {
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
      // At the end of a run the answers under way are lost, and with them their tokens: each run has new ones.
      runs += 1;
      tokens = [];
      for (let index = 0; index < connections; index += 1) {
        const address = `${server.url}${api}/authorizations/clients/${client_id}/${runs}-${index}`;
        tokens.push((await ask(address, "PUT", asUserWithJson, { client_secret }, 201)).json.token);
      }
    },
    nextBody: () => JSON.stringify({ access_token: tokens.pop() }),
    seen: (body) => tokens.push(JSON.parse(body).token),
    isRight: (text) => /"token":"gho_\w{36}"/.test(text),
  };
}
