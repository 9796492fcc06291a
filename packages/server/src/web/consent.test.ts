import { describeFlows } from "@grantbook/test-kit/describe-flows";
import { gitHubApp, webApp } from "@grantbook/test-kit/flow-fixture";
import { describe, expect, test } from "vitest";
import type { ConsentRule } from "../oauth/model.js";

const page = { page: 1, perPage: 30 };

describeFlows((flows) => {
  describe("consent", () => {
    test("is not asked again for what was granted, and is for more, which it marks", async () => {
      const browser = await flows.signedIn();
      await flows.code(browser, { scope: "repo,gist" });
      for (const scope of ["repo", "gist repo", "public_repo"]) {
        expect((await browser.open(flows.authorizePath({ scope }))).location).toContain("?code=");
      }
      const more = await browser.open(flows.authorizePath({ scope: "repo user" }));
      expect(more.text).toContain("It has access already, and asks for more:");
      expect(more.text).toContain('<code>user</code> <span class="new">new</span>');
      expect(more.text).not.toContain('<code>repo</code> <span class="new">');
    });

    test("to a request without scopes gives all that were granted, and asks when nothing was", async () => {
      const browser = await flows.signedIn();
      expect((await browser.open(flows.authorizePath())).text).toContain("It gets your public data only.");
      await flows.code(browser, { scope: "repo" });
      await flows.code(browser, { scope: "gist" });
      const { scope } = await flows.exchange(await flows.code(browser));
      expect(scope).toBe("repo,gist");
    });

    test("is asked again once the grant was deleted by the API", async () => {
      const browser = await flows.signedIn();
      const { access_token: token } = await flows.exchange(await flows.code(browser, { scope: "repo" }));
      const basic = { authorization: `Basic ${btoa(`${webApp.clientId}:${webApp.clientSecret}`)}` };
      const body = JSON.stringify({ access_token: token });
      const path = `/api/v3/applications/${webApp.clientId}/grant`;
      expect((await browser.get(path, { method: "DELETE", headers: basic, body })).status).toBe(204);
      expect((await browser.open(flows.authorizePath({ scope: "repo" }))).forms).not.toEqual([]);
      expect(await flows.use(token)).toBe(401);
    });

    test("is refused by the user: the application gets GitHub's error, and nothing is granted", async () => {
      const browser = await flows.signedIn();
      await browser.open(flows.authorizePath({ scope: "repo", state: "xyz" }));
      const { status, location } = await browser.submit("authorize", { authorize: "0" });
      expect(status).toBe(303);
      expect([...new URL(location).searchParams]).toEqual([
        ["error", "access_denied"],
        ["error_description", "The user has denied your application access."],
        [
          "error_uri",
          "https://docs.github.com/enterprise-server@3.20/apps/managing-oauth-apps/troubleshooting-authorization-request-errors/#access-denied",
        ],
        ["state", "xyz"],
      ]);
      expect((await flows.domain.store.listGrants(flows.domain.octocat.id, page, null)).items).toEqual([]);
    });

    test("of a rule in the seed needs no page", async () => {
      const { store } = flows.domain;
      const browser = await flows.signedIn();
      const withRule = (consent: ConsentRule, clientId: string) =>
        store.insertApplication({
          clientId,
          secretHash: "0",
          name: consent,
          url: "https://a.example",
          type: "oauth",
          expireUserTokens: false,
          createdAt: new Date(0),
          callbackUrls: [webApp.callback],
          consent,
        });
      await withRule("always", "always");
      await withRule("never", "never");
      expect((await browser.open(flows.authorizePath({ client_id: "always", scope: "repo" }))).location).toContain(
        "?code=",
      );
      expect((await browser.open(flows.authorizePath({ client_id: "never" }))).location).toContain(
        "?error=access_denied&",
      );
    });

    test("to a GitHub App names no scopes, and grants none", async () => {
      const browser = await flows.signedIn();
      const { text } = await browser.open(flows.authorizePath({ client_id: gitHubApp.clientId, scope: "repo" }));
      expect(text).toContain("Act on your behalf");
      expect(text).not.toContain("repositories");
    });

    test("is asked every time for a program on the user's device", async () => {
      const native = {
        clientId: "native",
        secretHash: "0",
        name: "Native",
        url: "https://a.example",
        type: "oauth",
        expireUserTokens: false,
        createdAt: new Date(0),
        callbackUrls: ["native-app:/callback"],
      } as const;
      await flows.domain.store.insertApplication(native);
      const browser = await flows.signedIn();
      for (let count = 0; count < 2; count += 1) {
        const { text } = await browser.open(flows.authorizePath({ client_id: "native" }));
        expect(text).toContain("<code>native-app:</code>");
        expect((await browser.submit("authorize", { authorize: "1" })).location).toMatch(
          /^native-app:\/callback\?code=/,
        );
      }
    });
  });
});
