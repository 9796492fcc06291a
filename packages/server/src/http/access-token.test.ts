import { describeFlows } from "@grantbook/test-kit/describe-flows";
import { gitHubApp, pkce, webApp } from "@grantbook/test-kit/flow-fixture";
import type { TestBrowser } from "@grantbook/test-kit/test-browser";
import { beforeEach, describe, expect, test } from "vitest";
import { seed } from "../seeds/seed.js";

const path = "/login/oauth/access_token";
const page = { page: 1, perPage: 100 };
const badCode = {
  status: 200,
  error: "bad_verification_code",
  error_description: "The code passed is incorrect or expired.",
  error_uri:
    "https://docs.github.com/enterprise-server@3.20/apps/managing-oauth-apps/troubleshooting-oauth-app-access-token-request-errors/#bad-verification-code",
};
const wrongClient = { error: "incorrect_client_credentials" };

describeFlows((flows) => {
  let browser: TestBrowser;
  beforeEach(async () => {
    browser = await flows.signedIn();
  });

  /** Response to a request as a client sends it. */
  const send = (init: RequestInit, query = "") => browser.get(path + query, { method: "POST", ...init });
  const credentials = { client_id: webApp.clientId, client_secret: webApp.clientSecret };
  const tokens = async () => (await flows.domain.store.listAuthorizations(flows.domain.octocat.id, page, null)).items;

  describe("a code", () => {
    test("is exchanged for a token that is one of the API's", async () => {
      const code = await flows.code(browser, { scope: "user,gist,user:email" });
      const response = await flows.exchange(code);
      expect(response).toEqual({
        status: 200,
        access_token: expect.stringMatching(/^gho_[0-9A-Za-z]{36}$/),
        scope: "user,gist",
        token_type: "bearer",
      });
      expect(Object.keys(response).slice(0, 3)).toEqual(["access_token", "scope", "token_type"]);
      expect(await flows.use(response.access_token)).toBe(200);
      const basic = { authorization: `Basic ${btoa("octocat:correct horse")}` };
      const list = JSON.parse((await browser.get("/api/v3/authorizations", { headers: basic })).text);
      expect(list).toMatchObject([{ app: { client_id: webApp.clientId }, scopes: ["user", "gist"], note: null }]);
      const grants = JSON.parse((await browser.get("/api/v3/applications/grants", { headers: basic })).text);
      expect(grants).toMatchObject([{ app: { client_id: webApp.clientId }, scopes: ["user", "gist"] }]);
    });

    test("is valid for ten minutes", async () => {
      const code = await flows.code(browser);
      const late = await flows.code(browser);
      flows.domain.move(599);
      expect(await flows.exchange(code)).toHaveProperty("access_token");
      flows.domain.move(1);
      expect(await flows.exchange(late)).toEqual(badCode);
    });

    test("is valid once: a second exchange is refused, and revokes what the first one gave", async () => {
      const code = await flows.code(browser, { scope: "repo" });
      const { access_token: token } = await flows.exchange(code);
      const other = await flows.exchange(await flows.code(browser, { scope: "repo" }));
      expect(await flows.exchange(code)).toEqual(badCode);
      expect(await flows.use(token)).toBe(401);
      expect(await flows.use(other.access_token)).toBe(200);
    });

    test("revokes what it gave also when it comes again after it expired", async () => {
      const code = await flows.code(browser, { scope: "repo" });
      const { access_token: token } = await flows.exchange(code);
      flows.domain.move(660);
      expect(await flows.exchange(code)).toEqual(badCode);
      expect(await flows.use(token)).toBe(401);
    });

    test("gives one token at most to many exchanges at once, and none of them is left", async () => {
      const code = await flows.code(browser, { scope: "repo" });
      const responses = await Promise.all(Array.from({ length: 5 }, () => flows.exchange(code)));
      expect(responses.filter(({ access_token: token }) => token)).toHaveLength(1);
      expect(await tokens()).toEqual([]);
    });

    test("is not used up by a wrong secret, verifier or redirect URI", async () => {
      const redirect = `${webApp.callback}/a`;
      const parameters = { redirect_uri: redirect, code_challenge: pkce.challenge, code_challenge_method: "S256" };
      const code = await flows.code(browser, parameters);
      const verifier = { code_verifier: pkce.verifier };
      expect(await flows.exchange(code, { ...verifier, client_secret: "wrong" })).toMatchObject(wrongClient);
      expect(await flows.exchange(code)).toEqual(badCode);
      expect(await flows.exchange(code, { code_verifier: `${pkce.verifier}x` })).toEqual(badCode);
      const mismatch = { ...verifier, redirect_uri: webApp.callback };
      expect(await flows.exchange(code, mismatch)).toMatchObject({ error: "redirect_uri_mismatch" });
      expect(await flows.exchange(code, { ...verifier, redirect_uri: redirect })).toHaveProperty("access_token");
    });

    test("needs no redirect URI, and none in the first request, but not another one", async () => {
      const without = await flows.code(browser);
      expect(await flows.exchange(without, { redirect_uri: `${webApp.callback}/x` })).toMatchObject({
        error: "redirect_uri_mismatch",
      });
      expect(await flows.exchange(without, { redirect_uri: webApp.callback })).toHaveProperty("access_token");
      const withOne = await flows.code(browser, { redirect_uri: `${webApp.callback}/x` });
      expect(await flows.exchange(withOne)).toHaveProperty("access_token");
    });

    test("gives a GitHub App no token while the primary address is not verified; an OAuth application gets one", async () => {
      const emails = [{ email: "mona@a.example", verified: false }, { email: "mona@b.example" }];
      await seed(flows.domain, { users: [{ login: "monalisa", password: "p", emails }] });
      const mona = flows.browser();
      await mona.open("/login");
      await mona.submit("login", { login: "monalisa", password: "p" });
      const { clientId: client_id, clientSecret: client_secret } = gitHubApp;
      const code = await flows.code(mona, { client_id });
      expect(await flows.exchange(code, { client_id, client_secret })).toEqual({
        status: 200,
        error: "unverified_user_email",
        error_description: "The user must have a verified primary email.",
        error_uri:
          "https://docs.github.com/enterprise-server@3.20/apps/managing-oauth-apps/troubleshooting-oauth-app-access-token-request-errors/#unverified-user-email",
      });
      expect(await flows.exchange(await flows.code(mona))).toHaveProperty("access_token");
    });

    test("takes no verifier where there was no challenge", async () => {
      expect(await flows.exchange(await flows.code(browser), { code_verifier: pkce.verifier })).toEqual(badCode);
    });

    test("is worthless for another application, once the grant is gone, and for a suspended user", async () => {
      const code = await flows.code(browser, { scope: "repo" });
      const others = { client_id: gitHubApp.clientId, client_secret: gitHubApp.clientSecret };
      expect(await flows.exchange(code, others)).toEqual(badCode);
      const { store, octocat, now } = flows.domain;
      const [grant] = (await store.listGrants(octocat.id, page, null)).items;
      await store.deleteGrant(octocat.id, grant?.id ?? 0);
      expect(await flows.exchange(code)).toEqual(badCode);
      const second = await flows.code(browser, { scope: "repo" });
      await store.setSuspended(octocat.id, now());
      expect(await flows.exchange(second)).toEqual(badCode);
      await store.setSuspended(octocat.id, null);
      expect(await flows.exchange(second)).toHaveProperty("access_token");
    });

    test("is stored as a digest only", async () => {
      const code = await flows.code(browser);
      const application = await flows.domain.store.application(webApp.clientId);
      expect(await flows.domain.store.authorizationCode(application?.id ?? 0, code)).toBeUndefined();
    });
  });

  describe("the request", () => {
    test.each([
      ["a form", (all: Record<string, string>) => ({ body: new URLSearchParams(all) }), ""],
      ["JSON", (all: Record<string, string>) => ({ body: JSON.stringify(all) }), ""],
      ["the query", () => ({}), "query"],
    ])("may be %s", async (_, init, query) => {
      const all = {
        ...credentials,
        code: await flows.code(browser),
        state: "stray",
        grant_type: "authorization_code",
      };
      const { text } = await send(init(all), query && `?${new URLSearchParams(all)}`);
      expect(text).toMatch(/^access_token=gho_/);
    });

    test("may have the client's credentials in Basic authentication alone", async () => {
      const headers = { authorization: `Basic ${btoa(`${webApp.clientId}:${webApp.clientSecret}`)}` };
      const body = new URLSearchParams({ code: await flows.code(browser) });
      expect((await send({ headers, body })).text).toMatch(/^access_token=gho_/);
      const wrong = { authorization: `Basic ${btoa(`${webApp.clientId}:wrong`)}` };
      expect((await send({ headers: wrong, body })).text).toMatch(/^error=incorrect_client_credentials&/);
    });

    test("is refused with two values for one parameter, or without an object", async () => {
      const twice = { body: new URLSearchParams({ ...credentials, code: "a" }) };
      expect((await send(twice, "?code=b")).status).toBe(422);
      expect((await send({ body: "code=a&code=b" })).status).toBe(422);
      expect((await send({ body: "{" })).status).toBe(400);
    });

    test("is refused where the description does, without the secret in the message, and unknown parameters are ignored", async () => {
      const wrong = await send({ body: JSON.stringify({ code: ["secret"], redirect_uri: {} }) });
      expect([wrong.status, JSON.parse(wrong.text).message]).toEqual([
        422,
        "Invalid request.\n\nFor 'properties/code', the value is not a string.\nFor 'properties/redirect_uri', an object is not a string.",
      ]);
      const device = await browser.get("/login/device/code", {
        method: "POST",
        body: new URLSearchParams({ scope: "repo" }),
      });
      expect([device.status, JSON.parse(device.text).message]).toEqual([
        422,
        'Invalid request.\n\n"client_id" wasn\'t supplied.',
      ]);
      const body = JSON.stringify({ ...credentials, code: await flows.code(browser), unknown: {}, another: null });
      expect((await send({ body })).text).toMatch(/^access_token=gho_/);
    });

    test("of an unknown application is not found, as is one with another method", async () => {
      for (const client_id of ["unknown", ""]) {
        expect(await flows.post(path, { client_id })).toEqual({ status: 404, error: "Not Found" });
      }
      expect((await browser.get(path)).status).toBe(404);
      expect((await browser.get(path, { method: "OPTIONS" })).status).toBe(404);
    });

    test.each([
      [{ client_secret: "" }, wrongClient],
      [{ client_secret: "wrong" }, wrongClient],
      [{ code: "" }, badCode],
      [{ code: "0".repeat(20) }, badCode],
      [{ grant_type: "password" }, { error: "unsupported_grant_type" }],
      [{ device_code: "0".repeat(40) }, { error: "unsupported_grant_type" }],
      [{ grant_type: "refresh_token", refresh_token: "ghr_unknown" }, { error: "bad_refresh_token" }],
    ])("has GitHub's errors, with status 200: %j", async (parameters, error) => {
      expect(await flows.exchange("0".repeat(20), parameters)).toMatchObject({ status: 200, ...error });
    });
  });

  test.each([
    [
      undefined,
      "application/x-www-form-urlencoded; charset=utf-8",
      /^access_token=gho_\w+&scope=repo%2Cgist&token_type=bearer$/,
    ],
    ["*/*", "application/x-www-form-urlencoded; charset=utf-8", /^access_token=gho_/],
    [
      "application/json",
      "application/json; charset=utf-8",
      /^\{"access_token":"gho_\w+","scope":"repo,gist","token_type":"bearer"\}$/,
    ],
    [
      "application/xml",
      "application/xml; charset=utf-8",
      /<OAuth><access_token>gho_\w+<\/access_token><scope>repo,gist<\/scope><token_type>bearer<\/token_type><\/OAuth>/,
    ],
  ])("the response is what %s accepts", async (accept, contentType, text) => {
    const body = new URLSearchParams({ ...credentials, code: await flows.code(browser, { scope: "repo,gist" }) });
    const response = await send({ body, headers: accept === undefined ? {} : { accept } });
    expect(response.headers.get("content-type")).toBe(contentType);
    expect(response.text).toMatch(text);
    expect(response.headers.get("date")).toBe(flows.domain.now().toUTCString());
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
  });

  test("a user, an application and a set of scopes have ten tokens; the eleventh revokes the oldest of that set", async () => {
    const other = await flows.exchange(await flows.code(browser, { scope: "gist" }));
    const made = [];
    for (let count = 0; count < 11; count += 1) {
      const scope = count % 2 === 0 ? "repo,user" : "user,repo";
      made.push((await flows.exchange(await flows.code(browser, { scope }))).access_token);
    }
    const statuses = await Promise.all([other.access_token, ...made].map((token) => flows.use(token)));
    expect(statuses).toEqual([200, 401, ...Array(10).fill(200)]);
  });

  test("a token of the API is none of the ten", async () => {
    const headers = { authorization: `Basic ${btoa("octocat:correct horse")}` };
    const body = JSON.stringify({ ...credentials, scopes: ["repo"] });
    const { token } = JSON.parse((await browser.get("/api/v3/authorizations", { method: "POST", headers, body })).text);
    for (let count = 0; count < 11; count += 1) await flows.exchange(await flows.code(browser, { scope: "repo" }));
    expect(await flows.use(token)).toBe(200);
  });
});
