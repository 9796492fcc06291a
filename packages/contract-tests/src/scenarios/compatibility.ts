import { expect } from "vitest";
import { applicationOperation, openOperation, tokenPathChange, tokenPathOperation } from "../common.js";
import { applicationToken, checked, grantsOf, personalToken } from "../given.js";
import type { Row } from "../matrix.js";
import { gemUpdater, octocat, reviewer, type World } from "../world.js";

const root: Row<"meta/root"> = {
  ...openOperation("meta/root"),
  200: {
    async call(world) {
      const later = await world.as(octocat).call("meta/root", { headers: { "x-github-api-version": "2026-03-10" } });
      expect(later.body).not.toHaveProperty("authorizations_url");
      return world.as(octocat).call("meta/root");
    },
    check: ({ body }, { baseUrl }) => expect(body.authorizations_url).toBe(`${baseUrl}/authorizations`),
  },
};

const meta: Row<"meta/get"> = {
  ...openOperation("meta/get"),
  200: {
    async call(world) {
      const { token } = await personalToken(world, octocat, { note: "a note" });
      return world.as({ token }).call("meta/get");
    },
    check: ({ body }) => {
      expect(body).toEqual({ verifiable_password_authentication: true, installed_version: "3.20.0" });
    },
  },
};

const user: Row<"users/get-authenticated"> = {
  ...openOperation("users/get-authenticated"),
  200: {
    async call(world) {
      const { token } = await applicationToken(world, octocat, gemUpdater, { scopes: ["repo", "gist"] });
      const withPassword = await world.as(octocat).call("users/get-authenticated");
      expect(withPassword.headers).not.toHaveProperty("x-oauth-scopes");
      return world.as({ token }).call("users/get-authenticated");
    },
    check({ body, headers }) {
      expect(body).toMatchObject({ login: "octocat", name: "The Octocat", email: null });
      expect(headers).toMatchObject({ "x-oauth-scopes": "gist, repo", "x-accepted-oauth-scopes": "" });
    },
  },
};

/** A request about a good token in the path. */
async function validPath(world: World) {
  const { token } = await applicationToken(world, octocat, gemUpdater, { scopes: ["repo"] });
  return { path: { client_id: gemUpdater.clientId, access_token: token } };
}

const check = "apps/check-authorization";
const checkAuthorization: Row<typeof check> = {
  ...tokenPathOperation(check, validPath),
  200: {
    call: async (world) => world.as(gemUpdater).call(check, await validPath(world)),
    check({ body, headers }) {
      expect(body).toMatchObject({
        token: expect.stringMatching(/^gho_/),
        scopes: ["repo"],
        user: { login: "octocat" },
      });
      expect(headers).toMatchObject({ "cache-control": "no-store", sunset: "Wed, 05 May 2021 16:00:00 GMT" });
    },
  },
  304: {
    async call(world) {
      const request = await validPath(world);
      const { headers } = await world.as(gemUpdater).call(check, request);
      const etag = (headers as { etag: string }).etag;
      return world.as(gemUpdater).call(check, { ...request, headers: { "if-none-match": etag } });
    },
  },
};

const reset = "apps/reset-authorization";
const resetAuthorization: Row<typeof reset> = {
  ...tokenPathChange(reset, validPath),
  200: {
    async call(world) {
      const request = await validPath(world);
      const answer = await world.as(gemUpdater).call(reset, request);
      expect(await checked(world, gemUpdater, request.path.access_token)).toBe(404);
      return answer;
    },
    check: async ({ body }, world) => expect(await checked(world, gemUpdater, body.token)).toBe(200),
  },
};

const revoke = "apps/revoke-authorization-for-application";
const revokeAuthorization: Row<typeof revoke> = {
  ...tokenPathChange(revoke, validPath),
  204: {
    async call(world) {
      const request = await validPath(world);
      const answer = await world.as(gemUpdater).call(revoke, request);
      expect(await checked(world, gemUpdater, request.path.access_token)).toBe(404);
      return answer;
    },
    check: async (_, world) => expect(await grantsOf(world, octocat)).toHaveLength(1),
  },
};

const revokeGrant = "apps/revoke-grant-for-application";
const revokeGrantForApplication: Row<typeof revokeGrant> = {
  ...tokenPathChange(revokeGrant, validPath),
  204: {
    call: async (world) => world.as(gemUpdater).call(revokeGrant, await validPath(world)),
    check: async (_, world) => expect(await grantsOf(world, octocat)).toEqual([]),
  },
};

const scope = "apps/scope-token";
async function validScope(world: World) {
  const { token } = await applicationToken(world, octocat, reviewer);
  return {
    path: { client_id: reviewer.clientId },
    body: { access_token: token, target: "hubot", repositories: ["hello"], permissions: { contents: "read" as const } },
  };
}
const scopeToken: Row<typeof scope> = {
  ...applicationOperation(scope, validScope, reviewer),
  200: {
    async call(world) {
      const request = await validScope(world);
      const answer = await world.as(reviewer).call(scope, request);
      expect(await checked(world, reviewer, request.body.access_token)).toBe(200);
      return answer;
    },
    async check({ body }, world) {
      expect(body).toMatchObject({
        token: expect.stringMatching(/^ghu_/),
        user: { login: "octocat" },
        expires_at: "2026-11-20T20:00:00Z",
        installation: {
          permissions: { contents: "read" },
          repository_selection: "selected",
          account: { login: "hubot" },
        },
      });
      expect(await checked(world, reviewer, body.token)).toBe(200);
      world.clock.now = new Date("2026-11-20T20:00:00Z");
      expect(await checked(world, reviewer, body.token)).toBe(404);
    },
  },
  403: {
    async call(world) {
      const { token } = await applicationToken(world, octocat, gemUpdater);
      const path = { client_id: gemUpdater.clientId };
      return world.as(gemUpdater).call(scope, { path, body: { access_token: token, target: "octocat" } });
    },
  },
};

export const compatibilityRows = {
  "meta/root": root,
  "meta/get": meta,
  "users/get-authenticated": user,
  [check]: checkAuthorization,
  [reset]: resetAuthorization,
  [revoke]: revokeAuthorization,
  [revokeGrant]: revokeGrantForApplication,
  [scope]: scopeToken,
};
