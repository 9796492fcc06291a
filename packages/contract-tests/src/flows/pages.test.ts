// The flows in a real browser. Without one these tests are skipped by name; with CI=true that is a failure
// (scripts/browser.js).
import { hash } from "node:crypto";
import { guideCode } from "@grantbook/docs/samples";
import { decodeOtpSecret, generateTotp, type Server } from "@grantbook/server";
import { engines } from "@grantbook/test-kit/engines";
import { createFlows, type TestFlows, webApp } from "@grantbook/test-kit/flow-fixture";
import { type Connection, overHttp } from "@grantbook/test-kit/transports";
import type { Browser, BrowserContextOptions, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { launchBrowser, withoutBrowser } from "../../../../scripts/browser.js";
import { desktop, inspect, phone } from "./inspect-page.js";

describe.skipIf(withoutBrowser !== undefined)("in a browser (skipped where there is none)", () => {
  let browser: Browser;
  let flows: TestFlows;
  let connection: Connection;
  /** Application, on a port of this machine. */
  let application: Connection;
  /** Path of an authorization request of the application. */
  const authorizePath = (parameters: Readonly<Record<string, string>> = {}) =>
    flows.authorizePath({ client_id: "loopback", redirect_uri: `${application.publicUrl}/callback`, ...parameters });
  /** Errors of any page, and requests to any other host but the application's. */
  const complaints: string[] = [];

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  beforeEach(async () => {
    const [engine] = engines;
    if (!engine) throw new Error("There is no engine.");
    flows = await createFlows(engine);
    await flows.domain.store.insertApplication({
      clientId: "loopback",
      secretHash: hash("sha256", "secret"),
      name: "Loopback",
      url: "http://127.0.0.1/",
      type: "oauth",
      expireUserTokens: false,
      createdAt: flows.domain.now(),
      callbackUrls: ["http://127.0.0.1/callback"],
      deviceFlow: true,
    });
    const page = () => new Response("<!doctype html><title>App</title>", { headers: { "content-type": "text/html" } });
    application = await overHttp.connect(() => ({ fetch: async () => page() }) as unknown as Server);
    connection = await overHttp.connect((publicUrl) => flows.server({ publicUrl }));
  });
  afterEach(async () => {
    await connection.close();
    await application.close();
    await flows.close();
    expect(complaints.splice(0)).toEqual([]);
  });

  async function open(path: string, options: BrowserContextOptions): Promise<Page> {
    const page = await browser.newPage({ javaScriptEnabled: true, ...options });
    page.on("console", (message) => {
      // The browser itself reports a page with an error status, which the pages of errors have.
      const isStatus = /^Failed to load resource: the server responded with a status of 4\d\d /.test(message.text());
      if (["error", "warning"].includes(message.type()) && !isStatus) complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("request", (request) => {
      const url = request.url();
      if (![connection.publicUrl, application.publicUrl, "data:"].some((start) => url.startsWith(start)))
        complaints.push(url);
    });
    await page.goto(connection.publicUrl + path);
    return page;
  }

  test("a user signs in with a code, consents, and a device too", async () => {
    const page = await open(authorizePath({ scope: "repo user:email", state: "s" }), { viewport: desktop });
    const look = (name: string) => inspect(page, name);
    await page.locator("#login_field").fill("hubot");
    await page.locator("#password").fill("wrong");
    await page.locator("[name=commit]").click();
    await page.getByRole("alert").waitFor();
    await look("sign-in");
    await page.locator("#password").fill("battery staple");
    await page.locator("[name=commit]").click();
    await page.locator("#app_totp").waitFor();
    await look("two-factor");
    await page.getByText("Use a recovery code").click();
    await page.locator("#recovery_code").waitFor();
    await look("recovery");
    await page.goBack();
    await page.locator("#app_totp").fill(flows.domain.code());
    await page.getByRole("button", { name: "Verify" }).click();
    await page.locator("button[name=authorize][value='1']").waitFor();
    await look("consent");
    await page.locator("button[name=authorize][value='1']").click();
    await page.waitForURL(/\/callback\?code=[0-9a-f]{20}&state=s$/);
    const code = new URL(page.url()).searchParams.get("code") ?? "";
    const client = { client_id: "loopback", client_secret: "secret" };
    expect(await flows.exchange(code, client)).toMatchObject({ scope: "repo,user:email" });

    const codes = await flows.post("/login/device/code", { client_id: webApp.clientId, scope: "gist" });
    await page.goto(`${connection.publicUrl}/login/device`);
    await page.locator("#user_code").fill(String(codes.user_code));
    await look("device");
    await page.locator("[name=commit]").click();
    await page.locator("button[name=authorize][value='1']").waitFor();
    await look("device-consent");
    await page.locator("button[name=authorize][value='1']").click();
    await page.getByText("Congratulations").waitFor();
    await look("device-success");
    await page.goto(`${connection.publicUrl}${authorizePath({ prompt: "select_account" })}`);
    await look("select-account");
    flows.domain.move(3 * 3600);
    await page.goto(`${connection.publicUrl}${authorizePath({ scope: "user" })}`);
    await page.locator("#sudo_password").waitFor();
    await look("sudo");
    await page.goto(`${connection.publicUrl}/logout`);
    await look("sign-out");
    await page.locator("main button[type=submit]").click();
    await page.locator("#login_field").waitFor();
    await page.context().close();
  });

  test("a user finds everything in the settings", async () => {
    const permissions = ["clipboard-read", "clipboard-write"];
    const page = await open("/settings", { viewport: desktop, permissions });
    const look = (name: string) => inspect(page, `settings ${name}`);
    const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
    const goTo = (path: string) => page.goto(`${connection.publicUrl}${path}`);
    const menu = (name: string) => page.getByRole("navigation").getByRole("link", { name }).click();
    const copied = async () => {
      await press("Copy");
      await page.getByRole("button", { name: "Copied" }).waitFor();
      return page.evaluate<string>("navigator.clipboard.readText()");
    };
    await page.locator("#login_field").fill("octocat");
    await page.locator("#password").fill("correct horse");
    await page.locator("[name=commit]").click();
    await page.getByText("No application has access").waitFor();
    await look("no applications");

    await goTo(authorizePath({ scope: "repo" }));
    await page.locator("button[name=authorize][value='1']").click();
    await page.waitForURL(/\/callback\?code=/);
    await goTo("/settings/applications");
    await page.getByText("Revoke all…").click();
    await look("applications");
    await page.getByRole("link", { name: "Loopback" }).click();
    await page.getByText("Revoke access…").click();
    await look("access");
    await press("Revoke access");
    await page.getByText("No application has access").waitFor();

    await menu("Personal access tokens");
    await page.getByRole("link", { name: "Generate a new token" }).click();
    await page.locator("#note").fill("ci");
    await page.locator("#scope-repo").check();
    await look("new token");
    await press("Generate token");
    await page.locator("#new-secret").waitFor();
    await look("token");
    expect(await flows.use(await copied())).toBe(200);
    await page.getByRole("link", { name: "ci", exact: true }).click();
    await page.getByText("Delete…").click();
    await look("one token");
    await page.getByRole("link", { name: "Regenerate the token" }).click();
    await page.locator("#expiration").selectOption("none");
    await look("regenerate");
    await press("Regenerate token");
    await page.getByText("does not expire").waitFor();

    await menu("Your applications");
    await look("no own applications");
    await page.getByRole("link", { name: "Register a new application" }).click();
    await page.locator("#oauth_application_name").fill("Mine");
    await page.locator("#oauth_application_url").fill("https://mine.example/");
    await page.locator("#oauth_application_callback_url").fill("no address");
    await press("Register application");
    await page.getByRole("alert").waitFor();
    await look("new application");
    await page.locator("#oauth_application_callback_url").fill("https://mine.example/callback");
    await press("Register application");
    await page.locator("#new-secret").waitFor();
    await look("own application");
    expect(await copied()).toMatch(/^[0-9a-f]{40}$/);
    await press("Generate a new client secret");
    await expect.poll(() => page.getByRole("button", { name: /^Delete the client secret/ }).count()).toBe(2);
    await menu("Your applications");
    await look("own applications");

    await menu("Two-factor authentication");
    await look("without two-factor");
    await page.getByRole("link", { name: "Set up an authenticator app" }).click();
    const secret = (await page.locator("#otp-secret").textContent()) ?? "";
    await look("two-factor setup");
    await page.locator("#otp").fill(generateTotp(decodeOtpSecret(secret) ?? Buffer.alloc(0), flows.domain.now()));
    await press("Turn on");
    await page.locator("#recovery-codes").waitFor();
    await look("recovery codes");
    expect((await copied()).match(/\S+/g)).toHaveLength(16);
    await menu("Two-factor authentication");
    await page.getByText("Turn off…").click();
    await look("with two-factor");

    await flows.signedIn();
    await menu("Sessions");
    await look("sessions");
    await page.context().close();
  });

  test("the guide's example signs in", async () => {
    const [block] = guideCode("end-to-end-tests", "js");
    const code = (block?.code ?? "")
      .replace("http://127.0.0.1:3000", connection.publicUrl)
      .replace("http://127.0.0.1:8080", application.publicUrl)
      .replace("abcde12345fghij67890", "loopback")
      .replace("demo-password", "correct horse");
    const page = await open("/login", { viewport: desktop });
    const AsyncFunction = (async () => undefined).constructor as new (
      ...parameters: string[]
    ) => (page: Page) => Promise<void>;
    await new AsyncFunction("page", code)(page);
    expect(new URL(page.url()).searchParams.get("state")).toBe("a random state");
    await page.context().close();
  });

  test("errors have pages of their own", async () => {
    const page = await open("/login", { viewport: phone });
    for (const [name, path] of [
      ["mismatch", authorizePath({ redirect_uri: "https://evil.example/" })],
      ["unknown-application", authorizePath({ client_id: "unknown" })],
    ] as const) {
      await page.goto(connection.publicUrl + path);
      await inspect(page, name);
    }
    await page.context().close();
  });

  test("everything works with the keyboard alone, and without scripts", async () => {
    const page = await open(authorizePath(), { viewport: desktop, javaScriptEnabled: false });
    await page.keyboard.press("Tab");
    expect(await page.locator(":focus").textContent()).toContain("Skip to the content");
    // Past the name of the site.
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.type("octocat");
    await page.keyboard.press("Tab");
    await page.keyboard.type("correct horse");
    await page.keyboard.press("Enter");
    await page.locator("button[name=authorize][value='1']").waitFor();
    const focused = () => page.locator(":focus").getAttribute("value");
    do await page.keyboard.press("Tab");
    while ((await focused()) !== "1");
    expect(await focused()).toBe("1");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/callback\?code=/);

    await page.goto(`${connection.publicUrl}/settings`);
    const tabTo = async (target: Locator) => {
      for (let count = 0; count < 100; count += 1) {
        await page.keyboard.press("Tab");
        if ((await page.locator(":focus").and(target).count()) === 1) return;
      }
      throw new Error(`The keyboard does not reach ${target}.`);
    };
    await tabTo(page.getByRole("link", { name: "Personal access tokens" }));
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/settings\/tokens$/);
    await tabTo(page.getByRole("link", { name: "Generate a new token" }));
    await page.keyboard.press("Enter");
    await page.locator("#note").waitFor();
    await tabTo(page.locator("#note"));
    await page.keyboard.type("by keyboard");
    await tabTo(page.getByRole("button", { name: "Generate token" }));
    await page.keyboard.press("Enter");
    await page.locator("#new-secret").waitFor();
    expect(await flows.use(await page.locator("#new-secret").textContent())).toBe(200);
    await page.context().close();
  });
});
