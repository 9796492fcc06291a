import { describeFlows } from "@grantbook/test-kit/describe-flows";
import { gitHubApp, site, webApp } from "@grantbook/test-kit/flow-fixture";
import {
  checkToken,
  createDeviceCode,
  deleteAuthorization,
  deleteToken,
  exchangeDeviceCode,
  exchangeWebFlowCode,
  getWebFlowAuthorizationUrl,
  refreshToken,
  resetToken,
} from "@octokit/oauth-methods";
import { request as octokitRequest } from "@octokit/request";
import { expect, test } from "vitest";

// GitHub's own client for OAuth, unmodified.

const oauthApp = { clientType: "oauth-app" as const, clientId: webApp.clientId };
const withSecret = { ...oauthApp, clientSecret: webApp.clientSecret };
const expiringApp = {
  clientType: "github-app" as const,
  clientId: gitHubApp.clientId,
  clientSecret: gitHubApp.clientSecret,
};

describeFlows((flows) => {
  const browser = () => flows.browser();
  const request = octokitRequest.defaults({
    baseUrl: `${site}/api/v3`,
    request: { fetch: (url: string, init: RequestInit) => flows.fetch(new Request(url, init)) },
  });

  test("a token of the web application flow is exchanged, checked, reset and deleted", async () => {
    const { url, scopes } = getWebFlowAuthorizationUrl({
      ...oauthApp,
      scopes: ["repo", "gist"],
      state: "abc",
      request,
    });
    expect(url).toMatch(/^https:\/\/ghe\.example\/login\/oauth\/authorize\?/);
    expect(scopes).toEqual(["repo", "gist"]);
    const page = await flows.signedIn();
    await page.open(url);
    const { location } = await page.submit("authorize", { authorize: "1" });
    const { code = "", state } = Object.fromEntries(new URL(location).searchParams);
    expect(state).toBe("abc");
    const { authentication } = await exchangeWebFlowCode({ ...withSecret, code, request });
    // It splits at blanks, although GitHub joins with commas: with two scopes this is its own well-known result.
    expect(authentication).toEqual({
      ...withSecret,
      token: expect.stringMatching(/^gho_/),
      scopes: ["repo,gist"],
    });
    const { token } = authentication;
    const { data } = await checkToken({ ...withSecret, token, request });
    expect(data).toMatchObject({ user: { login: "octocat" }, scopes: ["repo", "gist"] });
    const { authentication: reset } = await resetToken({ ...withSecret, token, request });
    expect(await flows.use(token)).toBe(401);
    expect((await deleteToken({ ...withSecret, token: reset.token, request })).status).toBe(204);
    expect(await flows.use(reset.token)).toBe(401);
    await expect(exchangeWebFlowCode({ ...withSecret, code, request })).rejects.toThrow(
      "The code passed is incorrect or expired. (bad_verification_code, https://docs.github.com/enterprise-server@3.20/",
    );
  });

  test("a token that expires has its times, is refreshed, and goes with the grant", async () => {
    const code = await flows.code(await flows.signedIn(), { client_id: expiringApp.clientId });
    const { authentication } = await exchangeWebFlowCode({ ...expiringApp, code, request });
    expect(authentication).toMatchObject({
      token: expect.stringMatching(/^ghu_/),
      expiresAt: new Date(+flows.domain.now() + 8 * 3_600_000).toISOString(),
      refreshTokenExpiresAt: new Date(+flows.domain.now() + 15_897_600_000).toISOString(),
    });
    if (!("refreshToken" in authentication)) throw new Error("There is no refresh token.");
    const renewed = await refreshToken({ ...expiringApp, refreshToken: authentication.refreshToken, request });
    const { token } = renewed.authentication;
    expect(await flows.use(token)).toBe(200);
    expect((await deleteAuthorization({ ...expiringApp, token, request })).status).toBe(204);
    expect(await flows.use(token)).toBe(401);
  });

  test("a device waits, and gets its token", async () => {
    const { data } = await createDeviceCode({ ...oauthApp, scopes: ["repo"], request });
    const wait = () => exchangeDeviceCode({ ...oauthApp, code: data.device_code, request });
    await expect(wait()).rejects.toMatchObject({ response: { data: { error: "authorization_pending" } } });
    const page = browser();
    await page.open("/login/device");
    await page.follow(await page.submit("login", { login: "octocat", password: "correct horse" }));
    await page.follow(await page.submit("user_code", { user_code: data.user_code }));
    await page.submit("authorize", { authorize: "1" });
    await expect(wait()).rejects.toMatchObject({ response: { data: { error: "slow_down", interval: 10 } } });
    flows.domain.move(data.interval);
    const { authentication } = await wait();
    expect(authentication).toMatchObject({ scopes: ["repo"], token: expect.stringMatching(/^gho_/) });
    expect(await flows.use(authentication.token)).toBe(200);
  });
});
