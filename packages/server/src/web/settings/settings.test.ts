import { describeFlows } from "@grantbook/test-kit/describe-flows";
import { webApp } from "@grantbook/test-kit/flow-fixture";
import type { TestBrowser } from "@grantbook/test-kit/test-browser";
import { beforeEach, expect, test } from "vitest";
import type { AccessLogEntry } from "../../http/access-log.js";
import { createFormToken } from "../form-token.js";
import { settingsPages } from "./routes.js";

describeFlows((flows) => {
  let browser: TestBrowser;
  beforeEach(async () => {
    browser = await flows.signedIn();
  });

  const concrete = (path: string) => path.replace(":client_id", webApp.clientId).replaceAll(/:\w+/g, "1");
  const paths = (method: string) =>
    settingsPages.filter(([wanted]) => wanted === method).map(([, path]) => concrete(path));
  const isSignedOut = (location: string) => location.startsWith("/login?return_to=");

  test("every page and every form asks a stranger to sign in", async () => {
    const stranger = flows.browser();
    expect(paths("GET")).toHaveLength(14);
    expect(paths("POST")).toHaveLength(16);
    for (const path of paths("GET")) {
      const { status, location } = await stranger.get(path);
      expect([path, status, isSignedOut(location)]).toEqual([path, 302, true]);
    }
    for (const path of paths("POST")) {
      const { status, location } = await stranger.post(path, {});
      expect([path, status, isSignedOut(location)]).toEqual([path, 303, true]);
    }
  });

  test("no form does anything without its token, nor with that of another form", async () => {
    await browser.open("/settings/tokens/new");
    const token = browser.page?.forms.find(({ names }) => names.includes("note"))?.fields.authenticity_token ?? "";
    expect(token).not.toBe("");
    for (const path of paths("POST")) {
      expect([path, (await browser.post(path, {})).status]).toEqual([path, 422]);
      if (path === "/settings/tokens") continue;
      expect([path, (await browser.post(path, { authenticity_token: token })).status]).toEqual([path, 422]);
    }
  });

  test("a suspended user sees and changes nothing", async () => {
    await flows.domain.store.setSuspended(flows.domain.octocat.id, flows.domain.now());
    for (const path of paths("GET")) expect([path, (await browser.get(path)).status]).toEqual([path, 403]);
    for (const path of paths("POST")) expect([path, (await browser.post(path, {})).status]).toEqual([path, 403]);
  });

  test("two hours after the password, what makes a secret or weakens the account asks for it again", async () => {
    flows.domain.move(2 * 3600);
    const sensitive: string[] = [];
    for (const path of paths("GET")) {
      if ((await browser.get(path)).location.startsWith("/sessions/sudo?")) sensitive.push(path);
    }
    expect(sensitive).toEqual([
      "/settings/tokens/new",
      "/settings/tokens/1/regenerate",
      "/settings/applications/new",
      "/settings/two_factor_authentication/setup",
      "/settings/auth/recovery-codes",
    ]);
    const back: Record<string, string> = {};
    for (const path of paths("POST")) {
      const { status, location } = await browser.post(path, {});
      if (status === 303) back[path] = decodeURIComponent(location.replace("/sessions/sudo?return_to=", ""));
    }
    expect(back).toEqual({
      "/settings/tokens": "/settings/tokens/new",
      "/settings/tokens/1/regenerate": "/settings/tokens/1/regenerate",
      "/settings/applications": "/settings/applications/new",
      "/settings/applications/1": "/settings/applications/1",
      "/settings/applications/1/secrets": "/settings/applications/1",
      "/settings/applications/1/secrets/1/delete": "/settings/applications/1",
      "/settings/applications/1/revoke-user-tokens": "/settings/applications/1",
      "/settings/applications/1/delete": "/settings/applications/1",
      "/settings/two_factor_authentication/setup": "/settings/two_factor_authentication/setup",
      "/settings/two_factor_authentication/disable": "/settings/security",
      "/settings/auth/recovery-codes": "/settings/auth/recovery-codes",
    });
  });

  test("no page may be framed, cached or read by other sites, and HEAD gets the headers alone", async () => {
    for (const path of paths("GET")) {
      const { status, headers, text } = await browser.get(path);
      expect(headers.get("content-security-policy"), path).toMatch(
        /^default-src 'none'; style-src 'sha256-[^']+'; img-src data:; base-uri 'none'; frame-ancestors 'none'$/,
      );
      const names = ["x-frame-options", "referrer-policy", "cache-control", "access-control-allow-origin"];
      const values = names.map((name) => headers.get(name));
      expect([path, ...values]).toEqual([path, "DENY", "no-referrer", "no-store", null]);
      expect(text).not.toMatch(/<script|\son[a-z]+=/);
      const head = await browser.get(path, { method: "HEAD" });
      expect([path, head.status, head.text]).toEqual([path, status, ""]);
      const preflight = await browser.get(path, { method: "OPTIONS", headers: { origin: "https://evil.example" } });
      expect([path, preflight.status]).toEqual([path, 404]);
    }
  });

  test("a session id that an attacker planted before the sign-in opens nothing, and signs no form after it", async () => {
    const attacker = flows.browser();
    await attacker.open("/login");
    const planted = String(attacker.cookies.get("__Host-user_session"));
    const victim = flows.browser();
    victim.cookies.set("__Host-user_session", planted);
    await victim.open("/login");
    await victim.submit("login", { login: "octocat", password: "correct horse" });
    expect((await victim.get("/settings/tokens")).status).toBe(200);
    expect(isSignedOut((await attacker.get("/settings/tokens")).location)).toBe(true);
    const forged = { authenticity_token: createFormToken(planted, "/settings/sessions/revoke-others") };
    expect((await victim.post("/settings/sessions/revoke-others", forged)).status).toBe(422);
  });

  test("no secret reaches the access log, which names a page by its pattern", async () => {
    const entries: AccessLogEntry[] = [];
    const logged = flows.browser({ onResponse: (entry) => entries.push(entry) });
    await logged.open("/login");
    await logged.submit("login", { login: "octocat", password: "correct horse" });
    await logged.open("/settings/tokens/new");
    await logged.submit("note", { note: "a private note" });
    const { text } = await logged.open("/settings/tokens");
    const [token = "none"] = /ghp_\w+/.exec(text) ?? [];
    await logged.open(/\/settings\/tokens\/\d+/.exec(text)?.[0] ?? "");
    expect(entries.at(-1)).toMatchObject({ route: "/settings/tokens/:id", status: 200, caller: expect.any(String) });
    const log = JSON.stringify(entries);
    const secrets = [token, "correct horse", "a private note", ...logged.cookies.values()];
    expect(secrets.filter((secret) => log.includes(secret))).toEqual([]);
  });

  test("the menu leads to every part, and names the one that is shown", async () => {
    expect((await browser.get("/settings")).location).toBe("/settings/applications");
    const { text } = await browser.open("/settings/tokens");
    expect(
      [...text.matchAll(/<li><a href="([^"]+)"( aria-current="page")?>/g)].map(([, path, current]) => [
        path,
        current !== undefined,
      ]),
    ).toEqual([
      ["/settings/applications", false],
      ["/settings/tokens", true],
      ["/settings/developers", false],
      ["/settings/security", false],
      ["/settings/sessions", false],
    ]);
  });

  test("what is no id, and what belongs to another user, is not found", async () => {
    for (const path of [
      "/settings/tokens/0",
      "/settings/tokens/x",
      "/settings/tokens/99999999999999999999",
      "/settings/applications/1e1",
    ]) {
      expect([path, (await browser.get(path)).status]).toEqual([path, 404]);
    }
  });
});
