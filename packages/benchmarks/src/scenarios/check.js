// Check a token: what an application asks on every request it serves.
import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { api, asApplication, ask, asUser, cast, jsonType } from "../cast.js";
import { compare } from "../compare.js";
import { startPostgres } from "../postgres.js";
import { start } from "../process.js";
import { tableOf } from "../report.js";
import { answer } from "../servers/answer.js";
import { fileIn, stopAll } from "../servers.js";
import { seedIn, startExecutable } from "./executable.js";

const note = `The baselines parse the same request and answer the same JSON. What is made by hand also signs in, looks up one
token and sends all headers, but knows no rules and validates nothing. The executable also writes its log.`;

/** @param {string} folder @param {import("../compare.js").Effort} effort */
export async function check(folder, effort) {
  const place = mkdtempSync(join(folder, "check-"));
  const seed = seedIn(place);
  const postgres = await startPostgres();
  const http = await start("bare-http");
  const hono = await start("bare-hono");
  const contestants = [
    { name: "node:http", server: http, load: checkOfNothing() },
    { name: "Hono", server: hono, load: checkOfNothing() },
  ];
  /** @param {string} name @param {import("../process.js").Running} server */
  const add = async (name, server) => contestants.push({ name, server, load: await checkOf(server, name) });
  const grantbook = await start("grantbook", { database: fileIn(folder) });
  const load = await checkOf(grantbook);
  const byHand = await start("by-hand", { database: fileIn(folder), headers: await headersOf(grantbook, load) });
  contestants.push({ name: "Hono, by hand", server: byHand, load: checkOfNothing() });
  contestants.push({ name: "Grantbook on SQLite", server: grantbook, load });
  await add("its executable", await startExecutable(place, ["--database", `sqlite:${fileIn(folder)}`, ...seed]));
  if (postgres) {
    const flags = ["--database", postgres.url, ...seed];
    await add("Grantbook on PostgreSQL", await start("grantbook", { database: postgres.url }));
    await add("its executable on PostgreSQL", await startExecutable(place, flags));
    await add("its executable, 2 workers", await startExecutable(place, [...flags, "--workers", "2"]));
  }
  try {
    return [tableOf("Check a token", await compare(contestants, effort), note)];
  } finally {
    await stopAll(...contestants.map(({ server }) => server));
    await postgres?.remove();
  }
}

const { client_id, client_secret } = cast.application;
const path = `${api}/applications/${client_id}/token`;

/**
 * Makes a token on a server, and the load that checks it.
 * @param {import("../process.js").Running} server
 * @param {string} [fingerprint]
 * @returns {Promise<import("../load.js").Load>}
 */
export async function checkOf(server, fingerprint = "benchmark") {
  const address = `${server.url}${api}/authorizations/clients/${client_id}/${encodeURIComponent(fingerprint)}`;
  const headers = { ...asUser, ...jsonType };
  const { json } = await ask(address, "PUT", headers, { client_secret, scopes: ["repo"] }, 201);
  return loadOf(
    json.token,
    (await ask(server.url + path, "POST", { ...asApplication, ...jsonType }, { access_token: json.token }, 200)).text,
  );
}

/**
 * The headers of an answer to a load, but for those that belong to its connection.
 * @param {import("../process.js").Running} server @param {import("../load.js").Load} load
 */
async function headersOf(server, { path, headers = {}, body = "" }) {
  const answer = await ask(server.url + path, "POST", headers, JSON.parse(body), 200);
  const own = new Set(["connection", "content-length", "date", "keep-alive"]);
  return Object.fromEntries([...answer.headers].filter(([name]) => !own.has(name)));
}

/** The same load for a server that answers always the same. */
export function checkOfNothing() {
  return loadOf(answer.token, JSON.stringify(answer));
}

/** @param {string} token @param {string} right the answer @returns {import("../load.js").Load} */
function loadOf(token, right) {
  return {
    path,
    method: "POST",
    headers: { ...asApplication, ...jsonType, accept: "application/vnd.github+json" },
    body: JSON.stringify({ access_token: token }),
    isRight: (text) => text === right,
  };
}
