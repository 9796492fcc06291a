import { describeFlows } from "@grantbook/test-kit/describe-flows";
import { gitHubApp, site, webApp } from "@grantbook/test-kit/flow-fixture";
import { describe, expect, test } from "vitest";
import type { AccessLogEntry } from "../http/access-log.js";
import type { ConsentRule } from "../oauth/model.js";

const titleOf = (text: string) => /<title>(.*?) · Grantbook<\/title>/.exec(text)?.[1];
const headingOf = (text: string) => /<h1>(.*?)<\/h1>/.exec(text)?.[1];

describeFlows((flows) => {
  const deviceCodes = (clientId = webApp.clientId) => flows.post("/login/device/code", { client_id: clientId });
  const withRule = (consent: ConsentRule) =>
    flows.domain.store.insertApplication({
      ...{ clientId: consent, secretHash: "0", name: consent, url: "https://a.example", type: "oauth", consent },
      ...{ expireUserTokens: false, createdAt: new Date(0), callbackUrls: [webApp.callback], deviceFlow: true },
    });

  describe("a page has the same title and heading, and says who is signed in:", () => {
    test.each([
      ["/", "Grantbook", 200],
      ["/logout", "Are you sure you want to sign out?", 200],
      ["/login/device", "Connect a device", 200],
      ["/login/device/success", "Device connected", 200],
      ["/login/device/failure", "Access denied", 200],
      [`/login/oauth/authorize?client_id=${webApp.clientId}`, "Authorize Web app", 200],
      [
        `/login/oauth/authorize?client_id=${webApp.clientId}&prompt=select_account`,
        "Select an account for Web app",
        200,
      ],
    ])("%s", async (path, title, status) => {
      const browser = await flows.signedIn();
      const page = await browser.get(path);
      expect([page.status, titleOf(page.text), headingOf(page.text)]).toEqual([status, title, title]);
      expect(page.text).toContain("Signed in as <strong>octocat</strong>");
      expect(page.text).toMatch(/^<!doctype html><html lang="en">/);
    });

    test.each([
      ["/login", "Sign in", 200],
      ["/no-such-page", undefined, 404],
      ["/login/oauth/authorize?client_id=unknown", "Page not found", 404],
      [
        `/login/oauth/authorize?client_id=${webApp.clientId}&redirect_uri=https://evil.example`,
        "Unknown redirect address",
        400,
      ],
    ])("of a stranger: %s", async (path, title, status) => {
      const page = await flows.browser().get(path);
      expect([page.status, titleOf(page.text), headingOf(page.text)]).toEqual([status, title, title]);
      expect(page.text).not.toContain("Signed in as");
    });

    test("while a code or the password is missing", async () => {
      const browser = flows.browser();
      await browser.open("/login");
      await browser.submit("login", { login: "hubot", password: "battery staple" });
      const second = await browser.get("/sessions/two-factor/app?return_to=%2Flogout");
      expect([titleOf(second.text), second.text.includes("Signed in as")]).toEqual([
        "Two-factor authentication",
        false,
      ]);
      expect(second.text).toContain(
        '<a href="/sessions/two-factor/recovery?return_to=%2Flogout">Use a recovery code</a>',
      );
      const recovery = await browser.get("/sessions/two-factor/recovery");
      expect(recovery.text).toContain(
        '<a href="/sessions/two-factor/app?return_to=%2F">Use your authenticator app</a>',
      );
      expect(recovery.text).toMatch(/inputmode="text" autocomplete="off"/);
      expect(second.text).toMatch(/inputmode="numeric" autocomplete="one-time-code"/);
      const other = await flows.signedIn();
      flows.domain.move(2 * 3600);
      const sudo = await other.get("/sessions/sudo");
      expect([titleOf(sudo.text), sudo.text.includes("Password of octocat")]).toEqual(["Confirm access", true]);
    });
  });

  test("a user who is signed in, or confirmed the password, is not asked again", async () => {
    const browser = await flows.signedIn("hubot");
    for (const path of ["/login", "/sessions/two-factor/app", "/sessions/two-factor/recovery", "/sessions/sudo"]) {
      expect([path, (await browser.get(`${path}?return_to=%2Flogout`)).location]).toEqual([path, "/logout"]);
      expect([path, (await browser.get(path)).location]).toEqual([path, "/"]);
    }
    const stranger = flows.browser();
    for (const path of ["/sessions/two-factor/app", "/sessions/two-factor/recovery"]) {
      expect((await stranger.get(`${path}?return_to=%2Flogout`)).location).toBe("/login?return_to=%2Flogout");
    }
    expect((await stranger.get("/logout")).location).toBe("/login");
  });

  test("a page without an error has no alert, and one with an error says it", async () => {
    const alertOf = (text: string) => /<div class="error" role="alert">(.*?)<\/div>/s.exec(text)?.[1]?.trim();
    const browser = flows.browser();
    expect(alertOf((await browser.open("/login")).text)).toBeUndefined();
    const wrong = await browser.submit("login", { login: "hubot", password: "wrong" });
    expect(alertOf(wrong.text)).toBe("Incorrect username or password.");
    await browser.submit("login", { login: "hubot", password: "battery staple" });
    for (const [path, name, text] of [
      [
        "/sessions/two-factor/app",
        "app_otp",
        "Two-factor authentication failed. Wait for the next code if you have used this one.",
      ],
      ["/sessions/two-factor/recovery", "recovery_code", "That recovery code is not valid."],
    ] as const) {
      expect(alertOf((await browser.open(path)).text)).toBeUndefined();
      expect(alertOf((await browser.submit(name, { [name]: "wrong" })).text)).toBe(text);
    }
    await browser.open("/sessions/two-factor/app");
    await browser.submit("app_otp", { app_otp: ` ${flows.domain.code().replace(/(...)/, "$1 ")}` });
    await browser.open("/login/device");
    const device = await browser.submit("user_code", { user_code: "0000-0000" });
    expect(alertOf(device.text)).toBe("That code is not valid, or it has expired.");
    flows.domain.move(2 * 3600);
    await browser.open("/sessions/sudo");
    expect(alertOf((await browser.submit("sudo_password", { sudo_password: "wrong" })).text)).toBe(
      "Incorrect password.",
    );
  });

  test("the consent names the account, the application, its website and where the user goes on", async () => {
    const browser = await flows.signedIn();
    const { text } = await browser.open(flows.authorizePath({ scope: "repo" }));
    expect(text).toContain("It will be able to:");
    expect(text).toContain("Website of the application: <code>https://app.example/</code>");
    expect(text).toContain("You go on to <code>https://app.example</code>");
    expect(text).toMatch(/Not octocat\?/);
    expect(text).not.toContain("unusually high number");
    expect(text).not.toContain('class="new"');
    // An application without an owner is named itself.
    const other = await browser.open(flows.authorizePath({ client_id: gitHubApp.clientId }));
    expect(other.text).toContain("<strong>Reviewer</strong> asks for access");
    expect(other.text).toContain("Authorize Reviewer</button>");
    expect(other.text).not.toContain("It will be able to:");
  });

  test("to sign in, a request keeps its application, the login it names, and its address", async () => {
    const locationOf = async (parameters: Record<string, string>) =>
      new URL((await flows.browser().get(flows.authorizePath(parameters))).location, site);
    const plain = await locationOf({ state: "a b" });
    expect([...plain.searchParams]).toEqual([
      ["client_id", webApp.clientId],
      ["return_to", `/login/oauth/authorize?client_id=${webApp.clientId}&state=a+b`],
    ]);
    expect((await locationOf({ login: "mona" })).searchParams.get("login")).toBe("mona");
  });

  describe("the rule of an application decides about a device without a page:", () => {
    test.each([
      ["always", "/login/device/success", "access_token"],
      ["never", "/login/device/failure", "error"],
    ] as const)("%s", async (rule, page, field) => {
      await withRule(rule);
      const codes = await deviceCodes(rule);
      const browser = await flows.signedIn();
      await browser.open("/login/device");
      expect((await browser.submit("user_code", { user_code: String(codes.user_code) })).location).toBe(page);
      const response = await flows.post("/login/oauth/access_token", {
        client_id: rule,
        device_code: String(codes.device_code),
        grant_type: "urn:ietf:params:oauth:grant-type:device_code",
      });
      expect(response).toHaveProperty(field);
    });
  });

  test("a code that expires while the user looks at it cannot be approved", async () => {
    const browser = await flows.signedIn();
    await browser.open("/login/device");
    await browser.follow(await browser.submit("user_code", { user_code: String((await deviceCodes()).user_code) }));
    flows.domain.move(900);
    const late = await browser.submit("authorize", { authorize: "1" });
    expect([late.status, late.text.includes("That code has expired. Ask the device for another one.")]).toEqual([
      422,
      true,
    ]);
  });

  test("the access log has the reason of each refusal, and the user of each page", async () => {
    const entries: AccessLogEntry[] = [];
    const browser = flows.browser({ onResponse: (entry) => entries.push(entry) });
    const last = () => {
      const { route, status, reason, caller } = entries.at(-1) ?? {};
      return [route, status, reason, caller];
    };
    await browser.open("/login");
    expect(last()).toEqual(["/login", 200, undefined, undefined]);
    await browser.submit("login", { login: "hubot", password: "wrong" });
    expect(last()).toEqual(["/session", 422, "credentials-wrong", undefined]);
    await browser.submit("login", { login: "hubot", password: "battery staple" });
    const hubot = `user ID ${flows.domain.hubot.id}`;
    expect(last()).toEqual(["/session", 303, undefined, hubot]);
    await browser.open("/sessions/two-factor/app");
    await browser.submit("app_otp", { app_otp: "000000" });
    expect(last()).toEqual(["/sessions/two-factor/app", 422, "one-time-code-needed", undefined]);
    await browser.submit("app_otp", { app_otp: flows.domain.code() });
    await browser.open("/login/device");
    expect(last()).toEqual(["/login/device", 200, undefined, hubot]);
    await browser.submit("user_code", { user_code: "0000-0000" });
    expect(last()).toEqual(["/login/device/confirmation", 422, "incorrect_user_code", hubot]);
    await browser.open(flows.authorizePath());
    await browser.submit("authorize", { authorize: "0" });
    expect(last()).toEqual(["/login/oauth/authorize", 303, "access_denied", hubot]);
    flows.domain.move(2 * 3600);
    await browser.open("/sessions/sudo");
    await browser.submit("sudo_password", { sudo_password: "wrong" });
    expect(last()).toEqual(["/sessions/sudo", 422, "credentials-wrong", hubot]);
  });
});
