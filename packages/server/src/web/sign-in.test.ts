import { describeEngines } from "@grantbook/test-kit/describe-engines";
import { clients, createDomain, passwords, type TestDomain } from "@grantbook/test-kit/domain-fixture";
import { TestBrowser } from "@grantbook/test-kit/test-browser";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { hashRecoveryCode } from "../oauth/recovery-codes.js";
import { createServer, type ServerOptions } from "../server.js";

const site = "https://ghe.example";
const hourMs = 3600;

describeEngines((engine) => {
  let domain: TestDomain;
  const browserOf = (options: Partial<ServerOptions> = {}) => {
    const { store, key, now } = domain;
    const server = createServer({ store, key, now, publicUrl: site, ...options });
    return new TestBrowser((request) => server.fetch(request, { address: "192.0.2.1" }), site);
  };
  let browser: TestBrowser;

  beforeEach(async () => {
    domain = await createDomain(engine);
    browser = browserOf();
  });
  afterEach(() => domain.store.close());

  const signIn = async (login: string, password: string, from = browser) => {
    await from.open("/login");
    return from.submit("login", { login, password });
  };
  const cookie = (from = browser) => from.cookies.get("__Host-user_session");

  test("a user signs in with the fields that scripts for GitHub fill in, and goes on where they came from", async () => {
    const page = await browser.open("/login?return_to=%2Flogout");
    expect(page.text).toMatch(/<input[^>]* id="login_field" name="login"/);
    expect(page.text).toMatch(/<input type="password" id="password" name="password"/);
    const response = await browser.submit("login", { login: "octocat", password: passwords.octocat });
    expect([response.status, response.location]).toEqual([303, "/logout"]);
    expect((await browser.follow(response)).text).toContain("Signed in as <strong>octocat</strong>");
  });

  test("without another page to go to, the user lands on the first one, and others are asked to sign in", async () => {
    expect((await browser.get("/")).location).toBe("/login?return_to=%2F");
    const home = await browser.follow(await signIn("octocat", passwords.octocat));
    expect([home.status, home.text]).toEqual([200, expect.stringContaining('href="/login/device"')]);
  });

  test("a wrong password and an unknown user get the same page, with the login but not the password", async () => {
    const wrong = await signIn("octocat", "wrong-password");
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain("Incorrect username or password.");
    expect(wrong.text).toContain('value="octocat"');
    expect(wrong.text).not.toContain("wrong-password");
    const unknown = await signIn("nobody", "wrong-password");
    const strip = (text: string) => text.replaceAll(/nobody|octocat|authenticity_token" value="[^"]*"/g, "");
    expect(strip(unknown.text)).toBe(strip(wrong.text));
    expect((await browser.get("/logout")).location).toBe("/login");
  });

  test("a token is no password here", async () => {
    expect((await signIn("octocat", "ghp_000000000000000000000000000000000000")).status).toBe(422);
  });

  test("wrong passwords are counted with those of the API, and lock it and the page", async () => {
    const options = {
      loginLimits: {
        passwords: { maxFailures: 2, windowMs: 60_000 },
        codes: { maxFailures: 2, windowMs: 60_000 },
        codesInAll: { maxFailures: 9, windowMs: 60_000 },
      },
    };
    browser = browserOf(options);
    await signIn("octocat", "wrong");
    await signIn("octocat", "wrong");
    const locked = await signIn("octocat", passwords.octocat);
    expect([locked.status, locked.headers.get("retry-after")]).toEqual([403, "60"]);
    const headers = { authorization: `Basic ${btoa(`octocat:${passwords.octocat}`)}` };
    expect((await browser.get("/api/v3/user", { headers })).status).toBe(403);
  });

  test("a suspended user is not let in, and a session that there was opens nothing", async () => {
    await signIn("octocat", passwords.octocat);
    await domain.store.setSuspended(domain.octocat.id, domain.now());
    const sudo = await browser.get("/sessions/sudo");
    expect([sudo.status, sudo.text.includes("Your account is suspended")]).toEqual([403, true]);
    const other = browserOf();
    const response = await signIn("octocat", passwords.octocat, other);
    expect([response.status, response.text.includes("Your account is suspended")]).toEqual([403, true]);
  });

  describe("a user with two-factor authentication", () => {
    test("is signed in after the code only, whatever page is tried before", async () => {
      const first = await signIn("hubot", passwords.hubot);
      expect(first.location).toBe("/sessions/two-factor/app?return_to=%2F");
      expect((await browser.get("/logout")).location).toBe("/login");
      expect((await browser.get("/sessions/sudo")).location).toMatch(/^\/login\?/);
      await browser.open("/sessions/two-factor/app?return_to=%2Flogout");
      expect(browser.page?.text).toMatch(/id="app_totp" name="app_otp"/);
      const second = await browser.submit("app_otp", { app_otp: domain.code() });
      expect([second.status, second.location]).toEqual([303, "/logout"]);
      expect((await browser.follow(second)).text).toContain("Signed in as <strong>hubot</strong>");
    });

    test("may try another code, and no code twice", async () => {
      await signIn("hubot", passwords.hubot);
      await browser.open("/sessions/two-factor/app");
      expect((await browser.submit("app_otp", { app_otp: "000000" })).status).toBe(422);
      const code = domain.code();
      expect((await browser.submit("app_otp", { app_otp: code })).status).toBe(303);
      const other = browserOf();
      await signIn("hubot", passwords.hubot, other);
      await other.open("/sessions/two-factor/app");
      expect((await other.submit("app_otp", { app_otp: code })).status).toBe(422);
    });

    test("signs in with a recovery code, however it is typed, and once", async () => {
      await domain.store.replaceRecoveryCodes(domain.hubot.id, ["abcde-12345", "other-12345"].map(hashRecoveryCode));
      for (const status of [303, 422]) {
        const other = browserOf();
        await signIn("hubot", passwords.hubot, other);
        await other.open("/sessions/two-factor/recovery");
        const response = await other.submit("recovery_code", { recovery_code: " ABCDE 12345 " });
        expect(response.status).toBe(status);
      }
      expect(await domain.store.countRecoveryCodes(domain.hubot.id)).toBe(1);
    });

    test("has ten minutes for the code", async () => {
      await signIn("hubot", passwords.hubot);
      await browser.open("/sessions/two-factor/app");
      domain.move(600);
      expect((await browser.submit("app_otp", { app_otp: domain.code() })).location).toMatch(/^\/login\?/);
    });

    test("cannot guess codes: they are counted, and the page is locked", async () => {
      await signIn("hubot", passwords.hubot);
      await browser.open("/sessions/two-factor/app");
      const statuses = [];
      for (let count = 0; count < 6; count += 1) {
        statuses.push((await browser.submit("app_otp", { app_otp: "000000" })).status);
      }
      expect(statuses).toEqual([422, 422, 422, 422, 422, 403]);
    });
  });

  describe("the session id", () => {
    test("is new after a sign-in, after the second factor and after a password; the old ones are worthless", async () => {
      await browser.open("/login");
      const ids = [cookie()];
      await browser.submit("login", { login: "hubot", password: passwords.hubot });
      ids.push(cookie());
      await browser.open("/sessions/two-factor/app");
      await browser.submit("app_otp", { app_otp: domain.code() });
      ids.push(cookie());
      domain.move(3 * hourMs);
      await browser.open("/sessions/sudo");
      expect((await browser.submit("sudo_password", { sudo_password: "wrong" })).status).toBe(422);
      domain.move(30);
      await browser.open("/sessions/sudo");
      // The password alone is enough here: the second factor was given in this session.
      expect((await browser.submit("sudo_password", { sudo_password: passwords.hubot })).status).toBe(303);
      ids.push(cookie());
      expect(new Set(ids).size).toBe(4);
      for (const old of ids.slice(0, 3)) {
        const thief = browserOf();
        thief.cookies.set("__Host-user_session", String(old));
        expect((await thief.get("/logout")).location).toBe("/login");
      }
      expect((await browser.get("/logout")).status).toBe(200);
    });

    test("is in the store as a digest only, and in a cookie that scripts and other hosts cannot read", async () => {
      const response = await signIn("octocat", passwords.octocat);
      const id = String(cookie());
      expect(response.headers.get("set-cookie")).toBe(
        `__Host-user_session=${id}; Max-Age=1209600; Path=/; HttpOnly; SameSite=Lax; Secure`,
      );
      expect(await domain.store.session(id, domain.now())).toBeUndefined();
      const plain = browserOf({ publicUrl: "http://127.0.0.1" });
      expect((await plain.get("/login")).headers.get("set-cookie")).toMatch(
        /^user_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/,
      );
    });

    test("is worthless after signing out, and after two weeks", async () => {
      await signIn("octocat", passwords.octocat);
      const id = String(cookie());
      await browser.open("/logout");
      expect((await browser.submit("authenticity_token")).location).toBe("/login");
      expect(cookie()).toBeUndefined();
      browser.cookies.set("__Host-user_session", id);
      expect((await browser.get("/logout")).location).toBe("/login");
      await signIn("octocat", passwords.octocat);
      domain.move(14 * 24 * hourMs - 1);
      expect((await browser.get("/logout")).status).toBe(200);
      domain.move(1);
      expect((await browser.get("/logout")).location).toBe("/login");
    });

    test("that a page of another host planted next to it is not taken", async () => {
      await signIn("octocat", passwords.octocat);
      const headers = { cookie: `__Host-user_session=${cookie()}; __Host-user_session=${"a".repeat(43)}` };
      const response = await browserOf().get("/logout", { headers });
      expect(response.location).toBe("/login");
    });
  });

  test("a form is refused without its token, with that of another browser, and with that of another form", async () => {
    await signIn("octocat", passwords.octocat);
    await browser.open("/logout");
    const token = browser.page?.forms[0]?.fields.authenticity_token ?? "";
    const other = browserOf();
    await other.open("/login");
    const login = other.page?.forms[0]?.fields.authenticity_token ?? "";
    for (const wrong of [{}, { authenticity_token: login }, { authenticity_token: `${token}x` }]) {
      expect((await browser.post("/logout", wrong)).status).toBe(422);
    }
    expect(
      (await other.post("/session", { login: "octocat", password: passwords.octocat, authenticity_token: token }))
        .status,
    ).toBe(422);
    expect((await browser.get("/logout")).status).toBe(200);
    expect((await browser.post("/logout", { authenticity_token: token })).status).toBe(303);
  });

  test("nobody is sent on to another site", async () => {
    const elsewhere = [
      "//evil.example",
      "/\\evil.example",
      "https://evil.example",
      "javascript:alert(1)",
      "/\t/evil.example",
      "evil.example",
    ];
    for (const target of elsewhere) {
      const one = browserOf();
      await one.open(`/login?return_to=${encodeURIComponent(target)}`);
      const response = await one.submit("login", {
        login: "octocat",
        password: passwords.octocat,
        return_to: target,
      });
      expect(response.location).toBe("/");
    }
  });

  test("every page forbids frames, scripts, other hosts, caches and referrers, and is no page for other sites to read", async () => {
    for (const path of ["/login", "/sessions/two-factor/app", "/logout", "/login?a=1&a=2"]) {
      const { headers, text } = await browser.get(path);
      expect(headers.get("content-security-policy")).toMatch(
        /^default-src 'none'; style-src 'sha256-[^']+'; .*frame-ancestors 'none'$/,
      );
      expect(headers.get("x-frame-options")).toBe("DENY");
      expect(headers.get("referrer-policy")).toBe("no-referrer");
      expect(headers.get("cache-control")).toBe("no-store");
      expect(headers.get("access-control-allow-origin")).toBeNull();
      expect(text).not.toMatch(/<script|\son[a-z]+=|https?:\/\//);
    }
    const preflight = await browser.get("/login", { method: "OPTIONS", headers: { origin: "https://evil.example" } });
    expect(preflight.status).toBe(404);
  });

  test("text that was sent is shown as text", async () => {
    const page = await browser.open(`/login?login=${encodeURIComponent('"><script>alert(1)</script>')}`);
    expect(page.text).not.toContain("<script");
    expect(page.text).toContain("&quot;&gt;&lt;script&gt;");
  });

  test("a user keeps a hundred sessions at most, the newest", async () => {
    await signIn("octocat", passwords.octocat);
    const first = cookie();
    for (let count = 0; count < 100; count += 1) await signIn("octocat", passwords.octocat, browserOf());
    expect(await domain.store.listSessions(domain.octocat.id, domain.now())).toHaveLength(100);
    browser.cookies.set("__Host-user_session", String(first));
    expect((await browser.get("/logout")).location).toBe("/login");
  });

  test("a demonstration introduces its users, and any other server does not", async () => {
    expect((await browser.open("/login")).text).not.toContain("demonstration");
    const demoUsers = [{ login: "hubot", password: "pass", otp_secret: "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ" }];
    const page = await browserOf({ demoUsers }).open("/login");
    expect(page.text).toContain(
      `<code>hubot</code> with the password <code>pass</code> and the code <code>${domain.code()}</code>`,
    );
  });

  test("a server below a folder has its pages there", async () => {
    const folder = browserOf({ publicUrl: "https://proxy.example/github" });
    const page = await folder.get("/login");
    expect(page.forms[0]?.action).toBe("/github/session");
    expect(page.forms[0]?.fields.return_to).toBe("/github/");
  });

  test("client ids of applications are no logins", async () => {
    expect((await signIn(clients.editor.clientId, clients.editor.clientSecret)).status).toBe(422);
  });
});
