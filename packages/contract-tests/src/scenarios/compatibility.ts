import { applicationToken, checkStatus, grantsOf, personalToken } from "@grantbook/test-kit/arrange";
import { gemUpdater, octocat, reviewer, type TestServer } from "@grantbook/test-kit/test-server";
import { expect } from "vitest";
import { applicationOperation, tokenPathOperation } from "../application-scenarios.js";
import { openOperation } from "../common-scenarios.js";
import type { Row } from "../matrix.js";
import { userRows } from "./users.js";

const root: Row<"meta/root"> = {
  ...openOperation("meta/root"),
  200: {
    async call(server) {
      const later = await server.as(octocat).call("meta/root", { headers: { "x-github-api-version": "2026-03-10" } });
      expect(later.body).not.toHaveProperty("authorizations_url");
      return server.as(octocat).call("meta/root");
    },
    check: ({ body }, { baseUrl }) => expect(body.authorizations_url).toBe(`${baseUrl}/authorizations`),
  },
};

const meta: Row<"meta/get"> = {
  ...openOperation("meta/get"),
  200: {
    async call(server) {
      const { token } = await personalToken(server, octocat, { note: "a note" });
      return server.as({ token }).call("meta/get");
    },
    check: ({ body }) => {
      expect(body).toEqual({ verifiable_password_authentication: true, installed_version: "3.20.0" });
    },
  },
};

/** A request about a good token in the path. */
async function validPath(server: TestServer) {
  const { token } = await applicationToken(server, octocat, gemUpdater, { scopes: ["repo"] });
  return { path: { client_id: gemUpdater.clientId, access_token: token } };
}

const check = "apps/check-authorization";
const checkAuthorization: Row<typeof check> = {
  ...tokenPathOperation(check, validPath),
  200: {
    call: async (server) => server.as(gemUpdater).call(check, await validPath(server)),
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
    async call(server) {
      const request = await validPath(server);
      const { headers } = await server.as(gemUpdater).call(check, request);
      const etag = (headers as { etag: string }).etag;
      return server.as(gemUpdater).call(check, { ...request, headers: { "if-none-match": etag } });
    },
  },
};

const reset = "apps/reset-authorization";
const resetAuthorization: Row<typeof reset> = {
  ...tokenPathOperation(reset, validPath),
  200: {
    async call(server) {
      const request = await validPath(server);
      const answer = await server.as(gemUpdater).call(reset, request);
      expect(await checkStatus(server, gemUpdater, request.path.access_token)).toBe(404);
      return answer;
    },
    check: async ({ body }, server) => expect(await checkStatus(server, gemUpdater, body.token)).toBe(200),
  },
};

const revoke = "apps/revoke-authorization-for-application";
const revokeAuthorization: Row<typeof revoke> = {
  ...tokenPathOperation(revoke, validPath),
  204: {
    async call(server) {
      const request = await validPath(server);
      const answer = await server.as(gemUpdater).call(revoke, request);
      expect(await checkStatus(server, gemUpdater, request.path.access_token)).toBe(404);
      return answer;
    },
    check: async (_, server) => expect(await grantsOf(server, octocat)).toHaveLength(1),
  },
};

const revokeGrant = "apps/revoke-grant-for-application";
const revokeGrantForApplication: Row<typeof revokeGrant> = {
  ...tokenPathOperation(revokeGrant, validPath),
  204: {
    call: async (server) => server.as(gemUpdater).call(revokeGrant, await validPath(server)),
    check: async (_, server) => expect(await grantsOf(server, octocat)).toEqual([]),
  },
};

const scope = "apps/scope-token";
async function validScope(server: TestServer) {
  const { token } = await applicationToken(server, octocat, reviewer);
  return {
    path: { client_id: reviewer.clientId },
    body: { access_token: token, target: "hubot", repositories: ["hello"], permissions: { contents: "read" as const } },
  };
}
const scopeToken: Row<typeof scope> = {
  ...applicationOperation(scope, validScope, reviewer),
  200: {
    async call(server) {
      const request = await validScope(server);
      const answer = await server.as(reviewer).call(scope, request);
      expect(await checkStatus(server, reviewer, request.body.access_token)).toBe(200);
      return answer;
    },
    async check({ body }, server) {
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
      expect(await checkStatus(server, reviewer, body.token)).toBe(200);
      server.clock.now = new Date("2026-11-20T20:00:00Z");
      expect(await checkStatus(server, reviewer, body.token)).toBe(404);
    },
  },
  403: {
    async call(server) {
      const { token } = await applicationToken(server, octocat, gemUpdater);
      const path = { client_id: gemUpdater.clientId };
      return server.as(gemUpdater).call(scope, { path, body: { access_token: token, target: "octocat" } });
    },
  },
};

export const compatibilityRows = {
  "meta/root": root,
  "meta/get": meta,
  ...userRows,
  [check]: checkAuthorization,
  [reset]: resetAuthorization,
  [revoke]: revokeAuthorization,
  [revokeGrant]: revokeGrantForApplication,
  [scope]: scopeToken,
};
