import type { OperationIdFor } from "@grantbook/contract";
import { applicationToken, personalToken } from "@grantbook/test-kit/arrange";
import { gemUpdater, hubot, octocat, type TestServer } from "@grantbook/test-kit/test-server";
import { expect } from "vitest";
import { callAs, currentCopy, openOperation } from "../common-scenarios.js";
import type { Row } from "../matrix.js";

/** The cell of an operation that needs a user: an application acts for none. */
function asApplication<Id extends OperationIdFor<"token">>(id: Id) {
  return { call: (server: TestServer) => callAs(server, gemUpdater, id, {} as never) };
}

const getAuthenticated: Row<"users/get-authenticated"> = {
  ...openOperation("users/get-authenticated"),
  404: asApplication("users/get-authenticated"),
  200: {
    async call(server) {
      const { token } = await applicationToken(server, octocat, gemUpdater, { scopes: ["repo", "gist"] });
      const withPassword = await server.as(octocat).call("users/get-authenticated");
      expect(withPassword.headers).not.toHaveProperty("x-oauth-scopes");
      return server.as({ token }).call("users/get-authenticated");
    },
    check({ body, headers }) {
      expect(body).toMatchObject({ login: "octocat", name: "The Octocat", email: null });
      expect(headers).toMatchObject({ "x-oauth-scopes": "gist, repo", "x-accepted-oauth-scopes": "" });
    },
  },
};

const byUsername = "users/get-by-username";
const getByUsername: Row<typeof byUsername> = {
  ...openOperation(byUsername, async () => ({ path: { username: "hubot" } })),
  404: {
    call: (server) => server.as(octocat).call(byUsername, { path: { username: "nobody" } }),
  },
  422: {
    call: (server) => server.as(octocat).call(byUsername, { path: { username: "x".repeat(256) } }),
  },
  200: {
    async call(server) {
      const { token } = await personalToken(server, octocat, { note: "a note" });
      return server.as({ token }).call(byUsername, { path: { username: "HUBOT" } });
    },
    check({ body }) {
      expect(body).toMatchObject({ login: "hubot", email: "hubot@example.com", created_at: "2026-11-20T12:00:00Z" });
    },
  },
};

const emails = "users/list-emails-for-authenticated-user";
const listEmails: Row<typeof emails> = {
  ...openOperation(emails),
  404: {
    async call(server) {
      const { token } = await personalToken(server, hubot, { note: "a note", scopes: ["repo", "read:user"] });
      return server.as({ token }).call(emails);
    },
    check({ headers }) {
      expect(headers).toMatchObject({
        "x-oauth-scopes": "read:user, repo",
        "x-accepted-oauth-scopes": "user, user:email",
      });
    },
  },
  200: {
    async call(server) {
      expect((await server.as(octocat).call(emails)).body).toEqual([]);
      const { token } = await personalToken(server, hubot, { note: "a note", scopes: ["user"] });
      expect((await server.as({ token }).call(emails, { query: { page: 3, per_page: 1 } })).body).toEqual([]);
      return server.as({ token }).call(emails);
    },
    check({ body }) {
      expect(body).toEqual([
        { email: "hubot@home.example", primary: false, verified: false, visibility: null },
        { email: "hubot@example.com", primary: true, verified: true, visibility: "public" },
      ]);
    },
  },
};

const organizations = "orgs/list-for-authenticated-user";
const listOrganizations: Row<typeof organizations> = {
  ...openOperation(organizations),
  404: asApplication(organizations),
  403: {
    async call(server) {
      const { token } = await personalToken(server, hubot, { note: "a note", scopes: ["repo"] });
      return server.as({ token }).call(organizations);
    },
    check({ body, headers }) {
      const message = "You need at least read:org scope or user scope to list your organizations.";
      expect(body).toMatchObject({ message, status: "403" });
      expect(headers).toMatchObject({ "x-accepted-oauth-scopes": "admin:org, read:org, user, write:org" });
    },
  },
  200: {
    async call(server) {
      const { token } = await personalToken(server, hubot, { note: "a note", scopes: ["write:org"] });
      return server.as({ token }).call(organizations, { query: { page: 1, per_page: 100 } });
    },
    check: ({ body }) => expect(body).toEqual([]),
  },
};

const teams = "teams/list-for-authenticated-user";
const listTeams: Row<typeof teams> = {
  ...openOperation(teams),
  404: {
    async call(server) {
      const { token } = await personalToken(server, hubot, { note: "a note", scopes: ["gist"] });
      return server.as({ token }).call(teams);
    },
    check: ({ headers }) => {
      expect(headers).toMatchObject({ "x-accepted-oauth-scopes": "admin:org, read:org, repo, user, write:org" });
    },
  },
  200: {
    async call(server) {
      const { token } = await personalToken(server, hubot, { note: "a note", scopes: ["admin:org"] });
      return server.as({ token }).call(teams, { query: { page: 1, per_page: 100 } });
    },
    check: ({ body }) => expect(body).toEqual([]),
  },
};

const rateLimit = "rate-limit/get";
const unlimited = currentCopy(rateLimit, async () => ({}));
const getRateLimit: Row<typeof rateLimit> = {
  ...openOperation(rateLimit),
  304: { ...unlimited, call: async (server) => unlimited.call(await server.withOverrides({ rateLimit: 5000 })) },
  404: {
    call: (server) => server.as(octocat).call(rateLimit),
    check: ({ body }) => expect(body).toMatchObject({ message: "Rate limiting is not enabled.", status: "404" }),
  },
  200: {
    async call(server) {
      const limited = await server.withOverrides({ rateLimit: 5000 });
      await limited.as(octocat).call("meta/get");
      await limited.as(octocat).call(rateLimit);
      return limited.as(octocat).call(rateLimit);
    },
    check({ body }) {
      const core = { limit: 5000, used: 1, remaining: 4999, reset: Date.parse("2026-11-20T13:00:00Z") / 1000 };
      expect(body).toEqual({ resources: { core }, rate: core });
    },
  },
};

export const userRows = {
  "users/get-authenticated": getAuthenticated,
  [byUsername]: getByUsername,
  [emails]: listEmails,
  [organizations]: listOrganizations,
  [teams]: listTeams,
  [rateLimit]: getRateLimit,
};
