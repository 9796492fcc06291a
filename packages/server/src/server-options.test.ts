import { basicAuth } from "@grantbook/test-kit/basic-auth";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Store } from "./domain/store.js";
import { createServer, type ServerOptions } from "./server.js";

const site = "https://git.example";
const api = `${site}/api/v3`;
const docsUrl = "https://docs.example/reference";

/** A store that fails at once. */
const store = new Proxy({} as Store, {
  get: () => () => Promise.reject(new Error("no store")),
});

const serverWith = (options: Partial<ServerOptions> = {}) =>
  createServer({ store, key: Buffer.alloc(32), publicUrl: site, ...options });

const json = async (response: Promise<Response>) => (await (await response).json()) as Record<string, unknown>;

describe("a server with nothing but what it must have", () => {
  const server = serverWith();

  test("is Enterprise Server 3.20.0, without limits of requests", async () => {
    const response = await server.fetch(`${api}/meta`);
    expect(await response.json()).toEqual({ verifiable_password_authentication: true, installed_version: "3.20.0" });
    expect(response.headers.has("x-ratelimit-limit")).toBe(false);
    expect(response.headers.get("x-github-enterprise-version")).toBe("3.20.0");
    expect((await server.fetch(`${api}/rate_limit`)).status).toBe(404);
  });

  test("has the clock of the system", async () => {
    vi.useFakeTimers({ now: new Date("2026-01-02T03:04:05Z"), toFake: ["Date"] });
    const { headers } = await server.fetch(`${api}/meta`);
    vi.useRealTimers();
    expect(headers.get("x-github-request-id")).toMatch(/:695735A5$/);
  });

  test("links errors to GitHub's pages", async () => {
    expect(await json(server.fetch(`${api}/user`))).toMatchObject({
      documentation_url: "https://docs.github.com/enterprise-server@3.20/rest/users/users#get-the-authenticated-user",
    });
    expect(await json(server.fetch(`${api}/nowhere`))).toMatchObject({
      documentation_url: "https://docs.github.com/enterprise-server@3.20/rest",
    });
  });

  test("has operations that are not removed, and none of the extensions", async () => {
    expect((await server.fetch(`${api}/authorizations`)).status).toBe(401);
    expect((await server.fetch(`${site}/.well-known/oauth-authorization-server/login/oauth`)).status).toBe(404);
  });

  test("has compared no password yet", () => {
    expect(server.passwordStats).toMatchObject({ running: 0, waiting: 0 });
  });
});

describe("the option", () => {
  test("docsUrl names the page that errors link to, with the operation as the anchor", async () => {
    const server = serverWith({ docsUrl });
    expect(await json(server.fetch(`${api}/user`))).toMatchObject({
      documentation_url: `${docsUrl}#users/get-authenticated`,
    });
    expect(await json(server.fetch(`${api}/nowhere`))).toMatchObject({ documentation_url: docsUrl });
  });

  test("enterpriseVersion is the version that the server says it is", async () => {
    const response = await serverWith({ enterpriseVersion: "3.19.2" }).fetch(`${api}/meta`);
    expect(response.headers.get("x-github-enterprise-version")).toBe("3.19.2");
    expect(await response.json()).toMatchObject({ installed_version: "3.19.2" });
  });

  test("rateLimit counts requests, by the address that the listener names", async () => {
    const server = serverWith({ rateLimit: 0 });
    const used = async (address?: string) =>
      (await server.fetch(new Request(`${api}/meta`), { address })).headers.get("x-ratelimit-used");
    expect([await used("192.0.2.7"), await used("192.0.2.7"), await used("198.51.100.1")]).toEqual(["1", "2", "1"]);
  });

  test("sunset switches off what is deprecated", async () => {
    const server = serverWith({ sunset: { state: "removed" } });
    expect((await server.fetch(`${api}/authorizations`)).status).toBe(404);
    expect((await server.fetch(`${api}/user`)).status).toBe(401);
  });

  test("oauthExtensions adds their endpoints", async () => {
    const server = serverWith({ oauthExtensions: ["metadata"] });
    const response = server.fetch(`${site}/.well-known/oauth-authorization-server/login/oauth`);
    expect(await json(response)).toMatchObject({ issuer: `${site}/login/oauth` });
  });

  test.each(["git.example", "", "//git.example"])("publicUrl must be a URL: %j", (publicUrl) => {
    expect(() => serverWith({ publicUrl })).toThrow("Invalid URL");
  });

  test("key may change, and each of its keys must have 32 bytes", () => {
    expect(() => serverWith({ key: () => [Buffer.alloc(32), Buffer.alloc(32)] })).not.toThrow();
    const key = () => [Buffer.alloc(32), Buffer.alloc(31)] as const;
    expect(() => serverWith({ key })).toThrow("The key has 31 bytes; it must have 32.");
  });
});

