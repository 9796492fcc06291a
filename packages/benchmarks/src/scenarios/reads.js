// What a user looks at, with a remembered password: a list of 30, one authorization, and the same when the copy is current.
import { api, ask, asUser, jsonType } from "../cast.js";
import { compare } from "../compare.js";
import { start } from "../process.js";
import { tableOf } from "../report.js";
import { answer } from "../servers/answer.js";
import { fileIn, stopAll } from "../servers.js";
import { checkOf, checkOfNothing } from "./check.js";

const path = `${api}/authorizations`;
const inList = 30;

/** @param {string} folder @param {import("../compare.js").Effort} effort */
export async function reads(folder, effort) {
  const bare = await start("bare-http");
  const listing = await start("bare-http", { inList });
  const server = await start("grantbook", { database: fileIn(folder) });
  try {
    const load = await checkOf(server);
    const { list, get, unchanged } = await readsOf(server);
    const right = JSON.stringify(Array(inList).fill(answer));
    /** @type {import("../load.js").Load} */
    const listOfNothing = { path, headers: list.headers ?? {}, isRight: (text) => text === right };
    const figures = await compare(
      [
        { name: "node:http", server: bare, load: checkOfNothing() },
        { name: "check a token", server, load },
        { name: "get an authorization", server, load: get, baseline: "check a token" },
        { name: "get, answered 304", server, load: unchanged, baseline: "get an authorization" },
        { name: `node:http, a list of ${inList}`, server: listing, load: listOfNothing },
        { name: `list ${inList} authorizations`, server, load: list, baseline: `node:http, a list of ${inList}` },
      ],
      effort,
    );
    return [tableOf("Reading as a user", figures, "The password is remembered from the first request on.")];
  } finally {
    await stopAll(bare, listing, server);
  }
}

/** @param {import("../process.js").Running} server */
async function readsOf(server) {
  const ids = [];
  for (let index = 0; index < inList; index += 1) {
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
