// Microseconds a call in different clients: one call after the other, against a server with a constant response.
import { createClient } from "@grantbook/client";
import { request as octokit } from "@octokit/request";
import createFetchClient from "openapi-fetch";
import { api, asApplication, fixtures, jsonType } from "../fixtures.js";
import { start } from "../process.js";
import { range } from "../report.js";
import { response } from "../servers/response.js";
import { shuffle, summarize } from "../summarize.js";

const expected = JSON.stringify(response);

/** @param {string} _folder @param {import("../compare.js").Effort} effort */
export async function client(_folder, effort) {
  const bare = await start("bare-http");
  try {
    const rows = [];
    for (const [method, clients] of Object.entries(clientsOf(bare.url + api))) {
      for (const { name, ratio, time } of await compareCalls(clients, effort)) {
        rows.push([name, method, range(ratio, (value) => value.toFixed(2)), range(time)]);
      }
    }
    const note = "One call after the other, against bare node:http.";
    return [{ title: "A call in a client", note, head: ["", "method", "ratio to fetch", "µs/call"], rows }];
  } finally {
    await bare.stop();
  }
}

/** @typedef {Record<string, () => Promise<unknown>>} Clients each makes a call and returns the body of the response */

/** All clients with their defaults. @param {string} baseUrl @returns {Record<"POST" | "GET", Clients>} */
function clientsOf(baseUrl) {
  const { client_id, client_secret } = fixtures.application;
  const path = `/applications/${client_id}/token`;
  const access_token = response.token;
  const body = { access_token };
  const headers = { ...asApplication, accept: "application/vnd.github+json" };
  const grantbook = createClient({ baseUrl, auth: { clientId: client_id, clientSecret: client_secret } });
  const openapi = /** @type {any} */ (createFetchClient({ baseUrl, headers }));
  const post = { method: "POST", headers: { ...headers, ...jsonType } };
  const inPath = { params: { path: { client_id, access_token } } };
  return {
    POST: {
      fetch: async () => (await fetch(baseUrl + path, { ...post, body: JSON.stringify(body) })).json(),
      "@grantbook/client": () => grantbook.tokens.check(body),
      "openapi-fetch": async () =>
        (await openapi.POST("/applications/{client_id}/token", { params: { path: { client_id } }, body })).data,
      "@octokit/request": async () => (await octokit(`POST ${path}`, { baseUrl, headers, ...body })).data,
    },
    GET: {
      fetch: async () => (await fetch(`${baseUrl}${path}s/${access_token}`, { headers })).json(),
      "@grantbook/client": () => grantbook.tokens.checkInPath(body),
      "openapi-fetch": async () => (await openapi.GET("/applications/{client_id}/tokens/{access_token}", inPath)).data,
      "@octokit/request": async () => (await octokit(`GET ${path}s/${access_token}`, { baseUrl, headers })).data,
    },
  };
}

/**
 * Measures the microseconds a call in each client, and the ratio to plain fetch in the same turn.
 * @param {Clients} clients @param {import("../compare.js").Effort} effort
 */
async function compareCalls(clients, { turns, calls }) {
  for (const [name, call] of Object.entries(clients)) await timed(name, call, calls);
  /** @type {Record<string, number[]>} */
  const times = Object.fromEntries(Object.keys(clients).map((name) => [name, []]));
  for (let turn = 0; turn < turns; turn += 1) {
    for (const [name, call] of shuffle(Object.entries(clients))) times[name]?.push(await timed(name, call, calls));
  }
  return Object.entries(times).map(([name, own]) => ({
    name,
    time: summarize(own),
    ratio: summarize(own.map((time, turn) => time / (times.fetch?.[turn] ?? 0))),
  }));
}

/** Measures the microseconds a call. @param {string} name @param {() => Promise<unknown>} call @param {number} calls */
async function timed(name, call, calls) {
  const bodies = [];
  const began = performance.now();
  for (let index = 0; index < calls; index += 1) bodies.push(await call());
  const time = ((performance.now() - began) * 1000) / calls;
  if (bodies.some((body) => JSON.stringify(body) !== expected)) throw new Error(`${name} returned another body.`);
  return time;
}
