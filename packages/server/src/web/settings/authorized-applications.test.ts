import { describeFlows } from "@grantbook/test-kit/describe-flows";
import { gitHubApp, webApp } from "@grantbook/test-kit/flow-fixture";
import type { TestBrowser } from "@grantbook/test-kit/test-browser";
import { beforeEach, expect, test } from "vitest";
import { create } from "../../domain/authorizations.js";

const accessPath = `/settings/connections/applications/${webApp.clientId}`;

describeFlows((flows) => {
  let browser: TestBrowser;
  beforeEach(async () => {
    browser = await flows.signedIn();
  });

  const grants = async (login: "octocat" | "hubot") => {
    const found = await flows.domain.store.listGrants(flows.domain[login].id, { page: 1, perPage: 100 }, null);
    return found.items.map(({ application }) => application.clientId);
  };
  const tokenOf = async (from: TestBrowser, clientId = webApp.clientId, scope = "repo") => {
    const code = await flows.code(from, { client_id: clientId, scope });
    return (await flows.exchange(code, { client_id: clientId })).access_token;
  };

  test("the address that the API names shows the access of one application in words, and revokes it", async () => {
    const api = JSON.parse((await browser.get("/api/v3/")).text) as Record<string, string>;
    const named = api.current_user_authorizations_html_url?.replace("{/client_id}", `/${webApp.clientId}`);
    const token = await tokenOf(browser);
    const { text } = await browser.open(String(named));
    expect(text).toContain("Read and write all repositories, public and private <code>repo</code>");
    expect(text).toContain("<strong>Web app</strong> by hubot");
    expect(text).toContain('<time datetime="2026-01-02T03:04:00.000Z">2026-01-02</time>');
    const { forms } = browser.page ?? { forms: [] };
    const revoke = forms.find(({ action }) => action === `${accessPath}/revoke`);
    const response = await browser.post(revoke?.action ?? "", revoke?.fields ?? {});
    expect([response.status, response.location]).toEqual([303, "/settings/applications"]);
    expect(await flows.use(token)).toBe(401);
    expect(await grants("octocat")).toEqual([]);
    expect((await browser.get(accessPath)).status).toBe(404);
    expect((await browser.open(flows.authorizePath({ scope: "repo" }))).text).toContain("Authorize hubot");
  });

  test("a GitHub App has no scopes, and an application without scopes reads public data", async () => {
    await tokenOf(browser, gitHubApp.clientId);
    await tokenOf(browser, webApp.clientId, "");
    const gitHub = await browser.open(`/settings/connections/applications/${gitHubApp.clientId}`);
    expect(gitHub.text).toContain("act on your behalf");
    expect((await browser.open(accessPath)).text).toContain("Read your public data only.");
  });

  test("an application that the user gave no access is not found, also when another user did", async () => {
    await tokenOf(await flows.signedIn("hubot"));
    expect((await browser.get(accessPath)).status).toBe(404);
    expect((await browser.get("/settings/connections/applications/unknown")).status).toBe(404);
    expect((await browser.open("/settings/applications")).text).toContain("No application has access to your account.");
  });

  test("all are listed, and revoked at once: their tokens end, and those of other users and personal ones stay", async () => {
    const hubot = await flows.signedIn("hubot");
    const others = await tokenOf(hubot);
    const tokens = [await tokenOf(browser), await tokenOf(browser, gitHubApp.clientId)];
    const personal = await create(flows.domain, flows.domain.octocat, { note: "mine", scopes: ["user"] });
    const { text } = await browser.open("/settings/applications");
    for (const name of ["Web app", "Reviewer"]) expect(text).toContain(`>${name}</a>`);
    const form = browser.page?.forms.find(({ action }) => action === "/settings/applications/revoke-all");
    expect((await browser.post(form?.action ?? "", form?.fields ?? {})).location).toBe("/settings/applications");
    for (const token of tokens) expect(await flows.use(token)).toBe(401);
    for (const token of [others, personal.token]) expect(await flows.use(token)).toBe(200);
    expect([await grants("octocat"), await grants("hubot")]).toEqual([[], [webApp.clientId]]);
    const { items } = await flows.domain.store.listAuthorizations(
      flows.domain.octocat.id,
      { page: 1, perPage: 100 },
      null,
    );
    expect(items.map(({ note }) => note)).toEqual(["mine"]);
  });

  test("thirty are on a page, with links to the others", async () => {
    const { store, octocat, now } = flows.domain;
    await store.transaction(async (queries) => {
      for (let index = 1; index <= 31; index += 1) {
        const application = await queries.insertApplication({
          clientId: `many-${index}`,
          secretHash: "0",
          name: `Many ${index}`,
          url: "https://a.example",
          type: "oauth",
          expireUserTokens: false,
          createdAt: now(),
        });
        await queries.ensureGrant(octocat.id, application?.id ?? 0, now());
      }
    });
    const first = await browser.open("/settings/applications");
    expect(first.text).toContain('href="/settings/applications?page=2">Next');
    expect(first.text).not.toContain("Many 31");
    const second = await browser.open("/settings/applications?page=2");
    expect(second.text).toContain("Many 31");
    expect(second.text).toContain('href="/settings/applications?page=1">Previous');
    expect(second.text).not.toContain("Next");
  });
});
