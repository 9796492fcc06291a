import { personalToken } from "@grantbook/test-kit/arrange";
import { basicAuth } from "@grantbook/test-kit/basic-auth";
import { octocat, startTestServer, type TestServer } from "@grantbook/test-kit/test-server";
import { inProcess } from "@grantbook/test-kit/transports";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

const authorization = basicAuth(octocat.login, octocat.password);
const curl = { authorization, accept: "*/*", "user-agent": "curl/7.88.1" };

/** The part of a published command that takes the token out: `grep '"token"' | cut -d\" -f4`. */
const cutToken = (text: string) =>
  text
    .split("\n")
    .filter((line) => line.includes('"token"'))
    .map((line) => line.split('"')[3])
    .join("\n");

describe("a response in a terminal", () => {
  let server: TestServer;

  beforeEach(async () => {
    server = await startTestServer(inProcess);
  });

  afterEach(() => server.close());

  const send = (path: string, headers: Record<string, string>, init: RequestInit = {}) =>
    server.fetch(new Request(server.baseUrl + path, { ...init, headers }));

  test("is two-space JSON with a newline at the end, from which scripts cut the token", async () => {
    const response = await send("/authorizations", curl, {
      method: "POST",
      body: '{"note":"a [] b","scopes":["repo"]}',
    });
    expect(response.headers.get("x-github-media-type")).toBe("github.v3");
    const text = await response.text();
    expect(text).toMatch(/^\{\n {2}"id": 1,\n {2}"url": /);
    expect(text).toContain('\n  "note": "a [] b",\n');
    expect(text).toContain('\n  "scopes": [\n    "repo"\n  ],\n');
    expect(text.endsWith("\n}\n")).toBe(true);
    expect(cutToken(text)).toMatch(/^ghp_\w{36}$/);
  });

  test("is indented for an error too", async () => {
    const text = await (
      await send("/authorizations", { ...curl, authorization: basicAuth("octocat", "wrong") })
    ).text();
    const { documentation_url } = JSON.parse(text);
    expect(text).toBe(
      `{\n  "message": "Bad credentials",\n  "documentation_url": "${documentation_url}",\n  "status": "401"\n}\n`,
    );
  });

  test("has empty lists as GitHub writes them", async () => {
    await expect((await send("/authorizations", curl)).text()).resolves.toBe("[\n\n]\n");
    await personalToken(server, octocat, { note: "without scopes [], or" });
    const text = await (await send("/authorizations", curl)).text();
    expect(text).toContain('\n    "note": "without scopes [], or",\n');
    expect(text).toContain('\n    "scopes": [\n\n    ],\n');
  });

  test.each([
    ["a client that is not curl", { accept: "*/*", "user-agent": "Faraday v1" }],
    ["curl with an Accept header of its own", { accept: "application/json", "user-agent": "curl/7.88.1" }],
    ["curl without an Accept header", { "user-agent": "curl/7.88.1" }],
  ])("is compact for %s", async (_, headers) => {
    const response = await send("/authorizations", { authorization, ...headers });
    expect([await response.text(), response.headers.get("x-github-media-type")]).toEqual([
      "[]",
      "github.v3; format=json",
    ]);
  });

  test("can be used for a condition on the same text", async () => {
    const { id } = await personalToken(server, octocat, { note: "a note" });
    const etag = (await send(`/authorizations/${id}`, curl)).headers.get("etag") ?? "";
    expect((await send(`/authorizations/${id}`, { ...curl, "if-none-match": etag })).status).toBe(304);
    const changed = await send(`/authorizations/${id}`, { ...curl, "if-match": etag }, { method: "DELETE" });
    expect(changed.status).toBe(204);
  });
});

describe("HEAD", () => {
  const get = async (server: TestServer, path: string, init: RequestInit) =>
    server.fetch(new Request(server.baseUrl + path, init));

  test.each([
    ["200", "/authorizations", { authorization }],
    ["200 for curl", "/authorizations", curl],
    ["401", "/authorizations", {}],
    ["404 of an operation", "/authorizations/1000", { authorization }],
    ["404 of no operation", "/authorizations/1/2", { authorization }],
  ])("has the Content-Length of the body that GET sends: %s", async (_, path, headers) => {
    const server = await startTestServer(inProcess);
    const length = Buffer.byteLength(await (await get(server, path, { headers })).text());
    const head = await get(server, path, { method: "HEAD", headers });
    expect([head.headers.get("content-length"), await head.text()]).toEqual([String(length), ""]);
    await server.close();
  });
});
