import { describeFlows } from "@grantbook/test-kit/describe-flows";
import { gitHubApp, site, webApp } from "@grantbook/test-kit/flow-fixture";
import { expect, test, vi } from "vitest";
import type { OAuthExtension } from "../oauth/extensions.js";

const client = { client_id: webApp.clientId, client_secret: webApp.clientSecret };
const metadata = "/.well-known/oauth-authorization-server/login/oauth";

describeFlows((flows) => {
  /** Browser of octocat at a server with extensions. */
  const signedIn = async (...oauthExtensions: OAuthExtension[]) => {
    const browser = flows.browser({ oauthExtensions });
    await browser.open("/login");
    await browser.submit("login", { login: "octocat", password: "correct horse" });
    return browser;
  };
  const post = async (extension: OAuthExtension, path: string, fields: Readonly<Record<string, string>>) => {
    const browser = flows.browser({ oauthExtensions: [extension] });
    const { status, text } = await browser.post(path, fields);
    return { status, ...(JSON.parse(text) as Record<string, unknown>) };
  };

  test("all of them are off by default", async () => {
    const browser = await flows.signedIn();
    expect((await browser.get(metadata)).status).toBe(404);
    for (const path of ["/login/oauth/revoke", "/login/oauth/introspect"]) {
      expect((await browser.post(path, client)).status).toBe(404);
    }
    await browser.open(flows.authorizePath());
    expect((await browser.submit("authorize", { authorize: "1" })).location).not.toContain("iss=");
  });

  test("metadata names the endpoints below the issuer, and only what is switched on (RFC 8414)", async () => {
    const plain = JSON.parse((await flows.browser({ oauthExtensions: ["metadata"] }).get(metadata)).text);
    expect(plain).toEqual({
      issuer: `${site}/login/oauth`,
      authorization_endpoint: `${site}/login/oauth/authorize`,
      token_endpoint: `${site}/login/oauth/access_token`,
      device_authorization_endpoint: `${site}/login/device/code`,
      response_types_supported: ["code"],
      grant_types_supported: ["authorization_code", "refresh_token", "urn:ietf:params:oauth:grant-type:device_code"],
      token_endpoint_auth_methods_supported: ["client_secret_basic", "client_secret_post"],
      code_challenge_methods_supported: ["S256"],
    });
    const oauthExtensions: OAuthExtension[] = ["metadata", "iss", "revocation", "introspection"];
    expect(JSON.parse((await flows.browser({ oauthExtensions }).get(metadata)).text)).toMatchObject({
      authorization_response_iss_parameter_supported: true,
      revocation_endpoint: `${site}/login/oauth/revoke`,
      introspection_endpoint: `${site}/login/oauth/introspect`,
    });
  });

  test("the issuer comes last in a redirect, with a code and with an error (RFC 9207)", async () => {
    const browser = await signedIn("iss");
    await browser.open(flows.authorizePath({ state: "s" }));
    const { location } = await browser.submit("authorize", { authorize: "1" });
    expect(location).toMatch(/&state=s&iss=https%3A%2F%2Fghe\.example%2Flogin%2Foauth$/);
    await browser.open(flows.authorizePath({ scope: "repo" }));
    const denied = await browser.submit("authorize", { authorize: "0" });
    expect(new URL(denied.location).searchParams.get("iss")).toBe(`${site}/login/oauth`);
  });

  test("a redirect URI that does not match can go to the registered one, in the order of GitHub's documentation", async () => {
    const browser = flows.browser({ oauthExtensions: ["redirect-mismatch"] });
    const { location } = await browser.get(flows.authorizePath({ redirect_uri: "https://evil.example/", state: "s" }));
    expect(location).toMatch(
      /^https:\/\/app\.example\/callback\?error=redirect_uri_mismatch&error_description=The%20redirect_uri%20MUST%20match%20the%20registered%20callback%20URL%20for%20this%20application\.&error_uri=[^&]*%23redirect-uri-mismatch&state=s$/,
    );
  });

  test("revocation ends a token, and a refresh token with its token; an unknown one is no error (RFC 7009)", async () => {
    const revoke = (fields: Readonly<Record<string, string>>) => post("revocation", "/login/oauth/revoke", fields);
    const browser = await flows.signedIn();
    const { access_token: token } = await flows.exchange(await flows.code(browser));
    expect(await revoke({ ...client, client_secret: "wrong", token: String(token) })).toEqual({
      status: 401,
      error: "invalid_client",
    });
    expect(await flows.use(token)).toBe(200);
    expect(await revoke({ ...client, token: String(token) })).toEqual({ status: 200 });
    expect(await flows.use(token)).toBe(401);
    expect(await revoke({ ...client, token: "unknown" })).toEqual({ status: 200 });
    const app = { client_id: gitHubApp.clientId, client_secret: gitHubApp.clientSecret };
    const issued = await flows.exchange(await flows.code(browser, { client_id: app.client_id }), app);
    await revoke({ ...client, token: String(issued.refresh_token) });
    expect(await flows.use(issued.access_token)).toBe(200);
    await revoke({ ...app, token: String(issued.refresh_token) });
    expect(await flows.use(issued.access_token)).toBe(401);
  });

  test("introspection says what a token of the application is for, and nothing of any other (RFC 7662)", async () => {
    const ask = (fields: Readonly<Record<string, string>>) => post("introspection", "/login/oauth/introspect", fields);
    const { access_token: token } = await flows.exchange(
      await flows.code(await flows.signedIn(), { scope: "repo,gist" }),
    );
    const { octocat, now } = flows.domain;
    expect(await ask({ ...client, token: String(token) })).toEqual({
      status: 200,
      active: true,
      client_id: webApp.clientId,
      scope: "repo gist",
      token_type: "bearer",
      username: "octocat",
      sub: String(octocat.id),
      iat: +now() / 1000,
    });
    const other = { client_id: gitHubApp.clientId, client_secret: gitHubApp.clientSecret };
    expect(await ask({ ...other, token: String(token) })).toEqual({ status: 200, active: false });
    expect(await ask({ ...client, token: "unknown" })).toEqual({ status: 200, active: false });
    expect(await ask({ token: String(token) })).toMatchObject({ status: 401 });
    await flows.domain.store.setSuspended(octocat.id, now());
    expect(await ask({ ...client, token: String(token) })).toEqual({ status: 200, active: false });
  });

  test("introspection says until when a token is valid, where it expires", async () => {
    const app = { client_id: gitHubApp.clientId, client_secret: gitHubApp.clientSecret };
    const code = await flows.code(await flows.signedIn(), { client_id: app.client_id });
    const { access_token: token } = await flows.exchange(code, app);
    const seconds = +flows.domain.now() / 1000;
    const response = await post("introspection", "/login/oauth/introspect", { ...app, token: String(token) });
    expect(response).toMatchObject({ active: true, scope: "", iat: seconds, exp: seconds + 28_800 });
  });

  test("an application that does not sign in gets JSON with its scheme, and the reason is in the log", async () => {
    const onResponse = vi.fn();
    const browser = flows.browser({ oauthExtensions: ["revocation"], onResponse });
    const init = { method: "POST", headers: { accept: "application/xml" } };
    const { status, headers } = await browser.get("/login/oauth/revoke", init);
    expect([status, headers.get("www-authenticate"), headers.get("content-type")]).toEqual([
      ...[401, 'Basic realm="OAuth"', "application/json; charset=utf-8"],
    ]);
    const entry = { route: "/login/oauth/revoke", status: 401, reason: "invalid_client" };
    expect(onResponse.mock.calls).toMatchObject([[entry, {}]]);
  });

  test("errors can have the codes and statuses of the RFCs", async () => {
    const ask = async (fields: Readonly<Record<string, string>>, path = "/login/oauth/access_token") => {
      const browser = flows.browser({ oauthExtensions: ["standard-errors"] });
      const init = { method: "POST", headers: { accept: "application/json" }, body: new URLSearchParams(fields) };
      const { status, text } = await browser.get(path, init);
      return [status, JSON.parse(text).error];
    };
    expect(await ask({ ...client, code: "wrong" })).toEqual([400, "invalid_grant"]);
    expect(await ask({ ...client, client_secret: "wrong" })).toEqual([401, "invalid_client"]);
    expect(await ask({ client_id: "unknown" })).toEqual([401, "invalid_client"]);
    expect(await ask({ ...client, grant_type: "password" })).toEqual([400, "unsupported_grant_type"]);
    const disabled = { client_id: "11111111111111111111" };
    expect(await ask(disabled, "/login/device/code")).toEqual([400, "unauthorized_client"]);
    const { device_code: code } = await flows.post("/login/device/code", { client_id: webApp.clientId });
    const poll = {
      client_id: webApp.clientId,
      device_code: String(code),
      grant_type: "urn:ietf:params:oauth:grant-type:device_code",
    };
    expect(await ask(poll)).toEqual([400, "authorization_pending"]);
  });
});
