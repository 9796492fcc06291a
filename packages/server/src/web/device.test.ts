import { describeFlows } from "@grantbook/test-kit/describe-flows";
import { gitHubApp, site, webApp } from "@grantbook/test-kit/flow-fixture";
import { TestBrowser } from "@grantbook/test-kit/test-browser";
import { describe, expect, test } from "vitest";

const grantType = "urn:ietf:params:oauth:grant-type:device_code";
const pending = { status: 200, error: "authorization_pending" };

describeFlows((flows) => {
  const start = (parameters: Readonly<Record<string, string>> = {}) =>
    flows.post("/login/device/code", { client_id: webApp.clientId, ...parameters });
  const poll = (code: unknown, parameters: Readonly<Record<string, string>> = {}) =>
    flows.post("/login/oauth/access_token", {
      client_id: webApp.clientId,
      device_code: String(code),
      grant_type: grantType,
      ...parameters,
    });
  /** Types a code, and returns the page that asks for consent. */
  const type = async (browser: TestBrowser, code: unknown) => {
    await browser.open("/login/device");
    return browser.follow(await browser.submit("user_code", { user_code: String(code) }));
  };

  test("a device gets GitHub's fields, and a token once the user approved", async () => {
    const codes = await start({ scope: "repo gist" });
    expect(codes).toEqual({
      status: 200,
      device_code: expect.stringMatching(/^[0-9a-f]{40}$/),
      user_code: expect.stringMatching(/^[0-9A-F]{4}-[0-9A-F]{4}$/),
      verification_uri: "https://ghe.example/login/device",
      expires_in: 899,
      interval: 5,
    });
    expect(await poll(codes.device_code)).toEqual({
      ...pending,
      error_description: "The authorization request is still pending.",
      error_uri:
        "https://docs.github.com/enterprise-server@3.20/developers/apps/authorizing-oauth-apps#error-codes-for-the-device-flow",
    });
    const browser = await flows.signedIn();
    const consent = await type(browser, codes.user_code);
    expect(consent.text).toContain("<strong>Web app</strong> by hubot");
    expect(consent.text).toContain("A device at the address <code>192.0.2.1</code>");
    const done = await browser.follow(await browser.submit("authorize", { authorize: "1" }));
    expect(done.text).toContain("Congratulations, you&#39;re all set! Your device is now connected.");
    flows.domain.move(5);
    const token = await poll(codes.device_code);
    expect(token).toEqual({
      status: 200,
      access_token: expect.stringMatching(/^gho_/),
      token_type: "bearer",
      scope: "repo,gist",
    });
    expect(await flows.use(token.access_token)).toBe(200);
    flows.domain.move(5);
    expect(await poll(codes.device_code)).toMatchObject({ error: "incorrect_device_code" });
    expect(await flows.use(token.access_token)).toBe(200);
  });

  test("the code may be typed in lower case and without its hyphen, by a user who signs in first", async () => {
    const { user_code: code, device_code: deviceCode } = await start();
    const browser = flows.browser();
    await browser.open("/login/device");
    await browser.follow(await browser.submit("login", { login: "octocat", password: "correct horse" }));
    const typed = String(code).replace("-", "").toLowerCase();
    await browser.follow(await browser.submit("user_code", { user_code: ` ${typed} ` }));
    expect((await browser.submit("authorize", { authorize: "1" })).location).toBe("/login/device/success");
    expect(await poll(deviceCode)).toHaveProperty("access_token");
  });

  describe("a poll", () => {
    test("that comes too early is slowed down before anything is said; a steady client recovers", async () => {
      const { device_code: code } = await start();
      expect(await poll(code)).toMatchObject(pending);
      for (let count = 0; count < 10; count += 1) {
        flows.domain.move(3);
        expect(await poll(code)).toMatchObject({
          status: 200,
          error: "slow_down",
          error_description: "Too many requests have been made in the same timeframe.",
          interval: 10,
        });
        flows.domain.move(3);
        expect(await poll(code)).toMatchObject(pending);
      }
    });

    test("every five seconds is never too early, as octokit does it", async () => {
      const { device_code: code } = await start();
      for (let count = 0; count < 10; count += 1) {
        expect(await poll(code)).toMatchObject(pending);
        flows.domain.move(4.6);
      }
    });

    test("learns that the code expired after fifteen minutes", async () => {
      const { device_code: code, user_code: userCode } = await start();
      flows.domain.move(899);
      expect(await poll(code)).toMatchObject(pending);
      flows.domain.move(1);
      expect(await poll(code)).toMatchObject({ status: 200, error: "expired_token" });
      expect((await type(await flows.signedIn(), userCode)).text).toContain(
        "That code is not valid, or it has expired.",
      );
    });

    test("learns that the user said no, and the code is dead", async () => {
      const { device_code: code, user_code: userCode } = await start({ scope: "repo" });
      const browser = await flows.signedIn();
      await type(browser, userCode);
      expect((await browser.submit("authorize", { authorize: "0" })).location).toBe("/login/device/failure");
      expect(await poll(code)).toMatchObject({ status: 200, error: "access_denied" });
      expect((await type(browser, userCode)).status).toBe(422);
    });

    test("with a wrong code, of another application, or with a wrong secret gets nothing", async () => {
      const { device_code: code, user_code: userCode } = await start();
      const browser = await flows.signedIn();
      await type(browser, userCode);
      await browser.submit("authorize", { authorize: "1" });
      const wrong = { error: "incorrect_device_code" };
      expect(await poll("0".repeat(40))).toMatchObject(wrong);
      expect(await poll(code, { client_id: gitHubApp.clientId })).toMatchObject(wrong);
      expect(await poll(code, { client_id: "unknown" })).toEqual({ status: 404, error: "Not Found" });
      expect(await poll(code, { client_secret: "wrong" })).toMatchObject({ error: "incorrect_client_credentials" });
      expect(await poll(code, { grant_type: "authorization_code" })).toMatchObject({
        error: "unsupported_grant_type",
      });
      expect(await poll(code, { client_secret: webApp.clientSecret })).toHaveProperty("access_token");
    });

    test("gives one token to many at once", async () => {
      const { device_code: code, user_code: userCode } = await start();
      const browser = await flows.signedIn();
      await type(browser, userCode);
      await browser.submit("authorize", { authorize: "1" });
      const responses = await Promise.all(Array.from({ length: 5 }, () => poll(code)));
      expect(responses.filter(({ access_token: token }) => token)).toHaveLength(1);
    });

    test("gets nothing for a user who was suspended, or revoked the access, since", async () => {
      const { store, octocat, now } = flows.domain;
      const { device_code: code, user_code: userCode } = await start();
      const browser = await flows.signedIn();
      await type(browser, userCode);
      await browser.submit("authorize", { authorize: "1" });
      await store.setSuspended(octocat.id, now());
      expect(await poll(code)).toMatchObject({ error: "access_denied" });
      await store.setSuspended(octocat.id, null);
      const [grant] = (await store.listGrants(octocat.id, { page: 1, perPage: 30 }, null)).items;
      await store.deleteGrant(octocat.id, grant?.id ?? 0);
      flows.domain.move(5);
      expect(await poll(code)).toMatchObject({ error: "access_denied" });
    });
  });

  test("an expiring token is refreshed without the secret", async () => {
    const { device_code: code, user_code: userCode } = await start({ client_id: gitHubApp.clientId });
    const browser = await flows.signedIn();
    await type(browser, userCode);
    await browser.submit("authorize", { authorize: "1" });
    const first = await poll(code, { client_id: gitHubApp.clientId });
    expect(first).toMatchObject({ expires_in: 28_800, refresh_token_expires_in: 15_897_600 });
    const parameters = { client_id: gitHubApp.clientId, grant_type: "refresh_token" };
    const renewed = await flows.post("/login/oauth/access_token", {
      ...parameters,
      refresh_token: String(first.refresh_token),
    });
    expect(renewed).toHaveProperty("access_token");
  });

  test("GitHub's errors: a switched-off flow is 400, an unknown scope is named, an unknown application is 404", async () => {
    const editor = { client_id: "11111111111111111111" };
    expect(await start(editor)).toEqual({
      status: 400,
      error: "device_flow_disabled",
      error_description: "Device Flow must be explicitly enabled for this App",
      error_uri: "https://docs.github.com/enterprise-server@3.20",
    });
    expect(await start({ scope: "repo write:project" })).toMatchObject({
      status: 200,
      error: "invalid_scope",
      error_description: "The scopes requested are invalid: write:project.",
    });
    expect(await start({ client_id: "unknown" })).toEqual({ status: 404, error: "Not Found" });
  });

  describe("an attacker", () => {
    test("cannot lead a user past the typing of the code", async () => {
      const { user_code: code, device_code: deviceCode } = await start();
      const browser = await flows.signedIn();
      const start2 = "/login/device";
      expect((await browser.get(`/login/device/confirmation?user_code=${code}`)).location).toBe(start2);
      expect((await browser.open(`/login/device?user_code=${code}`)).text).not.toContain(String(code));
      const other = await flows.signedIn();
      await other.open("/login/device");
      const { location } = await other.submit("user_code", { user_code: String(code) });
      expect((await browser.get(location)).location).toBe(start2);
      expect((await browser.post("/login/device/authorize", { user_code: String(code), authorize: "1" })).status).toBe(
        422,
      );
      expect(await poll(deviceCode)).toMatchObject(pending);
    });

    test("cannot guess codes: fifty an hour is what a user may type", async () => {
      const browser = await flows.signedIn();
      await browser.open("/login/device");
      const statuses = [];
      for (let count = 0; count < 51; count += 1) {
        statuses.push((await browser.submit("user_code", { user_code: "0000-0000" })).status);
      }
      expect(statuses).toEqual([...Array(50).fill(422), 403]);
      const { user_code: code } = await start();
      await browser.open("/login/device");
      expect((await browser.submit("user_code", { user_code: String(code) })).status).toBe(403);
      flows.domain.move(3600);
      await browser.open("/login/device");
      expect((await browser.submit("user_code", { user_code: String((await start()).user_code) })).status).toBe(303);
    });

    test("cannot guess codes together: fifty wrong ones an hour come from one network, for all users", async () => {
      const guess = async (browser: TestBrowser, code: unknown) => {
        await browser.open("/login/device");
        return (await browser.submit("user_code", { user_code: String(code) })).status;
      };
      const [octocat, hubot] = [await flows.signedIn("octocat"), await flows.signedIn("hubot")];
      for (const browser of [octocat, hubot]) {
        for (let count = 0; count < 24; count += 1) expect(await guess(browser, "0000-0000")).toBe(422);
        // A code that is valid is no guess.
        expect(await guess(browser, (await start()).user_code)).toBe(303);
      }
      expect([await guess(octocat, "0000-0000"), await guess(hubot, "0000-0000")]).toEqual([422, 422]);
      const { user_code: code } = await start();
      expect([await guess(octocat, code), await guess(hubot, code)]).toEqual([403, 403]);
      // The same session from another network.
      const server = flows.server({});
      const elsewhere = new TestBrowser((request) => server.fetch(request, { address: "198.51.100.1" }), site);
      for (const [name, value] of octocat.cookies) elsewhere.cookies.set(name, value);
      expect(await guess(elsewhere, code)).toBe(303);
    });

    test("cannot outrun the counts with codes that arrive together", async () => {
      const sessions = [await flows.signedIn("octocat"), await flows.signedIn("hubot")];
      // A count is read late: others are made in the meantime.
      const { store } = flows.domain;
      const failedLogins: typeof store.failedLogins = (...parameters) =>
        new Promise((resolve) => setTimeout(() => resolve(store.failedLogins(...parameters)), 5));
      const server = flows.server({ store: Object.assign(Object.create(store), { failedLogins }) });
      const browserOf = (session: TestBrowser | undefined, address: string) => {
        const browser = new TestBrowser((request) => server.fetch(request, { address }), site);
        for (const [name, value] of session?.cookies ?? []) browser.cookies.set(name, value);
        return browser;
      };
      const [octocat, elsewhere, hubot] = [
        browserOf(sessions[0], "192.0.2.1"),
        browserOf(sessions[0], "198.51.100.1"),
        browserOf(sessions[1], "192.0.2.1"),
      ];
      /** Statuses of thirty wrong codes from each browser, sorted. */
      const guessAtOnce = async (...browsers: TestBrowser[]) => {
        for (const browser of browsers) await browser.open("/login/device");
        const guesses = browsers.flatMap((browser) =>
          Array.from({ length: 30 }, () => browser.submit("user_code", { user_code: "0000-0000" })),
        );
        return (await Promise.all(guesses)).map(({ status }) => status).sort();
      };
      const fifty = [...Array(10).fill(403), ...Array(50).fill(422)];
      // One user in two networks, and an hour later two users in one network.
      expect(await guessAtOnce(octocat, elsewhere)).toEqual(fifty);
      flows.domain.move(3600);
      expect(await guessAtOnce(octocat, hubot)).toEqual(fifty);
    });

    test("cannot fill the store: an application has a thousand codes at the same time", async () => {
      const store = Object.assign(Object.create(flows.domain.store), { countDeviceCodes: async () => 1000 });
      const browser = flows.browser({ store });
      const response = await browser.post("/login/device/code", { client_id: webApp.clientId });
      expect([response.status, response.headers.get("retry-after")]).toEqual([503, "60"]);
    });
  });
});
