// What changes something. Every acknowledged write has been synced; what was acknowledged is counted afterwards.
import { api, asApplication, ask, asUser, cast, jsonType } from "../cast.js";

/**
 * @typedef {import("../process.js").Running} Running
 * @typedef {import("../load.js").Load} Load
 */

const { client_id, client_secret } = cast.application;
const asUserWithJson = { ...asUser, ...jsonType };

/** Get-or-create of what is there. @param {Running} server @returns {Promise<Load>} */
export async function existingOf(server) {
  const path = `${api}/authorizations/clients/${client_id}`;
  const body = { client_secret, scopes: ["repo"] };
  await ask(server.url + path, "PUT", asUserWithJson, body, 201);
  const { text } = await ask(server.url + path, "PUT", asUserWithJson, body, 200);
  const sent = JSON.stringify(body);
  return { path, method: "PUT", headers: asUserWithJson, nextBody: () => sent, isRight: (found) => found === text };
}

let notes = 0;

/** A new personal token with each request. @param {number} connections @returns {Load} */
export function creation(connections) {
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
export async function countOf(server) {
  const { headers } = await ask(`${server.url}${api}/authorizations?per_page=1`, "GET", asUser, undefined, 200);
  return Number(/[?&]page=(\d+)>; rel="last"/.exec(headers.get("link") ?? "")?.[1] ?? 1);
}

/** A token on each connection, replaced again and again. @param {Running} server @returns {Load} */
export function resets(server) {
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
