import { describeFlows } from "@grantbook/test-kit/describe-flows";
import { webApp } from "@grantbook/test-kit/flow-fixture";
import type { BrowserResponse, TestBrowser } from "@grantbook/test-kit/test-browser";
import { beforeEach, expect, test } from "vitest";

const fields = {
  "oauth_application[name]": "My app",
  "oauth_application[url]": "https://mine.example/",
  "oauth_application[callback_url]": "https://mine.example/callback",
};

describeFlows((flows) => {
  let browser: TestBrowser;
  beforeEach(async () => {
    browser = await flows.signedIn();
  });

  const shown = ({ text }: BrowserResponse) => /<code id="new-secret">([0-9a-f]{40})<\/code>/.exec(text)?.[1] ?? "";
  const clientIdOf = ({ text }: BrowserResponse) => /<code id="client-id">([^<]+)</.exec(text)?.[1] ?? "";
  const submitTo = (end: string) => {
    const form = browser.page?.forms.find(({ action }) => action.endsWith(end));
    if (!form) throw new Error(`There is no form to ${end}.`);
    return browser.post(form.action, form.fields);
  };
  const register = async (changes: Record<string, string> = {}) => {
    await browser.open("/settings/applications/new");
    return browser.submit("oauth_application[name]", { ...fields, ...changes });
  };
  /** Registers an application and opens its page. */
  const registered = async (changes: Record<string, string> = {}) => {
    const { location } = await register(changes);
    const page = await browser.open(location);
    return { path: location, page, clientId: clientIdOf(page), secret: shown(page) };
  };
  /** Status of a check of a token. */
  const check = async (clientId: string, secret: string, token: unknown) => {
    const headers = { authorization: `Basic ${btoa(`${clientId}:${secret}`)}` };
    const init = { method: "POST", headers, body: JSON.stringify({ access_token: token }) };
    return (await browser.get(`/api/v3/applications/${clientId}/token`, init)).status;
  };
  const tokenOf = async (clientId: string, secret: string) => {
    const code = await flows.code(browser, { client_id: clientId, scope: "gist" });
    return (await flows.exchange(code, { client_id: clientId, client_secret: secret })).access_token;
  };

  test("an application is registered, shows its secret once, and signs users in", async () => {
    const { path, page, clientId, secret } = await registered({
      "oauth_application[device_flow_enabled]": "1",
      "oauth_application[expire_user_tokens]": "1",
    });
    expect(path).toMatch(/^\/settings\/applications\/\d+$/);
    expect(page.headers.get("content-security-policy")).toContain("script-src 'sha256-");
    expect(secret).toHaveLength(40);
    expect((await browser.open(path)).text).not.toContain(secret);
    expect(browser.page?.text).toContain(`<code>…${secret.slice(-8)}</code>`);
    expect(await flows.domain.store.registeredApplication(clientId)).toMatchObject({
      name: "My app",
      type: "oauth",
      callbackUrls: ["https://mine.example/callback"],
      deviceFlow: true,
      expireUserTokens: true,
      consent: "ask",
      ownerLogin: "octocat",
    });
    const token = await tokenOf(clientId, secret);
    expect(await check(clientId, secret, token)).toBe(200);
    expect((await browser.open("/settings/developers")).text).toContain(">My app</a>");
  });

  test("what is wrong with the form is said, and nothing is stored", async () => {
    const url = "oauth_application[callback_url]";
    const cases = [
      [{ "oauth_application[name]": "" }, "The name must not be empty."],
      [{ "oauth_application[url]": "javascript:alert(1)" }, "The homepage URL must be an http or https address."],
      [{ [url]: "" }, "The callback URL is missing."],
      [{ [url]: "javascript:alert(1)" }, "Callback URL 1 must be an http or https address"],
      [
        { [url]: "https://a.example\nci", "oauth_application[type]": "github" },
        "Callback URL 2 must be an http or https address",
      ],
      [{ [url]: "https://a.example https://b.example" }, "An OAuth application has one callback URL."],
      [
        { [url]: "https://a.example/\n".repeat(11), "oauth_application[type]": "github" },
        "The callback URLs must have at most 10 items.",
      ],
    ] as const;
    for (const [changes, problem] of cases) {
      const { status, text } = await register(changes);
      expect([status, text.includes(problem)], problem).toEqual([422, true]);
    }
    expect(await flows.domain.store.listOwnedApplications(flows.domain.octocat.id)).toEqual([]);
  });

  test("a GitHub App may have several callback URLs, and its owner changes its properties, but not its type", async () => {
    const urls = "https://a.example/\nhttps://b.example/";
    const app = { "oauth_application[type]": "github", "oauth_application[callback_url]": urls };
    const { path, clientId } = await registered(app);
    expect(browser.page?.text).toContain(`${urls}</textarea>`);
    const changed = { ...fields, "oauth_application[name]": "Renamed", "oauth_application[type]": "oauth" };
    const response = await browser.submit("oauth_application[name]", changed);
    expect([response.status, response.location]).toEqual([303, path]);
    expect(await flows.domain.store.registeredApplication(clientId)).toMatchObject({
      name: "Renamed",
      type: "github",
      callbackUrls: ["https://mine.example/callback"],
      deviceFlow: false,
    });
    await browser.open(path);
    expect((await browser.submit("oauth_application[name]", { "oauth_application[url]": "x" })).status).toBe(422);
  });

  test("several secrets work side by side, each with its last use, until one is deleted; the last one stays", async () => {
    const { path, clientId, secret } = await registered();
    const token = await tokenOf(clientId, secret);
    await browser.open(path);
    const { location } = await submitTo(`${path}/secrets`);
    const second = shown(await browser.open(location));
    expect(second).not.toBe(secret);
    expect([await check(clientId, secret, token), await check(clientId, second, token)]).toEqual([200, 200]);
    flows.domain.move(3600);
    expect(await check(clientId, second, token)).toBe(200);
    const application = await flows.domain.store.application(clientId);
    const uses = await flows.domain.store.listClientSecrets(application?.id ?? 0);
    expect(uses.map(({ lastEight, lastUsedAt }) => [lastEight, lastUsedAt?.toISOString()])).toEqual([
      [second.slice(-8), "2026-01-02T04:04:00.000Z"],
      [secret.slice(-8), "2026-01-02T03:04:00.000Z"],
    ]);
    await browser.open(path);
    expect(browser.page?.text.match(/last used <time/g)).toHaveLength(2);
    await submitTo(`/secrets/${uses[1]?.id}/delete`);
    expect([await check(clientId, secret, token), await check(clientId, second, token)]).toEqual([401, 200]);
    await browser.open(path);
    const refused = await submitTo(`/secrets/${uses[0]?.id}/delete`);
    expect([refused.status, refused.text.includes("An application needs a client secret.")]).toEqual([422, true]);
    for (let count = 1; count < 10; count += 1) {
      await browser.open(path);
      expect((await submitTo(`${path}/secrets`)).status).toBe(303);
    }
    await browser.open(path);
    expect((await submitTo(`${path}/secrets`)).text).toContain("The application has 10 client secrets.");
  });

  test("all user tokens are revoked at once, with the codes that were about to be exchanged; the grants stay", async () => {
    const { path, clientId, secret } = await registered();
    const token = await tokenOf(clientId, secret);
    const code = await flows.code(browser, { client_id: clientId, scope: "gist" });
    const other = await flows.exchange(await flows.code(browser, { scope: "gist" }));
    await browser.open(path);
    expect((await submitTo("/revoke-user-tokens")).location).toBe(path);
    expect([await flows.use(token), await flows.use(other.access_token)]).toEqual([401, 200]);
    const exchanged = await flows.exchange(code, { client_id: clientId, client_secret: secret });
    expect(exchanged).toMatchObject({ error: "bad_verification_code" });
    expect((await browser.open(flows.authorizePath({ client_id: clientId, scope: "gist" }))).location).toContain(
      "?code=",
    );
  });

  test("an application is deleted with its tokens and grants", async () => {
    const { path, clientId, secret } = await registered();
    const token = await tokenOf(clientId, secret);
    await browser.open(path);
    expect((await submitTo(`${path}/delete`)).location).toBe("/settings/developers");
    expect(await flows.use(token)).toBe(401);
    expect(await flows.domain.store.application(clientId)).toBeUndefined();
    expect((await browser.get(path)).status).toBe(404);
  });

  test("an application of another user is not found, by any of its pages and forms", async () => {
    const { path, clientId, secret } = await registered();
    const { store } = flows.domain;
    const [ownSecret] = await store.listClientSecrets(Number(path.split("/").at(-1)));
    const forms = [...(browser.page?.forms ?? [])].filter(({ action }) => action.startsWith(path));
    expect(forms).toHaveLength(5);
    // Hubot's own forms have other tokens: what hubot sends is right but for the owner.
    const ofHubot = await store.registeredApplication(webApp.clientId);
    const hubot = await flows.signedIn("hubot");
    expect((await hubot.get(path)).status).toBe(404);
    await hubot.open(`/settings/applications/${ofHubot?.id}`);
    expect((await browser.get(`/settings/applications/${ofHubot?.id}`)).status).toBe(404);
    const { createFormToken } = await import("../form-token.js");
    const session = String(hubot.cookies.get("__Host-user_session"));
    for (const { action, fields: values } of forms) {
      const token = createFormToken(session, action);
      expect([action, (await hubot.post(action, { ...values, authenticity_token: token })).status]).toEqual([
        action,
        404,
      ]);
    }
    // Nor is a secret of another application, below one's own.
    const foreign = `/settings/applications/${ofHubot?.id}/secrets/${ownSecret?.id}/delete`;
    const token = createFormToken(session, foreign);
    expect((await hubot.post(foreign, { authenticity_token: token })).status).toBe(404);
    expect(await tokenOf(clientId, secret)).toMatch(/^gho_/);
  });

  test("a user has a hundred applications at most", async () => {
    const { store, octocat, now } = flows.domain;
    await store.transaction(async (queries) => {
      for (let index = 0; index < 100; index += 1) {
        await queries.insertApplication({
          clientId: `many-${index}`,
          secretHash: "0",
          name: `Many ${index}`,
          url: "https://a.example",
          type: "oauth",
          expireUserTokens: false,
          createdAt: now(),
          ownerId: octocat.id,
        });
      }
    });
    const { status, text } = await register();
    expect([status, text.includes("You have 100 applications. Delete one first.")]).toEqual([422, true]);
  });
});
