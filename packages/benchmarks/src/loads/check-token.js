import { api, asApplication, asUser, fixtures, jsonType, request } from "../fixtures.js";
import { response } from "../servers/response.js";

/** @typedef {import("../load.js").Load} Load */

const { client_id, client_secret } = fixtures.application;
const path = `${api}/applications/${client_id}/token`;

/**
 * Creates a token on a server, and returns the load that checks it.
 * @param {import("../process.js").Running} server
 * @param {string} [fingerprint]
 * @returns {Promise<Load>}
 */
export async function checkTokenLoad(server, fingerprint = "benchmark") {
  const url = `${server.url}${api}/authorizations/clients/${client_id}/${encodeURIComponent(fingerprint)}`;
  const created = await request(url, "PUT", { ...asUser, ...jsonType }, { client_secret, scopes: ["repo"] }, 201);
  const body = { access_token: created.json.token };
  const { text } = await request(server.url + path, "POST", { ...asApplication, ...jsonType }, body, 200);
  return loadFor(created.json.token, text);
}

/** Same load for a baseline, whose response is always the same. */
export function constantLoad() {
  return loadFor(response.token, JSON.stringify(response));
}

/** @param {string} token @param {string} expected body of the response @returns {Load} */
function loadFor(token, expected) {
  return {
    path,
    method: "POST",
    headers: { ...asApplication, ...jsonType, accept: "application/vnd.github+json" },
    body: JSON.stringify({ access_token: token }),
    verify: (text) => text === expected,
  };
}

/**
 * Headers of a server's response to a load, without those that belong to the connection.
 * @param {import("../process.js").Running} server @param {Load} load
 */
export async function responseHeaders(server, { path, headers = {}, body = "" }) {
  const received = await request(server.url + path, "POST", headers, JSON.parse(body), 200);
  const ofConnection = new Set(["connection", "content-length", "date", "keep-alive"]);
  return Object.fromEntries([...received.headers].filter(([name]) => !ofConnection.has(name)));
}
