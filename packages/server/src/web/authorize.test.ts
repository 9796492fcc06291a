import { describeFlows } from "@grantbook/test-kit/describe-flows";
import { gitHubApp, pkce, webApp } from "@grantbook/test-kit/flow-fixture";
import { describe, expect, test } from "vitest";

const page = { page: 1, perPage: 30 };

describeFlows((flows) => {
  test("a user signs in, consents in words, and goes back with a code and the state, in this order", async () => {
    const browser = flows.browser();
    const first = await browser.get(
      flows.authorizePath({ scope: "repo user:email", state: "a b&c", login: "octocat" }),
    );
    expect(first.location).toMatch(
      /^\/login\?client_id=0123456789abcdef0123&login=octocat&return_to=%2Flogin%2Foauth%2Fauthorize%3F/,
    );
    await browser.follow(first);
    expect(browser.page?.text).toMatch(/id="login_field"[^>]* value="octocat"/);
    const consent = await browser.follow(
      await browser.submit("login", { login: "octocat", password: "correct horse" }),
    );
    expect(consent.text).toContain(
      "<strong>Web app</strong> by hubot asks for access to the account <strong>octocat</strong>",
    );
    expect(consent.text).toContain("Read and write all repositories, public and private <code>repo</code>");
    expect(consent.text).toContain("Read your email addresses <code>user:email</code>");
    expect(consent.text).toMatch(
      /<button class="primary" type="submit" name="authorize" value="1"[^>]*>Authorize hubot<\/button>/,
    );
    const done = await browser.submit("authorize", { authorize: "1" });
    expect([done.status, done.location]).toEqual([
      303,
      expect.stringMatching(/^https:\/\/app\.example\/callback\?code=[0-9a-f]{20}&state=a%20b%26c$/),
    ]);
  });

  test("without a state there is none in the redirect, and the query of the redirect URI stays as it was", async () => {
    const browser = await flows.signedIn();
    await browser.open(flows.authorizePath({ redirect_uri: `${webApp.callback}/below?next=a%20b` }));
    const { location } = await browser.submit("authorize", { authorize: "1" });
    expect(location).toMatch(/^https:\/\/app\.example\/callback\/below\?next=a%20b&code=[0-9a-f]{20}$/);
  });

  describe("the user chooses the account", () => {
    test("when the application asks for it, and goes on as the same user", async () => {
      const browser = await flows.signedIn();
      await flows.code(browser, { scope: "repo" });
      const { text } = await browser.open(flows.authorizePath({ scope: "repo", prompt: "select_account" }));
      const [, path = ""] = /<a class="button primary" href="([^"]+)">Continue as octocat/.exec(text) ?? [];
      expect((await browser.open(path.replaceAll("&amp;", "&"))).location).toContain("?code=");
    });

    test("or as another one, from the consent page too, and comes back", async () => {
      for (const prompt of ["select_account", "consent"]) {
        const browser = await flows.signedIn();
        await browser.open(flows.authorizePath({ scope: "repo", prompt }));
        const signIn = await browser.follow(await browser.submit("return_to"));
        expect(signIn.text).toContain('id="login_field"');
        expect(signIn.forms[0]?.fields.return_to).toContain("/login/oauth/authorize?client_id=");
      }
    });
  });

  describe("errors that stay on a page, because nobody knows where the redirect leads", () => {
    test.each([
      ["an unknown application", { client_id: "unknown" }, 404],
      ["another site", { redirect_uri: "https://evil.example/callback" }, 400],
      ["another path", { redirect_uri: "https://app.example/other" }, 400],
      ["user information", { redirect_uri: "https://app.example@evil.example/callback" }, 400],
      ["a scheme that runs a script", { redirect_uri: "javascript:alert(1)" }, 400],
    ])("%s", async (_, parameters, status) => {
      for (const browser of [flows.browser(), await flows.signedIn()]) {
        const response = await browser.get(flows.authorizePath(parameters));
        expect([response.status, response.location]).toEqual([status, ""]);
      }
    });

    test("no application, and a parameter that is there twice", async () => {
      const browser = flows.browser();
      expect((await browser.get("/login/oauth/authorize")).status).toBe(404);
      expect((await browser.get(`${flows.authorizePath()}&redirect_uri=a&redirect_uri=b`)).status).toBe(422);
      expect((await browser.get(`${flows.authorizePath()}&state=a&state=b`)).location).toBe("");
    });
  });

  test.each([
    [{ response_type: "token" }, "unsupported_response_type"],
    [{ code_challenge: pkce.challenge }, "invalid_request"],
    [{ code_challenge_method: "S256" }, "invalid_request"],
    [{ code_challenge: pkce.challenge, code_challenge_method: "plain" }, "invalid_request"],
    [{ code_challenge: "short", code_challenge_method: "S256" }, "invalid_request"],
  ])("an invalid request goes back to the application: %j", async (parameters, error) => {
    const { location } = await flows.browser().get(flows.authorizePath({ ...parameters, state: "s" }));
    const { searchParams } = new URL(location);
    expect([searchParams.get("error"), searchParams.get("state")]).toEqual([error, "s"]);
  });

  test("unknown parameters and scopes do no harm", async () => {
    const browser = await flows.signedIn();
    const parameters = { scope: "repo,no-such-scope", nonce: "n", approval_prompt: "force", response_type: "code" };
    const { scope } = await flows.exchange(await flows.code(browser, parameters));
    expect(scope).toBe("repo");
  });

  describe("an attacker", () => {
    test("gets no consent with HEAD, with GET, or with a form that was not shown to this user for this request", async () => {
      const browser = await flows.signedIn();
      const path = flows.authorizePath({ scope: "repo" });
      await browser.get(`${path}&authorize=1`, { method: "HEAD" });
      await browser.get(`${path}&authorize=1`);
      expect((await browser.post(path, { authorize: "1" })).status).toBe(422);
      const other = await flows.signedIn();
      await other.open(path);
      const stolen = other.page?.forms.find(({ names }) => names.includes("authorize"))?.fields ?? {};
      expect((await browser.post("/login/oauth/authorize", { ...stolen, authorize: "1" })).status).toBe(422);
      await browser.open(path);
      const forms = browser.page?.forms.find(({ names }) => names.includes("authorize"))?.fields ?? {};
      for (const change of [
        { scope: "repo,delete_repo" },
        { client_id: gitHubApp.clientId },
        { redirect_uri: `${webApp.callback}/x` },
        { state: "x" },
      ]) {
        const response = await browser.post("/login/oauth/authorize", { ...forms, ...change, authorize: "1" });
        expect(response.status).toBe(422);
      }
      expect((await flows.domain.store.listGrants(flows.domain.octocat.id, page, null)).items).toEqual([]);
      expect((await browser.post("/login/oauth/authorize", { ...forms, authorize: "1" })).status).toBe(303);
    });

    test("gets no code with HEAD, where GET gives one", async () => {
      const browser = await flows.signedIn();
      await flows.code(browser, { scope: "repo" });
      const head = await browser.get(flows.authorizePath({ scope: "repo" }), { method: "HEAD" });
      expect([head.status, head.location, head.text]).toEqual([200, "", ""]);
    });

    test("cannot use what a form before the sign-in had", async () => {
      const browser = await flows.signedIn();
      await browser.open(flows.authorizePath({ scope: "repo" }));
      const fields = browser.page?.forms.find(({ names }) => names.includes("authorize"))?.fields ?? {};
      browser.cookies.clear();
      expect((await browser.post("/login/oauth/authorize", { ...fields, authorize: "1" })).status).toBe(422);
    });
  });

  test("a user whose password is long ago gives it again before the consent, and not where nothing is new", async () => {
    const browser = await flows.signedIn();
    await flows.code(browser, { scope: "repo" });
    await browser.open(flows.authorizePath({ scope: "gist" }));
    flows.domain.move(2 * 3600);
    expect((await browser.submit("authorize", { authorize: "1" })).location).toMatch(/^\/sessions\/sudo\?return_to=/);
    expect((await browser.open(flows.authorizePath({ scope: "repo" }))).location).toContain("?code=");
    await browser.open(flows.authorizePath({ scope: "gist" }));
    const consent = await browser.follow(await browser.submit("sudo_password", { sudo_password: "correct horse" }));
    expect(consent.text).toContain("<code>gist</code>");
    expect((await browser.submit("authorize", { authorize: "1" })).location).toContain("?code=");
  });

  test("a suspended user gets no code, whether consent is asked or not", async () => {
    const browser = await flows.signedIn();
    await flows.code(browser, { scope: "repo" });
    await browser.open(flows.authorizePath({ scope: "gist" }));
    await flows.domain.store.setSuspended(flows.domain.octocat.id, flows.domain.now());
    expect((await browser.submit("authorize", { authorize: "1" })).status).toBe(403);
    expect((await browser.get(flows.authorizePath({ scope: "repo" }))).status).toBe(403);
  });

  test("the page is not for other sites", async () => {
    const browser = await flows.signedIn();
    const { headers } = await browser.open(flows.authorizePath({ scope: "repo" }));
    expect(headers.get("access-control-allow-origin")).toBeNull();
    expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    expect((await browser.get(flows.authorizePath(), { method: "OPTIONS" })).status).toBe(404);
  });
});