describe("a failure", () => {
  const failing = { headers: { authorization: basicAuth("octocat", "secret") } };
  let written: ReturnType<typeof vi.spyOn>;
  beforeEach(() => {
    written = vi.spyOn(console, "error").mockImplementation(() => undefined);
  });
  afterEach(() => vi.restoreAllMocks());

  test("is written to standard error, where no one else wants it", async () => {
    const response = await serverWith().fetch(`${api}/user`, failing);
    expect(response.status).toBe(500);
    const request = { requestId: response.headers.get("x-github-request-id"), operationId: "users/get-authenticated" };
    expect(written.mock.calls).toEqual([[request, new Error("no store")]]);
  });

  test("is sent whatever becomes of its report", async () => {
    const onError = vi.fn(() => {
      throw new Error("the log is full");
    });
    expect((await serverWith({ onError }).fetch(`${api}/user`, failing)).status).toBe(500);
    expect(onError).toHaveBeenCalledOnce();
    expect(written).not.toHaveBeenCalled();
  });
});

describe("fetch", () => {
  const server = serverWith();

  test("takes what the runtime's takes", async () => {
    expect((await server.fetch(new URL(`${api}/meta`))).status).toBe(200);
    expect((await server.fetch(new Request(`${api}/meta`))).status).toBe(200);
    const { status, headers } = await server.fetch(`${api}/meta`, {
      headers: { "x-github-api-version": "2026-03-10" },
    });
    expect([status, headers.get("x-github-api-version-selected")]).toEqual([200, "2026-03-10"]);
    expect((await server.fetch(`${api}/meta`, { method: "DELETE" })).status).toBe(404);
  });

  test.each([api, `${api}/`])("finds the root of the API: %s", async (url) => {
    expect(await json(server.fetch(url))).toMatchObject({ current_user_url: `${api}/user` });
  });

  test("does not let a page of another site ask for what is below the site", async () => {
    const preflight = async (url: string) => {
      const { status, headers } = await server.fetch(url, { method: "OPTIONS" });
      return [status, headers.get("access-control-allow-methods")];
    };
    const all = "GET, POST, PATCH, PUT, DELETE";
    expect(await preflight(`${api}/user`)).toEqual([204, all]);
    expect(await preflight(`${site}/nowhere`)).toEqual([204, all]);
    for (const path of ["/login", "/login/oauth/access_token", "/login/device/code"]) {
      expect(await preflight(site + path)).toEqual([404, null]);
    }
  });
});

describe("respond", () => {
  const server = serverWith();
  const request = new Request(`${api}/meta`);

  test("refuses what the description does not declare", async () => {
    await expect(server.respond("meta/get", { status: 404 }, request)).rejects.toThrow("meta/get does not declare 404");
    await expect(server.respond("meta/no" as "meta/get", { status: 503 }, request)).rejects.toMatchObject({
      name: "UndeclaredResponseError",
      message: "The description has no operation meta/no.",
    });
  });

  test("needs no client", async () => {
    const body = { message: "m", documentation_url: docsUrl, status: "503" };
    const response = await server.respond("meta/get", { status: 503, headers: { "Retry-After": "7" }, body }, request);
    expect([response.status, response.headers.get("retry-after"), await response.json()]).toEqual([503, "7", body]);
  });
});
