// What a user looks at, with a remembered password: a list of 30, one authorization, and the same when the copy is current.
import { api, ask, asUser, jsonType } from "../cast.js";

const path = `${api}/authorizations`;

/** @param {import("../process.js").Running} server */
export async function readsOf(server) {
  const ids = [];
  for (let index = 0; index < 30; index += 1) {
    const body = { note: `note ${index}`, scopes: ["repo"] };
    const { json } = await ask(server.url + path, "POST", { ...asUser, ...jsonType }, body, 201);
    ids.push(json.id);
  }
  const one = `${path}/${ids[0]}`;
  const list = await ask(server.url + path, "GET", asUser, undefined, 200);
  const single = await ask(server.url + one, "GET", asUser, undefined, 200);
  const headers = { ...asUser, accept: "application/vnd.github+json" };
  /** @type {Record<"list" | "get" | "unchanged", import("../load.js").Load>} */
  const loads = {
    list: { path, headers, isRight: (text) => text === list.text },
    get: { path: one, headers, isRight: (text) => text === single.text },
    unchanged: { path: one, headers: { ...headers, "if-none-match": single.headers.get("etag") ?? "" }, status: 304 },
  };
  return loads;
}

/** The same request for a server that answers always the same. @returns {import("../load.js").Load} */
export function readOfNothing() {
  return { path, headers: { ...asUser, accept: "application/vnd.github+json" } };
}
