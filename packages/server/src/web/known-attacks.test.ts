// Attacks that worked against other servers, or against GitHub, and that no other test makes.

import { createHash } from "node:crypto";
import { describeFlows } from "@grantbook/test-kit/describe-flows";
import { pkce, webApp } from "@grantbook/test-kit/flow-fixture";
import { expect, test } from "vitest";
import { pages } from "./routes.js";

describeFlows((flows) => {
  /** Paths of all pages but those of the settings, which settings.test.ts opens. */
  const paths = (method: string) =>
    pages.filter(([wanted, path]) => wanted === method && !path.startsWith("/settings")).map(([, path]) => path);

  test("no page is shown in a frame, stored, readable for other sites, or names itself to them", async () => {
    const browser = await flows.signedIn();
    expect(paths("GET")).toHaveLength(11);
    for (const path of paths("GET")) {
      const { headers } = await browser.get(path);
      const names = ["x-frame-options", "referrer-policy", "cache-control", "access-control-allow-origin"];
      expect([path, ...names.map((name) => headers.get(name))]).toEqual([
        path,
        "DENY",
        "no-referrer",
        "no-store",
        null,
      ]);
      expect([path, headers.get("content-security-policy")]).toEqual([
        path,
        expect.stringContaining("frame-ancestors 'none'"),
      ]);
    }
  });

  // As GitHub itself did in 2019.
  test("no form is decided by HEAD or GET, whatever is in the query", async () => {
    const browser = await flows.signedIn();
    await browser.open(flows.authorizePath({ scope: "repo" }));
    const fields = browser.page?.forms.find(({ names }) => names.includes("authorize"))?.fields ?? {};
    const query = new URLSearchParams({ ...fields, authorize: "1" });
    expect(paths("POST")).toHaveLength(8);
    for (const path of paths("POST")) {
      const head = await browser.get(`${path}?${query}`, { method: "HEAD" });
      expect([path, head.location.includes("code=")]).toEqual([path, false]);
      const get = await browser.get(`${path}?${query}`);
      expect([path, get.location.includes("code=")]).toEqual([path, false]);
    }
    const { items } = await flows.domain.store.listGrants(flows.domain.octocat.id, { page: 1, perPage: 1 }, null);
    expect(items).toEqual([]);
  });

  test("every way to an application needs the second factor", async () => {
    await flows.code(await flows.signedIn("hubot"), { scope: "repo" });
    const { user_code: code } = await flows.post("/login/device/code", { client_id: webApp.clientId });
    const browser = flows.browser();
    await browser.open("/login");
    await browser.submit("login", { login: "hubot", password: "battery staple" });
    const ways = [flows.authorizePath({ scope: "repo" }), flows.authorizePath({ prompt: "select_account" })];
    for (const path of [...ways, "/login/device", `/login/device?user_code=${code}`, "/settings/tokens"]) {
      expect([path, (await browser.get(path)).location]).toEqual([path, expect.stringMatching(/^\/login\?/)]);
    }
  });

  test("a sign-in does not lift a suspension", async () => {
    const { store, octocat, now } = flows.domain;
    const { access_token: token } = await flows.exchange(await flows.code(await flows.signedIn(), { scope: "repo" }));
    await store.setSuspended(octocat.id, now());
    const browser = flows.browser();
    await browser.open(flows.authorizePath({ scope: "repo" }));
    const refused = await browser.submit("login", { login: "octocat", password: "correct horse" });
    expect([refused.status, refused.location]).toEqual([403, ""]);
    expect(await flows.use(token)).toBe(403);
  });

  test("the scopes of a token count in every way to send it", async () => {
    const browser = await flows.signedIn();
    const tokenFor = async (scope: string) =>
      String((await flows.exchange(await flows.code(browser, { scope }))).access_token);
    const ways: readonly ((token: string) => string)[] = [
      (token) => `Bearer ${token}`,
      (token) => `token ${token}`,
      (token) => `Basic ${btoa(`${token}:`)}`,
      (token) => `Basic ${btoa(`${token}:x-oauth-basic`)}`,
      (token) => `Basic ${btoa(`octocat:${token}`)}`,
      (token) => `Basic ${btoa(`x-access-token:${token}`)}`,
    ];
    for (const [scope, status] of [
      ["repo", 404],
      ["user:email", 200],
    ] as const) {
      const token = await tokenFor(scope);
      for (const way of ways) {
        const headers = { authorization: way(token) };
        expect([way("T"), (await browser.get("/api/v3/user/emails", { headers })).status]).toEqual([way("T"), status]);
      }
    }
  });

  test("a replayed code revokes nothing for a caller without the application's secret", async () => {
    const code = await flows.code(await flows.signedIn(), { scope: "repo" });
    const { access_token: token } = await flows.exchange(code);
    expect(await flows.exchange(code, { client_secret: "wrong" })).toMatchObject({
      error: "incorrect_client_credentials",
    });
    expect(await flows.use(token)).toBe(200);
  });

  test.each([
    ["42 characters", pkce.verifier.slice(1)],
    ["129 characters", "a".repeat(129)],
    ["a character that is reserved", `${pkce.verifier}+`],
    ["a line break at its end", `${pkce.verifier}\n`],
  ])("a verifier has 43 to 128 unreserved characters, even where its challenge fits: %s", async (_, verifier) => {
    const challenge = createHash("sha256").update(verifier).digest("base64url");
    const parameters = { code_challenge: challenge, code_challenge_method: "S256" };
    const code = await flows.code(await flows.signedIn(), parameters);
    expect(await flows.exchange(code, { code_verifier: verifier })).toMatchObject({ error: "bad_verification_code" });
  });
});
