import { json, type Responder } from "@grantbook/test-kit/client-fixture";
import { failureOf } from "@grantbook/test-kit/failure-of";
import { describe, expect, test } from "vitest";
import type { FetchInit } from "../request.js";
import { createOAuthClient, type OAuthClientOptions } from "./index.js";

const clientId = "0123456789abcdef0123";
const clientSecret = "5ec2".repeat(10);
const token = { access_token: `gho_${"a".repeat(36)}`, scope: "gist", token_type: "bearer" };

/** Client whose requests go to a function, and are collected. */
function oauthOf(respond: Responder, options: Partial<OAuthClientOptions> = {}) {
  const requests: { url: string; form: Record<string, string>; init: FetchInit }[] = [];
  const oauth = createOAuthClient({
    site: "https://hub.example",
    clientId,
    clientSecret,
    fetch: async (url, init) => {
      requests.push({ url, form: Object.fromEntries(new URLSearchParams(init.body)), init });
      return respond(new Request(url, init), requests.length - 1);
    },
    ...options,
  });
  return { oauth, requests };
}

const ok = () => json(200, token);

describe("an address for the browser", () => {
  test("has a new state and challenge each time, and what was asked for", async () => {
    const { oauth } = oauthOf(ok);
    const redirectUri = "https://app.example/callback";
    const request = await oauth.authorizeUrl({ scopes: ["repo", "gist"], redirectUri, login: "octocat" });
    const url = new URL(request.url);
    expect(url.origin + url.pathname).toBe("https://hub.example/login/oauth/authorize");
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: clientId,
      response_type: "code",
      redirect_uri: redirectUri,
      scope: "repo gist",
      state: request.state,
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: "S256",
      login: "octocat",
    });
    expect(request.codeVerifier).toMatch(/^[\w-]{43}$/);
    expect(request.redirectUri).toBe(redirectUri);
    const other = await oauth.authorizeUrl();
    expect(other.state).not.toBe(request.state);
    expect(other.codeVerifier).not.toBe(request.codeVerifier);
    expect(new URL(other.url).searchParams.has("scope")).toBe(false);
  });

  test("has the challenge of its verifier", async () => {
    const { oauth } = oauthOf(ok);
    const { url, codeVerifier } = await oauth.authorizeUrl({ allowSignup: false, prompt: "select_account" });
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(codeVerifier)));
    const encoded = btoa(String.fromCharCode(...digest))
      .replaceAll("+", "-")
      .replaceAll("/", "_")
      .replace("=", "");
    const { code_challenge, allow_signup, prompt } = Object.fromEntries(new URL(url).searchParams);
    expect(code_challenge).toBe(encoded);
    expect({ allow_signup, prompt }).toEqual({ allow_signup: "false", prompt: "select_account" });
  });

  test.each([
    ["https://hub.example/", "https://hub.example/login/oauth/authorize"],
    ["http://127.0.0.1:3000/prefix//", "http://127.0.0.1:3000/prefix/login/oauth/authorize"],
  ])("is below the site %s", async (site, expected) => {
    const { url } = await oauthOf(ok, { site }).oauth.authorizeUrl();
    expect(url.split("?")[0]).toBe(expected);
  });

  test("is not below the address of the API", () => {
    expect(() => oauthOf(ok, { site: "https://hub.example/api/v3" })).toThrow(
      expect.objectContaining({
        name: "ClientError",
        code: "invalid-request",
        message: "The site is https://hub.example, without /api/v3",
      }),
    );
  });
});

describe("a callback", () => {
  const request = { state: "a state", codeVerifier: "v".repeat(43), redirectUri: undefined };
  const exchange = (callback: string, options?: Partial<OAuthClientOptions>) => {
    const { oauth, requests } = oauthOf(ok, options);
    return { result: oauth.exchangeCode(callback, request), requests };
  };

  test.each(["https://app.example/callback", "/callback"])("of %s is exchanged for a token", async (address) => {
    const { result, requests } = exchange(`${address}?code=c0de&state=a+state`);
    expect(await result).toEqual(token);
    expect(requests).toMatchObject([
      {
        url: "https://hub.example/login/oauth/access_token",
        form: {
          client_id: clientId,
          client_secret: clientSecret,
          code: "c0de",
          code_verifier: request.codeVerifier,
        },
        init: { method: "POST", redirect: "manual" },
      },
    ]);
    expect(requests[0]?.init.headers).toStrictEqual({
      accept: "application/json",
      "content-type": "application/x-www-form-urlencoded",
    });
  });

  test("is sent with the redirect_uri of its request", async () => {
    const { oauth, requests } = oauthOf(ok);
    const redirectUri = "https://app.example/callback";
    await oauth.exchangeCode("/callback?code=c0de&state=a+state", { ...request, redirectUri });
    expect(requests[0]?.form.redirect_uri).toBe(redirectUri);
  });

  test.each([
    ["?code=c0de&state=another", "its state is not that of this sign-in"],
    ["?code=c0de", "its state is not that of this sign-in"],
    ["?state=a+state", "it has neither a code nor an error"],
    ["?code=&state=a+state", "it has neither a code nor an error"],
    ["?code=c0de&state=a+state&iss=https://evil.example/login/oauth", "it comes from https://evil.example/login/oauth"],
    ["?error=access_denied&state=another", "its state is not that of this sign-in"],
  ])("%s is not accepted, and nothing is sent", async (query, problem) => {
    const { result, requests } = exchange(`/callback${query}`);
    await expect(result).rejects.toMatchObject({
      name: "ClientError",
      code: "invalid-response",
      message: `authorize: the callback is not accepted, ${problem}`,
    });
    expect(requests).toEqual([]);
  });

  test("of a server that names itself is accepted", async () => {
    const { result } = exchange("/callback?code=c0de&state=a+state&iss=https%3A%2F%2Fhub.example%2Flogin%2Foauth");
    expect(await result).toEqual(token);
  });

  test("with an error throws it", async () => {
    const query =
      "error=access_denied&error_description=The+user+has+denied&error_uri=https://docs.example&state=a+state";
    await expect(exchange(`/callback?${query}`).result).rejects.toMatchObject({
      name: "OAuthError",
      code: "access_denied",
      message: "authorize: access_denied The user has denied",
      documentationUrl: "https://docs.example",
    });
  });
});

