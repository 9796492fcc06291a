import { applicationToken, personalToken } from "@grantbook/test-kit/arrange";
import { basicAuth } from "@grantbook/test-kit/basic-auth";
import { describeEngines } from "@grantbook/test-kit/describe-engines";
import { gemUpdater, hubot, octocat, useTestServer } from "@grantbook/test-kit/test-server";
import { describe, expect, test } from "vitest";

const asOctocat = { authorization: basicAuth(octocat.login, octocat.password) };

/** Keys of eight recorded responses to `GET /user`, in their order (octokit.rb 2018, github3.py 2018). */
const recordedKeys = [
  ..."login id node_id avatar_url gravatar_id url html_url followers_url following_url gists_url starred_url".split(
    " ",
  ),
  ..."subscriptions_url organizations_url repos_url events_url received_events_url type site_admin name".split(" "),
  ..."company blog location email hireable bio public_repos public_gists followers following".split(" "),
  ..."created_at updated_at".split(" "),
];

describeEngines((engine) => {
  const server = useTestServer(engine);

  const get = (path: string, headers: Record<string, string> = {}, on = server) =>
    on.fetch(new Request(on.baseUrl + path, { headers }));

  describe.each(["/user", "/users/octocat"])("GET %s", (path) => {
    test("has the 31 keys of recordings, null or 0 where there is nothing", async () => {
      const body = await (await get(path, asOctocat)).json();
      expect(Object.keys(body as object)).toEqual(recordedKeys);
      expect(body).toMatchObject({
        ...{ company: null, blog: null, location: null, hireable: null, bio: null },
        ...{ public_repos: 0, public_gists: 0, followers: 0, following: 0 },
        ...{ created_at: "2026-11-20T12:00:00Z", updated_at: "2026-11-20T12:00:00Z" },
      });
    });

    test("has updated_at as Last-Modified, and can be conditional on it", async () => {
      const { headers } = await get(path, asOctocat);
      expect(headers.get("last-modified")).toBe("Fri, 20 Nov 2026 12:00:00 GMT");
      const since = async (time: string) => (await get(path, { ...asOctocat, "if-modified-since": time })).status;
      expect(await since("Fri, 20 Nov 2026 12:00:00 GMT")).toBe(304);
      expect(await since("Fri, 20 Nov 2026 11:59:59 GMT")).toBe(200);
    });
  });

  test("a user is found by the login in any case, without credentials", async () => {
    const response = await get("/users/HUBOT");
    expect(await response.json()).toMatchObject({ login: "hubot", email: "hubot@example.com" });
    expect((await get("/users/nobody")).status).toBe(404);
  });

  test.each([
    ["/user/emails", "user, user:email"],
    ["/user/orgs", "admin:org, read:org, user, write:org"],
    ["/user/teams", "admin:org, read:org, repo, user, write:org"],
    ["/user", ""],
  ])("a response to a token says which scopes %s takes: %s", async (path, accepted) => {
    const { token } = await applicationToken(server, hubot, gemUpdater, { scopes: ["user", "gist"] });
    const response = await get(path, { authorization: `Bearer ${token}` });
    const names = ["x-oauth-scopes", "x-accepted-oauth-scopes", "x-oauth-client-id"];
    expect([response.status, ...names.map((name) => response.headers.get(name))]).toEqual([
      ...[200, "gist, user", accepted, gemUpdater.clientId],
    ]);
    const withPassword = await get(path, asOctocat);
    expect([withPassword.status, ...names.map((name) => withPassword.headers.get(name))]).toEqual([
      ...[200, null, null, null],
    ]);
  });

  test.each([
    ["/user/emails", "read:user", 404, "Not Found"],
    ["/user/orgs", "repo", 403, "You need at least read:org scope or user scope to list your organizations."],
    ["/user/teams", "gist", 404, "Not Found"],
  ])("%s is refused to a token with %s alone", async (path, scope, status, message) => {
    const { token } = await personalToken(server, hubot, { note: "a note", scopes: [scope] });
    for (const authorization of [`token ${token}`, basicAuth("hubot", token), basicAuth(token, "x-oauth-basic")]) {
      const response = await get(path, { authorization });
      expect([response.status, await response.json()]).toEqual([status, expect.objectContaining({ message })]);
    }
  });

  describe("the rate limit", () => {
    test("is not found where requests are not limited", async () => {
      const response = await get("/rate_limit", asOctocat);
      expect([response.status, await response.json()]).toEqual([
        404,
        expect.objectContaining({ message: "Rate limiting is not enabled." }),
      ]);
    });

    test("is shown without being used, also when it is used up", async () => {
      const limited = await server.withOverrides({ rateLimit: 2 });
      const core = async () => {
        const response = await get("/rate_limit", asOctocat, limited);
        const { resources, rate } = (await response.json()) as { resources: { core: object }; rate: object };
        expect(rate).toEqual(resources.core);
        return [response.status, response.headers.get("x-ratelimit-remaining"), resources.core];
      };
      const reset = Date.parse("2026-11-20T13:00:00Z") / 1000;
      expect(await core()).toEqual([200, "2", { limit: 2, used: 0, remaining: 2, reset }]);
      for (let count = 0; count < 3; count += 1) await get("/user", asOctocat, limited);
      expect((await get("/user", asOctocat, limited)).status).toBe(403);
      expect(await core()).toEqual([200, "0", { limit: 2, used: 2, remaining: 0, reset }]);
    });
  });

  test.each(["/user", "/authorizations", "/", "/users/octocat"])(
    "a token in the query of %s is refused",
    async (path) => {
      const { token } = await personalToken(server, octocat, { note: "a note" });
      for (const headers of [{}, asOctocat]) {
        const response = await get(`${path}?access_token=${token}`, headers);
        expect([response.status, ((await response.json()) as { message: string }).message]).toEqual([
          400,
          "Must specify access token via Authorization header. https://developer.github.com/changes/2020-02-10-deprecating-auth-through-query-param",
        ]);
      }
    },
  );
});
