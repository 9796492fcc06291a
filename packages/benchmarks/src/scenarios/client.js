// What a call costs in different clients: one after the other, in turns, against a server that does nearly nothing.
import { createClient } from "@grantbook/client";
import { request as octokit } from "@octokit/request";
import createFetchClient from "openapi-fetch";
import { api, asApplication, cast, jsonType } from "../cast.js";
import { spread } from "../compare.js";

/**
 * Microseconds a call in each client, and the ratio to plain fetch of the same turn.
 * @param {string} url of the bare server @param {{ rounds: number, calls: number }} effort
 */
export async function compareClients(url, { rounds, calls }) {
  const baseUrl = url + api;
  const { client_id, client_secret } = cast.application;
  const path = `/applications/${client_id}/token`;
  const auth = { clientId: client_id, clientSecret: client_secret };
  const access_token = "gho_16C7e42F292c6912E7710c838347Ae178B4a";
  const body = { access_token };
  const headers = { ...asApplication, accept: "application/vnd.github+json" };
  const grantbook = createClient({ baseUrl, auth });
  const openapi = /** @type {any} */ (createFetchClient({ baseUrl, headers }));

  /** @type {Record<string, Record<string, () => Promise<unknown>>>} */
  const kinds = {
    POST: {
      fetch: async () =>
        (
          await fetch(baseUrl + path, {
            method: "POST",
            headers: { ...headers, ...jsonType },
            body: JSON.stringify(body),
          })
        ).json(),
      "@grantbook/client": () => grantbook.tokens.check(body),
      "openapi-fetch": () => openapi.POST("/applications/{client_id}/token", { params: { path: { client_id } }, body }),
      "@octokit/request": () => octokit(`POST ${path}`, { baseUrl, headers, ...body }),
    },
    GET: {
      fetch: async () => (await fetch(`${baseUrl}${path}s/${access_token}`, { headers })).json(),
      "@grantbook/client": () => grantbook.tokens.checkInPath(body),
      "openapi-fetch": () =>
        openapi.GET("/applications/{client_id}/tokens/{access_token}", {
          params: { path: { client_id, access_token } },
        }),
      "@octokit/request": () => octokit(`GET ${path}s/${access_token}`, { baseUrl, headers }),
    },
  };
  const rows = [];
  for (const [method, clients] of Object.entries(kinds)) {
    for (const call of Object.values(clients)) await timed(call, calls);
    /** @type {Record<string, number[]>} */
    const times = Object.fromEntries(Object.keys(clients).map((name) => [name, []]));
    for (let round = 0; round < rounds; round += 1) {
      for (const [name, call] of Object.entries(clients)) times[name]?.push(await timed(call, calls));
    }
    for (const [name, own] of Object.entries(times)) {
      rows.push({
        name,
        method,
        time: spread(own),
        ratio: spread(own.map((time, turn) => time / (times.fetch?.[turn] ?? 0))),
      });
    }
  }
  return rows;
}

/** Microseconds a call. @param {() => Promise<unknown>} call @param {number} calls */
async function timed(call, calls) {
  const began = performance.now();
  for (let index = 0; index < calls; index += 1) await call();
  return ((performance.now() - began) * 1000) / calls;
}