describe("a response without a token", () => {
  const exchange = (respond: Responder, options?: Partial<OAuthClientOptions>) =>
    oauthOf(respond, options).oauth.refresh("ghr_secret");

  test.each([
    ["GitHub's", 200, "bad_refresh_token"],
    ["the RFCs'", 400, "invalid_grant"],
    ["the RFCs'", 401, "invalid_client"],
  ])("with an error of %s status is an OAuthError: %s %s", async (_, status, code) => {
    const body = { error: code, error_description: "It is ghr_secret.", error_uri: "https://docs.example" };
    const error = await exchange(() => json(status, body)).catch((thrown) => thrown);
    expect(error).toMatchObject({ name: "OAuthError", code, documentationUrl: "https://docs.example" });
    const message = `oauth/create-access-token: ${code} It is [REDACTED].`;
    expect(error.message).toBe(message);
    expect(JSON.parse(JSON.stringify(error))).toEqual({
      name: "OAuthError",
      code,
      documentationUrl: "https://docs.example",
      message,
    });
  });

  test("names an error without a description, and cuts a long one", async () => {
    const named = await failureOf(exchange(() => json(400, { error: "invalid_grant" })));
    expect(named).toMatchObject({ message: "oauth/create-access-token: invalid_grant" });
    const long = await failureOf(
      exchange(() => json(400, { error: "invalid_grant", error_description: "d".repeat(5000) })),
    );
    expect((long as Error).message).toHaveLength(900);
  });

  test.each([
    [404, { error: "Not Found" }, "not-found", "404 There is no application with this client id"],
    [422, { message: "Invalid request." }, "invalid", "422 Invalid request."],
    [503, { message: "Busy" }, "unavailable", "503 Busy"],
    [500, { message: "Server Error" }, "server-error", "500 Server Error"],
    [502, {}, "server-error", "502"],
  ])("with the status %d is an ApiError", async (status, body, code, text) => {
    await expect(exchange(() => json(status, body, { "retry-after": "7" }))).rejects.toMatchObject({
      name: "ApiError",
      operationId: "oauth/create-access-token",
      code,
      status,
      message: `oauth/create-access-token: ${text}`,
      retryAfter: 7,
    });
  });

  test.each<[string, Responder, Partial<OAuthClientOptions>]>([
    ["connection", () => Promise.reject(new TypeError("fetch failed for ghr_secret")), {}],
    ["invalid-response", () => new Response("access_token=gho_secret"), {}],
    ["redirect", () => Response.redirect("https://evil.example/", 307), {}],
    ["timeout", () => new Promise(() => undefined), { timeout: 1 }],
  ])("is a ClientError: %s", async (code, respond, options) => {
    const error = await exchange(respond, options).catch((thrown) => thrown);
    expect(error).toMatchObject({ name: "ClientError", code });
    expect(`${error.message} ${error.cause}`).not.toMatch(/gh[or]_secret/);
  });

  test("throws the reason of a signal", async () => {
    const { oauth } = oauthOf(() => new Promise(() => undefined));
    await expect(oauth.refresh("ghr_1", { signal: AbortSignal.abort("no longer") })).rejects.toBe("no longer");
  });
});

test("a program can name itself", async () => {
  const { oauth, requests } = oauthOf(ok, { userAgent: "nightly-build/1.0" });
  await oauth.refresh("ghr_1");
  expect(requests[0]?.init.headers["user-agent"]).toBe("nightly-build/1.0");
});

test("a program without a client secret sends none", async () => {
  const { oauth, requests } = oauthOf(ok, { clientSecret: undefined });
  await oauth.refresh("ghr_1");
  expect(requests[0]?.form).toEqual({ client_id: clientId, grant_type: "refresh_token", refresh_token: "ghr_1" });
});
