// Reads by a user whose password is cached: a list of 30 authorizations, one authorization, and a 304.

import { compare } from "../compare.js";
import { api, asUser, jsonType, request } from "../fixtures.js";
import { newDatabaseFile, stopAll } from "../helpers.js";
import { checkTokenLoad, constantLoad } from "../loads/check-token.js";
import { start } from "../process.js";
import { figuresTable } from "../report.js";
import { response } from "../servers/response.js";

const path = `${api}/authorizations`;
const listLength = 30;

/** @param {string} folder @param {import("../compare.js").Effort} effort */
export async function reads(folder, effort) {
  const bare = await start("bare-http");
  const listing = await start("bare-http", { listLength });
  const server = await start("grantbook", { database: newDatabaseFile(folder) });
  try {
    const load = await checkTokenLoad(server);
    const { list, get, unchanged } = await readLoads(server);
    const expected = JSON.stringify(Array(listLength).fill(response));
    /** @type {import("../load.js").Load} */
    const constantList = { path, headers: list.headers ?? {}, verify: (text) => text === expected };
    const figures = await compare(
      [
        { name: "node:http", server: bare, load: constantLoad() },
        { name: "check a token", server, load },
        { name: "get an authorization", server, load: get, baseline: "check a token" },
        { name: "get, 304", server, load: unchanged, baseline: "get an authorization" },
        { name: `node:http, a list of ${listLength}`, server: listing, load: constantList },
        {
          name: `list ${listLength} authorizations`,
          server,
          load: list,
          baseline: `node:http, a list of ${listLength}`,
        },
      ],
      effort,
    );
    return [figuresTable("Reading as a user", figures, "The password is cached from the first request on.")];
  } finally {
    await stopAll(bare, listing, server);
  }
}

/** Creates authorizations and returns the loads that read them. @param {import("../process.js").Running} server */
async function readLoads(server) {
  const ids = [];
  for (let index = 0; index < listLength; index += 1) {
    const body = { note: `note ${index}`, scopes: ["repo"] };
    const { json } = await request(server.url + path, "POST", { ...asUser, ...jsonType }, body, 201);
    ids.push(json.id);
  }
  const one = `${path}/${ids[0]}`;
  const list = await request(server.url + path, "GET", asUser, undefined, 200);
  const single = await request(server.url + one, "GET", asUser, undefined, 200);
  const headers = { ...asUser, accept: "application/vnd.github+json" };
  /** @type {Record<"list" | "get" | "unchanged", import("../load.js").Load>} */
  const loads = {
    list: { path, headers, verify: (text) => text === list.text },
    get: { path: one, headers, verify: (text) => text === single.text },
    unchanged: { path: one, headers: { ...headers, "if-none-match": single.headers.get("etag") ?? "" }, status: 304 },
  };
  return loads;
}
