import { createOAuthClient, type Fetch } from "@grantbook/client/oauth";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type Grantbook, startGrantbook } from "./index.js";

const callback_url = "https://app.example/callback";
const seed = {
  users: [{ login: "octocat" }, { login: "hubot", otp_secret: "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ" }],
  applications: [
    { name: "Web app", url: "https://app.example", callback_url, device_flow: true },
    { name: "Reviewer", url: "https://review.example", callback_url, type: "github" as const },
    { name: "Denied", url: "https://denied.example", callback_url, consent: "never" as const },
    { name: "No callback", url: "https://none.example" },
  ],
};
let grantbook: Grantbook;

beforeAll(async () => {
  grantbook = await startGrantbook({ seed, now: new Date("2026-01-02T03:04:00Z") });
});
afterEach(() => grantbook.reset());
afterAll(() => grantbook.close());

const site = () => `http://127.0.0.1:${grantbook.port}`;
const loginOf = async (auth: { token: string }) => (await grantbook.client(auth).users.getAuthenticated()).login;

describe("signIn", () => {
  test("gives the token of a user, which is the auth of a client", async () => {
    const signedIn = await grantbook.signIn("octocat", { scopes: ["repo", "gist"] });
    expect(signedIn).toEqual({
      token: expect.stringMatching(/^gho_\w{36}$/),
      refreshToken: undefined,
      scopes: ["repo", "gist"],
    });
    expect(await loginOf(signedIn)).toBe("octocat");
    const application = grantbook.client(grantbook.application("Web app"));
    expect(await application.tokens.check({ access_token: signedIn.token })).toMatchObject({
      user: { login: "octocat" },
    });
  });

  test("types the one-time code of a user with two-factor authentication, once until the next reset", async () => {
    expect(await loginOf(await grantbook.signIn("hubot"))).toBe("hubot");
    expect(await loginOf(await grantbook.signIn("hubot", { scopes: ["gist"] }))).toBe("hubot");
    await grantbook.reset();
    expect(await loginOf(await grantbook.signIn("hubot"))).toBe("hubot");
  });

  test("says what is wrong where the code was used before", async () => {
    const api = grantbook.client(grantbook.user("hubot"), { otp: () => grantbook.code("hubot") });
    await api.authorizations.create({ note: "by the API" });
    await expect(grantbook.signIn("hubot")).rejects.toThrow(
      "/sessions/two-factor/app: 422 Two-factor authentication Two-factor authentication failed. Wait for the next code",
    );
  });

  test("gives the password again after hours, and gets the scopes that were granted", async () => {
    await grantbook.signIn("octocat", { scopes: ["gist"] });
    grantbook.clock.move(3 * 60 * 60);
    expect((await grantbook.signIn("octocat", { scopes: ["repo"] })).scopes).toEqual(["repo"]);
    expect((await grantbook.signIn("octocat")).scopes).toEqual(["gist", "repo"]);
  });

  test("gives a refresh token for an application whose tokens expire, and a client exchanges it", async () => {
    const { token, refreshToken, scopes } = await grantbook.signIn("octocat", { application: "Reviewer" });
    expect([token, refreshToken]).toEqual([expect.stringMatching(/^ghu_/), expect.stringMatching(/^ghr_/)]);
    expect(scopes).toEqual([]);
    const oauth = createOAuthClient({ site: site(), ...grantbook.application("Reviewer") });
    const { access_token, expires_in } = await oauth.refresh(`${refreshToken}`);
    expect([await loginOf({ token: access_token }), expires_in]).toEqual(["octocat", 28_800]);
    await expect(oauth.refresh(`${refreshToken}`)).rejects.toMatchObject({ code: "bad_refresh_token" });
  });

  test("fails where there is no token to get", async () => {
    const denied = grantbook.signIn("octocat", { application: "Denied" });
    await expect(denied).rejects.toMatchObject({ name: "OAuthError", code: "access_denied" });
    const noCallback = grantbook.signIn("octocat", { application: "No callback" });
    await expect(noCallback).rejects.toThrow("/login/oauth/authorize: 400 Unknown redirect address");
    await expect(grantbook.signIn("nobody")).rejects.toThrow("The seed has no user nobody.");
    await expect(grantbook.signIn("octocat", { application: "Other" })).rejects.toThrow(
      "The seed has no application Other.",
    );
  });
});

describe("authorize", () => {
  const address = () =>
    `${site()}/login/oauth/authorize?client_id=${grantbook.application("Web app").clientId}&state=abc&scope=repo`;

  test("returns the callback with a code, or with the error of a user who cancels", async () => {
    expect(await grantbook.authorize("octocat", address(), "cancel")).toMatch(
      /^https:\/\/app\.example\/callback\?error=access_denied&.*&state=abc$/,
    );
    expect(await grantbook.authorize("octocat", address())).toMatch(
      /^https:\/\/app\.example\/callback\?code=\w{20}&state=abc$/,
    );
  });

  test("does not call the application, and leaves no trace among the requests to the API", async () => {
    await grantbook.authorize("octocat", address());
    expect(grantbook.requests()).toEqual([]);
  });
});

describe("enterUserCode", () => {
  const device = (decision?: "cancel") => {
    const { clientId } = grantbook.application("Web app");
    // The interval between two polls is not waited for.
    const fetch: Fetch = async (url, init) => {
      const response = await globalThis.fetch(url, init);
      const text = (await response.text()).replace('"interval":5', '"interval":0');
      return new Response(text, response);
    };
    return createOAuthClient({ site: site(), clientId, fetch }).device({
      scopes: ["gist"],
      onCode: ({ user_code }) => grantbook.enterUserCode("octocat", user_code, decision),
    });
  };

  test("connects a device, or denies it", async () => {
    const { access_token: token, scope } = await device();
    expect([await loginOf({ token }), scope]).toEqual(["octocat", "gist"]);
    await expect(device("cancel")).rejects.toMatchObject({ name: "OAuthError", code: "access_denied" });
  });

  test("throws for a code that is not valid", async () => {
    await expect(grantbook.enterUserCode("octocat", "0000-0000")).rejects.toThrow("That code is not valid");
  });
});
