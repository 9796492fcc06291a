import { applicationToken, personalToken } from "@grantbook/test-kit/arrange";
import { basicAuth } from "@grantbook/test-kit/basic-auth";
import { describeEngines } from "@grantbook/test-kit/describe-engines";
import { gemUpdater, octocat, useTestServer } from "@grantbook/test-kit/test-server";
import { describe, expect, test } from "vitest";

const basic = (name: string, password: string) => ({ authorization: basicAuth(name, password) });
const asOctocat = basic(octocat.login, octocat.password);

describeEngines((engine) => {
  describe("headers", () => {
    const server = useTestServer(engine);

    const send = (path: string, init: RequestInit = {}) => server.fetch(new Request(server.baseUrl + path, init));

    test("every answer has a request id, the selected version, and what keeps a browser safe", async () => {
      for (const answer of [
        await send("/authorizations", { headers: asOctocat }),
        await send("/authorizations"),
        await send("/authorizations/1", { headers: asOctocat }),
      ]) {
        expect(answer.headers.get("x-github-request-id")).toMatch(
          /^[0-9A-F]{4}:[0-9A-F]{4}:[0-9A-F]{6}:[0-9A-F]{6}:6B003640$/,
        );
        expect(answer.headers.get("x-github-api-version-selected")).toBe("2022-11-28");
        expect(answer.headers.get("x-github-enterprise-version")).toBe("3.20.0");
        expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
        expect(answer.headers.get("content-security-policy")).toBe("default-src 'none'");
        expect(answer.headers.get("content-type")).toBe("application/json; charset=utf-8");
        expect(answer.headers.has("x-ratelimit-limit")).toBe(false);
      }
    });

    test.each([
      ["application/vnd.github+json", "github.v3; format=json"],
      ["application/vnd.github.v3+json", "github.v3; format=json"],
      ["application/json", "github.v3; format=json"],
      ["application/vnd.github.v3.full+json", "github.v3; param=full; format=json"],
      ["application/vnd.github.doctor-strange-preview+json", "github.v3; param=doctor-strange-preview; format=json"],
      ["application/vnd.github.beta+json", "github.beta; format=json"],
      ["*/*", "github.v3; format=json"],
      ["text/html", "unknown, github.v3"],
    ])("Accept: %s is answered as %s", async (accept, mediaType) => {
      const answer = await send("/authorizations", { headers: { ...asOctocat, accept } });
      expect(answer.headers.get("x-github-media-type")).toBe(mediaType);
      expect(answer.status).toBe(200);
    });

    test("what shows a token is not to be stored; what does not may be kept by its user for a minute", async () => {
      const created = await send("/authorizations", {
        method: "POST",
        headers: asOctocat,
        body: '{"note":"a note"}',
      });
      expect(created.headers.get("cache-control")).toBe("no-store");
      expect(created.headers.get("etag")).toMatch(/^"[0-9a-f]{64}"$/);
      const { token } = await applicationToken(server, octocat, gemUpdater);
      const checked = await send(`/applications/${gemUpdater.clientId}/token`, {
        method: "POST",
        headers: basic(gemUpdater.clientId, gemUpdater.clientSecret),
        body: JSON.stringify({ access_token: token }),
      });
      expect(checked.headers.get("cache-control")).toBe("no-store");
      const listed = await send("/authorizations", { headers: asOctocat });
      expect(listed.headers.get("cache-control")).toBe("private, max-age=60, s-maxage=60");
      expect(listed.headers.get("vary")).toContain("Accept, Authorization, Cookie, X-GitHub-OTP");
      expect((await send("/authorizations")).headers.has("cache-control")).toBe(false);
    });

    test("HEAD is GET without the body, with its headers and its 304", async () => {
      const got = await send("/authorizations", { headers: asOctocat });
      const head = await send("/authorizations", { method: "HEAD", headers: asOctocat });
      expect([head.status, await head.text(), head.headers.get("etag")]).toEqual([200, "", got.headers.get("etag")]);
      const condition = { ...asOctocat, "if-none-match": got.headers.get("etag") ?? "" };
      expect((await send("/authorizations", { method: "HEAD", headers: condition })).status).toBe(304);
    });

    test("a page of another site may ask, and may read the headers that matter", async () => {
      const preflight = await send("/authorizations", {
        method: "OPTIONS",
        headers: { origin: "https://page.example" },
      });
      expect(preflight.status).toBe(204);
      expect(preflight.headers.get("access-control-allow-methods")).toBe("GET, POST, PATCH, PUT, DELETE");
      expect(preflight.headers.get("access-control-allow-headers")).toContain("X-GitHub-OTP");
      const answer = await send("/authorizations");
      expect(answer.headers.get("access-control-allow-origin")).toBe("*");
      for (const name of [
        "ETag",
        "Link",
        "Location",
        "X-GitHub-OTP",
        "X-OAuth-Client-Id",
        "Deprecation",
        "Sunset",
        "X-GitHub-Request-Id",
      ]) {
        expect(answer.headers.get("access-control-expose-headers")?.split(", ")).toContain(name);
      }
    });

    test("with a limit of requests, each caller has an own count by the hour, and a 304 is free", async () => {
      const limited = await server.withOverrides({ rateLimit: 3 });
      const list = (headers: Record<string, string>) =>
        limited.fetch(new Request(`${limited.baseUrl}/authorizations`, { headers }));
      const remaining = (answer: Response) => [answer.status, answer.headers.get("x-ratelimit-remaining")];
      const first = await list(asOctocat);
      expect(remaining(first)).toEqual([200, "2"]);
      expect(first.headers.get("x-ratelimit-reset")).toBe(String(Date.parse("2026-11-20T13:00:00Z") / 1000));
      const etag = first.headers.get("etag") ?? "";
      expect(remaining(await list({ ...asOctocat, "if-none-match": etag }))).toEqual([304, "2"]);
      await list(asOctocat);
      await list(asOctocat);
      const refused = await list(asOctocat);
      expect(remaining(refused)).toEqual([403, "0"]);
      expect(await refused.json()).toMatchObject({ message: "API rate limit exceeded for user ID 1." });
      expect(remaining(await list(basic("octocat", "wrong")))).toEqual([401, "59"]);
      server.clock.now = new Date("2026-11-20T13:00:01Z");
      expect(remaining(await list(asOctocat))).toEqual([200, "2"]);
    });

    test("a caller who signs in voluntarily is charged for it, and not the address", async () => {
      const limited = await server.withOverrides({ rateLimit: 100 });
      const meta = (headers: Record<string, string>) =>
        limited.fetch(new Request(`${limited.baseUrl}/meta`, { headers }));
      for (let count = 0; count < 60; count += 1) await meta({});
      expect((await meta({})).status).toBe(403);
      const answer = await meta(asOctocat);
      expect([answer.status, answer.headers.get("x-ratelimit-remaining")]).toEqual([200, "99"]);
    });

    test("every response to a token has its scopes, and the client id of its application", async () => {
      const { token } = await applicationToken(server, octocat, gemUpdater, { scopes: ["repo", "gist"] });
      for (const path of ["/", "/meta", "/user", "/authorizations"]) {
        const { headers } = await send(path, { headers: { authorization: `token ${token}` } });
        expect([path, headers.get("x-oauth-scopes")]).toEqual([path, "gist, repo"]);
        expect([path, headers.get("x-oauth-client-id")]).toEqual([path, gemUpdater.clientId]);
      }
      expect((await send("/meta", { headers: asOctocat })).headers.has("x-oauth-scopes")).toBe(false);
    });

    test("the pair of an application is never a failed login", async () => {
      const headers = basic(gemUpdater.clientId, gemUpdater.clientSecret);
      for (let count = 0; count < 12; count += 1) {
        expect((await send("/", { headers })).status).toBe(200);
        expect((await send("/user", { headers })).status).toBe(404);
        expect((await send("/authorizations", { headers })).status).toBe(404);
        expect((await send("/authorizations", { method: "PATCH", headers })).status).toBe(404);
      }
    });

    test("a token sent as a password is refused as such, wherever clients put one", async () => {
      const { token } = await personalToken(server, octocat, { note: "a token" });
      for (const headers of [
        { authorization: `Bearer ${token}` },
        { authorization: `token ${token}` },
        basic("octocat", token),
        basic(token, "x-oauth-basic"),
        basic(token, ""),
      ]) {
        expect((await send("/authorizations", { headers })).status).toBe(403);
        expect((await send("/user", { headers })).status).toBe(200);
      }
      expect((await send("/authorizations", { headers: { authorization: "Bearer ghp_dead" } })).status).toBe(401);
    });
  });
});
