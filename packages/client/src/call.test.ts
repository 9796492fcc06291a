import { baseUrl, empty, gemUpdater, json, octocat, type Responder } from "@grantbook/test-kit/client-fixture";
import { failureOf } from "@grantbook/test-kit/failure-of";
import { expect, test, vi } from "vitest";
import { authorizationsGet, authorizationsList, type CallerOptions, createCaller, tokensCheck } from "./call.js";
import type { ApiMiddleware } from "./middleware/index.js";
import { noRedirects, safeErrors } from "./middleware/index.js";
import type { FetchInit } from "./request.js";

/** Caller whose requests go to a function, and are collected. */
function callerOf(respond: Responder, options: Partial<CallerOptions> = {}) {
  const requests: (FetchInit & { url: string })[] = [];
  const fetch = async (url: string, init: FetchInit) => {
    requests.push({ url, ...init });
    return respond(new Request(url, init), requests.length - 1);
  };
  return { call: createCaller({ baseUrl, auth: octocat, fetch, ...options }), requests };
}

test("sends the method, the address, the headers and the body of an operation", async () => {
  const { call, requests } = callerOf(() => json(200, { id: 1 }, { "x-github-request-id": "AB:CD" }), {
    auth: { clientId: "id", clientSecret: "s\u00e9cret" },
    apiVersion: "2022-11-28",
  });
  const parts = { path: { client_id: "a/b?c" }, body: { access_token: "t" } };
  expect(await call(tokensCheck, parts)).toEqual({
    status: 200,
    headers: { "content-type": "application/json", "x-github-request-id": "AB:CD" },
    body: { id: 1 },
  });
  expect(requests).toEqual([
    {
      url: `${baseUrl}/applications/a%2Fb%3Fc/token`,
      method: "POST",
      headers: {
        accept: "application/vnd.github+json",
        authorization: "Basic aWQ6c8OpY3JldA==",
        "content-type": "application/json",
        "user-agent": "grantbook-client",
        "x-github-api-version": "2022-11-28",
      },
      body: '{"access_token":"t"}',
    },
  ]);
});

test("sends a query, headers of the call, and nothing about a body that is not there", async () => {
  const { call, requests } = callerOf(() => empty(304));
  const headers = { "if-none-match": '"x"', accept: "application/json" };
  const result = await call(authorizationsList, { query: { per_page: 2, page: 3 }, headers });
  expect(result).toEqual({ status: 304, headers: {} });
  expect(requests).toMatchObject([{ url: `${baseUrl}/authorizations?per_page=2&page=3`, method: "GET", headers }]);
  expect(requests[0]).not.toHaveProperty("headers.content-type");
  expect(requests[0]?.body).toBeUndefined();
});

test("needs neither parts nor middlewares", async () => {
  const { call, requests } = callerOf(() => json(200, []));
  expect(await call(authorizationsList)).toMatchObject({ status: 200, body: [] });
  expect(requests[0]?.url).toBe(`${baseUrl}/authorizations`);
});

test("refuses a path parameter that is missing, and sends nothing", async () => {
  const { call, requests } = callerOf(() => json(200, {}));
  expect(await failureOf(call(authorizationsGet, { path: {} } as never))).toMatchObject({
    name: "ClientError",
    code: "invalid-request",
    message: "needs the path parameter authorization_id",
  });
  expect(requests).toEqual([]);
});

test("passes the middlewares from the outermost on, with the operation and its settings", async () => {
  const seen: unknown[] = [];
  const named = (name: string): ApiMiddleware => ({
    ...noRedirects(),
    wrap: (next) => (request) => {
      seen.push(name, request.name, request.route, request.timeout);
      return next(request);
    },
  });
  const { call } = callerOf(() => json(200, []), { middleware: [named("outer"), named("inner")] });
  await call(authorizationsList, {}, { timeout: 7 });
  const operation = ["oauth-authorizations/list-authorizations", "GET /authorizations", 7];
  expect(seen).toEqual(["outer", ...operation, "inner", ...operation]);
});

test("keeps its secrets out of an error, without a signal too", async () => {
  const text = `${gemUpdater.clientSecret} and gho_body and ghp_header`;
  const { call } = callerOf(() => Promise.reject(new TypeError(text)), {
    auth: gemUpdater,
    middleware: [safeErrors()],
  });
  const headers = { authorization: "Bearer ghp_header" } as never;
  const parts = { path: { client_id: "a" }, body: { access_token: "gho_body" }, headers };
  expect(await failureOf(call(tokensCheck, parts))).toMatchObject({
    name: "ClientError",
    code: "connection",
    message: "apps/check-token: [REDACTED] and [REDACTED] and [REDACTED]",
  });
});

test.each([
  ["a browser", { userAgent: "Mozilla/5.0 (X11; Linux x86_64)" }, undefined],
  ["Node", { userAgent: "Node.js/22" }, "grantbook-client"],
  ["a runtime without a name", {}, "grantbook-client"],
])("leaves the name to %s", async (_, navigator, name) => {
  vi.stubGlobal("navigator", navigator);
  const { call, requests } = callerOf(() => json(200, []));
  vi.unstubAllGlobals();
  await call(authorizationsList);
  expect(requests[0]?.headers["user-agent"]).toBe(name);
});
