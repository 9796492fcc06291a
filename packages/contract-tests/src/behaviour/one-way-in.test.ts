import { applicationToken } from "@grantbook/test-kit/arrange";
import { basicAuth } from "@grantbook/test-kit/basic-auth";
import { describeEngines } from "@grantbook/test-kit/describe-engines";
import { gemUpdater, mona, octocat, useTestServer } from "@grantbook/test-kit/test-server";
import { describe, expect, test } from "vitest";

const basic = (name: string, password: string) => ({ authorization: basicAuth(name, password) });
const asOctocat = basic(octocat.login, octocat.password);
const asApplication = basic(gemUpdater.clientId, gemUpdater.clientSecret);
const selected = "x-github-api-version-selected";

/** Routes of every kind: public, of a token, of users, of applications, and unknown. */
const routes = [
  ["GET", "/"],
  ["GET", "/meta"],
  ["GET", "/user"],
  ["GET", "/authorizations"],
  ["GET", "/authorizations/999"],
  ["POST", `/applications/${gemUpdater.clientId}/token`],
  ["GET", "/nowhere"],
  ["PATCH", "/authorizations"],
] as const;

describeEngines((engine) => {
  describe("one way in", () => {
    const server = useTestServer(engine);

    const send = (method: string, path: string, headers: Record<string, string>, to = server) =>
      to.fetch(new Request(to.baseUrl + path, { method, headers }));

    describe.each(routes)("%s %s", (method, path) => {
      test.each([
        ["a dead token", { authorization: "Bearer ghp_dead" }],
        ["an unreadable header", { authorization: "Basic ?" }],
        ["a wrong password", basic(octocat.login, "wrong")],
        ["a wrong client secret", basic(gemUpdater.clientId, "wrong")],
      ])("refuses %s, before it asks for the version", async (_, credentials) => {
        const response = await send(method, path, { ...credentials, "x-github-api-version": "1999-01-01" });
        expect([response.status, response.headers.has(selected)]).toEqual([401, false]);
        expect(await response.json()).toMatchObject({ message: "Bad credentials" });
      });

      test("tells a token its scopes and its application, whatever the status", async () => {
        const { token } = await applicationToken(server, octocat, gemUpdater, { scopes: ["repo", "gist"] });
        for (const more of [{}, { "x-github-api-version": "1999-01-01" }]) {
          const { headers } = await send(method, path, { authorization: `token ${token}`, ...more });
          expect(headers.get("x-oauth-scopes")).toBe("gist, repo");
          expect(headers.get("x-oauth-client-id")).toBe(gemUpdater.clientId);
        }
      });

      test("never counts the pair of an application as a failed login", async () => {
        for (let count = 0; count < 11; count += 1) {
          const { status } = await send(method, path, asApplication);
          expect([200, 404, 422]).toContain(status);
        }
      });
    });

    test("a version that is not supported is refused before missing credentials", async () => {
      const response = await send("GET", "/authorizations", { "x-github-api-version": "1999-01-01" });
      expect(response.status).toBe(400);
      expect((await send("GET", "/authorizations", {})).status).toBe(401);
    });

    test("HEAD and 304 tell a token its scopes", async () => {
      const { token } = await applicationToken(server, octocat, gemUpdater, { scopes: ["repo"] });
      const headers = { authorization: `token ${token}` };
      const etag = (await send("GET", "/user", headers)).headers.get("etag") ?? "";
      const unchanged = await send("GET", "/user", { ...headers, "if-none-match": etag });
      expect([unchanged.status, unchanged.headers.get("x-oauth-scopes")]).toEqual([304, "repo"]);
      expect((await send("HEAD", "/user", headers)).headers.get("x-oauth-scopes")).toBe("repo");
    });

    test("ten wrong passwords are counted whatever routes they went to, known or not", async () => {
      for (let count = 0; count < 10; count += 1) {
        const [method, path] = count % 2 === 0 ? ["GET", "/nowhere"] : ["GET", "/meta"];
        expect((await send(method as string, path as string, basic(octocat.login, "wrong"))).status).toBe(401);
      }
      for (const path of ["/nowhere", "/meta", "/user", "/authorizations"]) {
        expect([path, (await send("GET", path, asOctocat)).status]).toEqual([path, 403]);
      }
    });

    test("an operation for applications compares no password, and asks for no code", async () => {
      const path = `/applications/${gemUpdater.clientId}/token`;
      for (let count = 0; count < 11; count += 1) {
        expect((await send("POST", path, basic(octocat.login, "wrong"))).status).toBe(401);
      }
      const response = await send("POST", path, basic(mona.login, mona.password));
      expect([response.status, response.headers.has("x-github-otp")]).toEqual([401, false]);
      expect((await send("GET", "/authorizations", asOctocat)).status).toBe(200);
    });

    test("a code is asked for on an unknown route, and is then not found", async () => {
      const credentials = basic(mona.login, mona.password);
      const asked = await send("GET", "/nowhere", credentials);
      expect([asked.status, asked.headers.get("x-github-otp")]).toEqual([401, "required; app"]);
      expect((await send("GET", "/nowhere", { ...credentials, "x-github-otp": server.code() })).status).toBe(404);
    });

    test.each([
      ["a token", async () => ({ authorization: `token ${await scopedToken()}` }), { findToken: 1 }],
      ["an application", async () => asApplication, { applicationForSecret: 1 }],
      ["a token for a password", async () => basic(octocat.login, await scopedToken()), { findToken: 1 }],
      ["a user", async () => asOctocat, { credentials: 1 }],
    ])("%s is looked up once, on every route", async (_, credentials, lookups) => {
      const headers = await credentials();
      const counts: Record<string, number> = {};
      const counted = await server.withOverrides({
        store: (store) =>
          new Proxy(store, {
            get(target, name) {
              const member: unknown = Reflect.get(target, name);
              if (typeof name !== "string" || !["findToken", "applicationForSecret", "credentials"].includes(name)) {
                return member;
              }
              counts[name] = (counts[name] ?? 0) + 1;
              return member;
            },
          }),
      });
      for (const [method, path] of routes) {
        // No user is let in there, so none is looked up.
        if (path.endsWith("/token") && "credentials" in lookups) continue;
        for (const name of Object.keys(counts)) delete counts[name];
        await send(method, path, headers, counted);
        expect([path, counts]).toEqual([path, lookups]);
      }
    });

    const scopedToken = async () => (await applicationToken(server, octocat, gemUpdater)).token;
  });
});
