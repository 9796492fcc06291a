import { describeFlows } from "@grantbook/test-kit/describe-flows";
import type { TestBrowser } from "@grantbook/test-kit/test-browser";
import { beforeEach, expect, test } from "vitest";
import { create } from "../../domain/authorizations.js";

const dayMs = 24 * 60 * 60_000;

describeFlows((flows) => {
  let browser: TestBrowser;
  beforeEach(async () => {
    browser = await flows.signedIn();
  });

  const tokens = async () => {
    const { store, octocat } = flows.domain;
    return (await store.listAuthorizations(octocat.id, { page: 1, perPage: 100 }, null)).items;
  };
  const shownToken = (text = "") => /<code id="new-secret">(ghp_[0-9A-Za-z]{36})<\/code>/.exec(text)?.[1];
  const generate = async (fields: Record<string, string>) => {
    await browser.open("/settings/tokens/new");
    return browser.submit("note", { note: "ci", expiration: "30", ...fields });
  };

  test("a new token is shown once, works with its scopes, and is stored as a digest", async () => {
    const response = await generate({ "scopes[repo]": "1", "scopes[public_repo]": "1", "scopes[admin:org]": "1" });
    expect([response.status, response.location, response.text]).toEqual([303, "/settings/tokens", ""]);
    const { text, headers } = await browser.open("/settings/tokens");
    const token = shownToken(text);
    expect(text).toContain('data-copy="new-secret"');
    expect(headers.get("content-security-policy")).toMatch(/; script-src 'sha256-[^']+';/);
    expect(await flows.use(token)).toBe(200);
    expect(await tokens()).toMatchObject([
      {
        note: "ci",
        scopes: ["repo", "admin:org"],
        application: null,
        expiresAt: new Date(+flows.domain.now() + 30 * dayMs),
      },
    ]);
    const again = await browser.open("/settings/tokens");
    expect(again.text).not.toContain("ghp_");
    expect(again.text).toContain(`ends in <code>${token?.slice(-8)}</code>`);
    expect(again.headers.get("content-security-policy")).not.toContain("script-src");
  });

  test("a token that was just made is not lost to HEAD, nor shown on another page, nor in another session", async () => {
    await generate({});
    await browser.get("/settings/tokens", { method: "HEAD" });
    expect((await browser.open("/settings/sessions")).text).not.toContain("ghp_");
    expect((await (await flows.signedIn()).open("/settings/tokens")).text).not.toContain("ghp_");
    expect(shownToken((await browser.open("/settings/tokens")).text)).toBeDefined();
  });

  test("until it is shown, it is in the store encrypted", async () => {
    await generate({});
    const [session] = await flows.domain.store.listSessions(flows.domain.octocat.id, flows.domain.now());
    const flash = session?.flash ?? "";
    expect(flash).toMatch(/^[A-Za-z0-9+/=]{60,}$/);
    expect(Buffer.from(flash, "base64").toString("latin1")).not.toContain("ghp_");
  });

  test("a token expires as chosen, and the list says when", async () => {
    const choices = [
      [{ expiration: "7" }, "2026-01-09T03:04:00.000Z"],
      [{ expiration: "none" }, undefined],
      [{ expiration: "custom", custom_expires_at: "2026-01-02" }, "2026-01-02T23:59:59.000Z"],
    ] as const;
    const made = [];
    for (const [fields, expected] of choices) {
      expect((await generate({ ...fields, note: `${expected}` })).status).toBe(303);
      made.push({ token: shownToken((await browser.open("/settings/tokens")).text), expected });
    }
    const found = (await tokens()).map(({ expiresAt }) => expiresAt?.toISOString());
    expect(found).toEqual(choices.map(([, expected]) => expected));
    flows.domain.move(7 * 24 * 3600);
    for (const { token, expected } of made) expect(await flows.use(token)).toBe(expected === undefined ? 200 : 401);
    const { text } = await (await flows.signedIn()).open("/settings/tokens");
    expect(text.match(/does not expire|expired <time/g)).toEqual(["expired <time", "does not expire", "expired <time"]);
  });

  test("a form that is not right is shown again, with what was chosen, and makes no token", async () => {
    await create(flows.domain, flows.domain.octocat, { note: "taken" });
    const cases = [
      [{ note: "" }, "Say in a note what the token is for."],
      [{ note: " " }, "Say in a note what the token is for."],
      [{ note: "taken" }, "You have a token with this note. Choose another note."],
      [{ note: "n".repeat(256) }, "A note has at most 255 characters."],
      [{ expiration: "custom", custom_expires_at: "2026-01-01" }, "Choose a day in the future."],
      [{ expiration: "custom", custom_expires_at: "2026-99-99" }, "Choose a day in the future."],
      [{ expiration: "custom" }, "Choose a day in the future."],
      [{ expiration: "36500" }, "Choose a day in the future."],
    ] as const;
    for (const [fields, problem] of cases) {
      const { status, text } = await generate({ ...fields, "scopes[gist]": "1" });
      expect([status, text.includes(problem)], problem).toEqual([422, true]);
      expect(text).toMatch(/id="scope-gist"[^>]* checked/);
    }
    expect(await tokens()).toHaveLength(1);
  });

  test("the scopes are a tree, each once, with those that another one includes below it", async () => {
    const { text } = await browser.open("/settings/tokens/new");
    const names = [...text.matchAll(/name="scopes\[([^\]]+)\]"/g)].map(([, scope]) => scope);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toHaveLength(42);
    const branch = /id="scope-admin-org"(.*?)id="scope-admin-public_key"/s.exec(text)?.[1] ?? "";
    expect(branch).toMatch(/<ul><li>.*scope-write-org.*<ul><li>.*scope-read-org/s);
  });

  test("a token gets a new value: the old one is invalid at once, scopes and note stay", async () => {
    const made = await create(flows.domain, flows.domain.octocat, { note: "old", scopes: ["gist"] });
    const path = `/settings/tokens/${made.authorization.id}`;
    await browser.open(`${path}/regenerate`);
    const form = await browser.submit("expiration", { expiration: "custom", custom_expires_at: "2020-01-01" });
    expect([form.status, await flows.use(made.token)]).toEqual([422, 200]);
    expect((await browser.submit("expiration", { expiration: "90" })).location).toBe("/settings/tokens");
    const token = shownToken((await browser.open("/settings/tokens")).text);
    expect([await flows.use(made.token), await flows.use(token)]).toEqual([401, 200]);
    expect(await tokens()).toMatchObject([
      { note: "old", scopes: ["gist"], expiresAt: new Date(+flows.domain.now() + 90 * dayMs) },
    ]);
  });

  test("a token is deleted, and works no longer", async () => {
    const made = await create(flows.domain, flows.domain.octocat, { note: "old" });
    const { forms } = await browser.open(`/settings/tokens/${made.authorization.id}`);
    const form = forms.find(({ action }) => action.endsWith("/delete"));
    expect((await browser.post(form?.action ?? "", form?.fields ?? {})).location).toBe("/settings/tokens");
    expect(await flows.use(made.token)).toBe(401);
    expect((await browser.post(form?.action ?? "", form?.fields ?? {})).status).toBe(404);
  });

  test("a token of another user, and one of an application, are not found", async () => {
    const { access_token: token } = await flows.exchange(await flows.code(browser, { scope: "repo" }));
    const [ofApplication] = await tokens();
    const { authorization } = await create(flows.domain, flows.domain.hubot, { note: "hubot's" });
    for (const id of [ofApplication?.id, authorization.id]) {
      expect((await browser.get(`/settings/tokens/${id}`)).status).toBe(404);
      expect((await browser.get(`/settings/tokens/${id}/regenerate`)).status).toBe(404);
    }
    expect((await browser.open("/settings/tokens")).text).toContain("You have no personal access token.");
    expect(await flows.use(token)).toBe(200);
  });

  test("thirty are on a page, the newest first, with a link to the older ones", async () => {
    for (let index = 1; index <= 31; index += 1) {
      await create(flows.domain, flows.domain.octocat, {
        note: `token-${index}.`,
        fingerprint: index === 5 ? "f" : "",
      });
    }
    const notes = (text: string) => [...text.matchAll(/>(token-\d+)\.</g)].map(([, note]) => note);
    const { text } = await browser.open("/settings/tokens");
    expect(notes(text)).toEqual(Array.from({ length: 30 }, (_, index) => `token-${31 - index}`));
    const [, older = ""] = /<a href="([^"]+)">Older tokens/.exec(text) ?? [];
    expect(notes((await browser.open(older)).text)).toEqual(["token-1"]);
  });
});
