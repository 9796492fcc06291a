import { describeFlows } from "@grantbook/test-kit/describe-flows";
import { gitHubApp, webApp } from "@grantbook/test-kit/flow-fixture";
import type { TestBrowser } from "@grantbook/test-kit/test-browser";
import { beforeEach, expect, test } from "vitest";

const path = "/login/oauth/access_token";
const client = { client_id: gitHubApp.clientId, client_secret: gitHubApp.clientSecret };
const bad = {
  status: 200,
  error: "bad_refresh_token",
  error_description: "The refresh token passed is incorrect or expired.",
};

describeFlows((flows) => {
  let browser: TestBrowser;
  beforeEach(async () => {
    browser = await flows.signedIn();
  });

  const first = async () => flows.exchange(await flows.code(browser, { client_id: client.client_id }), client);
  const refresh = (token: unknown, parameters: Readonly<Record<string, string>> = {}) =>
    flows.post(path, { ...client, grant_type: "refresh_token", refresh_token: String(token), ...parameters });

  test("a token of a GitHub App expires after eight hours, and comes with a refresh token", async () => {
    const response = await first();
    expect(response).toEqual({
      status: 200,
      access_token: expect.stringMatching(/^ghu_[0-9A-Za-z]{36}$/),
      expires_in: 28_800,
      refresh_token: expect.stringMatching(/^ghr_[0-9A-Za-z]{76}$/),
      refresh_token_expires_in: 15_897_600,
      scope: "",
      token_type: "bearer",
    });
    expect(Object.keys(response).filter((name) => name !== "status")).toEqual([
      "access_token",
      "expires_in",
      "refresh_token",
      "refresh_token_expires_in",
      "scope",
      "token_type",
    ]);
    flows.domain.move(28_799);
    expect(await flows.use(response.access_token)).toBe(200);
    flows.domain.move(1);
    expect(await flows.use(response.access_token)).toBe(401);
  });

  test("the refresh token is exchanged once, for new ones; both old ones stop working at once", async () => {
    const old = await first();
    const renewed = await refresh(old.refresh_token, { scope: "repo" });
    expect(renewed).toMatchObject({ status: 200, expires_in: 28_800, scope: "" });
    expect([renewed.access_token, renewed.refresh_token]).not.toContain(old.access_token);
    expect(await flows.use(old.access_token)).toBe(401);
    expect(await flows.use(renewed.access_token)).toBe(200);
    expect(await refresh(old.refresh_token)).toMatchObject(bad);
    expect(await flows.use(renewed.access_token)).toBe(200);
    expect(await refresh(renewed.refresh_token)).toHaveProperty("access_token");
  });

  test("of many exchanges at once one succeeds", async () => {
    const { refresh_token: token } = await first();
    const responses = await Promise.all(Array.from({ length: 5 }, () => refresh(token)));
    expect(responses.filter(({ access_token: made }) => made)).toHaveLength(1);
  });

  test("it is valid for six months since the last exchange, also when the token has expired", async () => {
    const { refresh_token: token } = await first();
    flows.domain.move(15_897_599);
    const renewed = await refresh(token);
    expect(renewed).toHaveProperty("access_token");
    flows.domain.move(15_897_600);
    expect(await refresh(renewed.refresh_token)).toMatchObject(bad);
  });

  test("it needs the application's secret, and is worthless for another application", async () => {
    const { refresh_token: token } = await first();
    const wrong = { error: "incorrect_client_credentials" };
    expect(await refresh(token, { client_secret: "" })).toMatchObject(wrong);
    expect(await refresh(token, { client_secret: "wrong" })).toMatchObject(wrong);
    expect(await refresh(token, { client_id: webApp.clientId })).toMatchObject(bad);
    expect(await refresh(token)).toHaveProperty("access_token");
  });

  test("an access token is no refresh token, and a refresh token is no access token", async () => {
    const { access_token: access, refresh_token: token } = await first();
    expect(await refresh(access)).toMatchObject(bad);
    expect(await flows.use(token)).toBe(401);
  });

  test("it ends with the token, however that ends, and with the user's suspension", async () => {
    const { store, octocat, now } = flows.domain;
    const revoked = await first();
    const basic = { authorization: `Basic ${btoa(`${client.client_id}:${client.client_secret}`)}` };
    const body = JSON.stringify({ access_token: revoked.access_token });
    const target = `/api/v3/applications/${client.client_id}/token`;
    expect((await browser.get(target, { method: "DELETE", headers: basic, body })).status).toBe(204);
    expect(await refresh(revoked.refresh_token)).toMatchObject(bad);
    const suspended = await first();
    await store.setSuspended(octocat.id, now());
    expect(await refresh(suspended.refresh_token)).toMatchObject(bad);
    await store.setSuspended(octocat.id, null);
    const [grant] = (await store.listGrants(octocat.id, { page: 1, perPage: 30 }, null)).items;
    const user = { authorization: `Basic ${btoa("octocat:correct horse")}` };
    const grants = `/api/v3/applications/grants/${grant?.id}`;
    expect((await browser.get(grants, { method: "DELETE", headers: user })).status).toBe(204);
    expect(await refresh(suspended.refresh_token)).toMatchObject(bad);
  });

  test("a replayed code revokes the refresh token, too", async () => {
    const code = await flows.code(browser, { client_id: client.client_id });
    const { refresh_token: token } = await flows.exchange(code, client);
    await flows.exchange(code, client);
    expect(await refresh(token)).toMatchObject(bad);
  });
});
