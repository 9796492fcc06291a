import { describeFlows } from "@grantbook/test-kit/describe-flows";
import type { TestBrowser } from "@grantbook/test-kit/test-browser";
import { beforeEach, expect, test } from "vitest";
import { decodeOtpSecret, generateTotp } from "../../auth/totp.js";

const setupPath = "/settings/two_factor_authentication/setup";
const codesPath = "/settings/auth/recovery-codes";

describeFlows((flows) => {
  let browser: TestBrowser;
  beforeEach(async () => {
    browser = await flows.signedIn();
  });

  const codeOf = (secret: string) => generateTotp(decodeOtpSecret(secret) ?? Buffer.alloc(0), flows.domain.now());
  const secretOf = (page = browser.page) =>
    page?.forms.find(({ names }) => names.includes("secret"))?.fields.secret ?? "";
  const shownCodes = (text = "") =>
    [...text.matchAll(/<code>([0-9a-z-]{19})\n<\/code>/g)].map(([, code]) => String(code));
  /** Switches two-factor authentication on, and returns the secret and the recovery codes. */
  const turnOn = async () => {
    await browser.open(setupPath);
    const secret = secretOf();
    const response = await browser.follow(await browser.submit("otp", { otp: codeOf(secret) }));
    return { secret, codes: shownCodes(response.text) };
  };
  const submitTo = (path: string) => {
    const form = browser.page?.forms.find(({ action }) => action === path);
    if (!form) throw new Error(`There is no form to ${path}.`);
    return browser.post(form.action, form.fields);
  };
  const signInWith = async (page: "app" | "recovery", fields: Record<string, string>) => {
    const other = flows.browser();
    await other.open("/login");
    await other.submit("login", { login: "octocat", password: "correct horse" });
    await other.open(`/sessions/two-factor/${page}`);
    return (await other.submit(Object.keys(fields)[0] ?? "", fields)).status;
  };

  test("an authenticator is set up: a code proves the key, and sixteen recovery codes are shown once", async () => {
    expect((await browser.open("/settings/security")).text).toContain("Two-factor authentication is off.");
    const { text } = await browser.open(setupPath);
    const secret = secretOf();
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(text).toContain(`<code id="otp-secret">${secret.replaceAll(/(.{4})(?=.)/g, "$1 ")}</code>`);
    expect(text).toMatch(/<svg class="qr" role="img" aria-label="QR code"/);
    const response = await browser.submit("otp", { otp: codeOf(secret) });
    expect([response.status, response.location]).toEqual([303, codesPath]);
    const codes = shownCodes((await browser.open(codesPath)).text);
    expect(codes).toHaveLength(16);
    expect(new Set(codes).size).toBe(16);
    const again = await browser.open(codesPath);
    expect([shownCodes(again.text), again.text.includes("You have 16 recovery codes left.")]).toEqual([[], true]);
    // The code that proved the key opens nothing.
    expect(await signInWith("app", { app_otp: codeOf(secret) })).toBe(422);
    flows.domain.move(30);
    expect(await signInWith("app", { app_otp: codeOf(secret) })).toBe(303);
    expect(await signInWith("recovery", { recovery_code: codes[15] ?? "" })).toBe(303);
    expect((await browser.open("/settings/security")).text).toContain("You have 15 recovery codes left.");
  });

  test("a wrong code changes nothing, and keeps the key; a key that the server did not make is refused", async () => {
    await browser.open(setupPath);
    const secret = secretOf();
    const wrong = await browser.submit("otp", { otp: "000000" });
    expect([wrong.status, secretOf() === secret]).toEqual([422, true]);
    expect(wrong.text).toContain("That code is not valid.");
    const chosen = "A".repeat(32);
    expect((await browser.submit("otp", { secret: chosen, otp: codeOf(chosen) })).status).toBe(422);
    const { twoFactor } = (await flows.domain.store.userRecord("octocat")) ?? {};
    expect(twoFactor).toBe(false);
  });

  test("another authenticator takes the place of the first one, and the recovery codes stay", async () => {
    const { secret, codes } = await turnOn();
    await browser.open(setupPath);
    const next = secretOf();
    expect((await browser.submit("otp", { otp: codeOf(next) })).location).toBe("/settings/security");
    flows.domain.move(60);
    expect(await signInWith("app", { app_otp: codeOf(secret) })).toBe(422);
    expect(await signInWith("app", { app_otp: codeOf(next) })).toBe(303);
    expect(await signInWith("recovery", { recovery_code: codes[0] ?? "" })).toBe(303);
  });

  test("new recovery codes end the old ones", async () => {
    const { codes } = await turnOn();
    await browser.open(codesPath);
    const newCodes = shownCodes((await browser.follow(await submitTo(codesPath))).text);
    expect(newCodes).toHaveLength(16);
    expect(await signInWith("recovery", { recovery_code: codes[0] ?? "" })).toBe(422);
    expect(await signInWith("recovery", { recovery_code: newCodes[0] ?? "" })).toBe(303);
  });

  test("without two-factor authentication there are no recovery codes to make", async () => {
    await browser.open(codesPath);
    expect((await submitTo(codesPath)).status).toBe(404);
  });

  test("turned off, the password is enough, and the old recovery codes do not come back", async () => {
    const { codes } = await turnOn();
    await browser.open("/settings/security");
    expect((await submitTo("/settings/two_factor_authentication/disable")).location).toBe("/settings/security");
    const other = await flows.signedIn();
    expect((await other.get("/settings/sessions")).status).toBe(200);
    await turnOn();
    expect(await signInWith("recovery", { recovery_code: codes[1] ?? "" })).toBe(422);
  });
});
