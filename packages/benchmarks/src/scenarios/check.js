// Check a token: what an application asks on every request it serves.
import { api, asApplication, ask, asUser, cast, jsonType } from "../cast.js";

const { client_id, client_secret } = cast.application;
const path = `${api}/applications/${client_id}/token`;

/**
 * Makes a token on a server, and the load that checks it.
 * @param {import("../process.js").Running} server
 * @param {string} [fingerprint]
 * @returns {Promise<import("../load.js").Load>}
 */
export async function checkOf(server, fingerprint = "benchmark") {
  const address = `${server.url}${api}/authorizations/clients/${client_id}/${fingerprint}`;
  const headers = { ...asUser, ...jsonType };
  const { json } = await ask(address, "PUT", headers, { client_secret, scopes: ["repo"] }, 201);
  return loadOf(
    json.token,
    (await ask(server.url + path, "POST", { ...asApplication, ...jsonType }, { access_token: json.token }, 200)).text,
  );
}

/** The same load for a server that answers always the same. */
export function checkOfNothing() {
  return loadOf("gho_16C7e42F292c6912E7710c838347Ae178B4a", undefined);
}

/** @param {string} token @param {string | undefined} right @returns {import("../load.js").Load} */
function loadOf(token, right) {
  const body = JSON.stringify({ access_token: token });
  return {
    path,
    method: "POST",
    headers: { ...asApplication, ...jsonType, accept: "application/vnd.github+json" },
    nextBody: () => body,
    ...(right === undefined ? {} : { isRight: (text) => text === right }),
  };
}
