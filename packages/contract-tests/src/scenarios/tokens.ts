import { applicationToken, authorizationsOf, checkStatus, grantsOf } from "@grantbook/test-kit/arrange";
import { deployer, gemUpdater, hubot, octocat, type TestServer } from "@grantbook/test-kit/test-server";
import { expect } from "vitest";
import { applicationOperation } from "../application-scenarios.js";
import type { Row } from "../matrix.js";

const path = { client_id: gemUpdater.clientId };

/** A request about a good token, as all these operations take one. */
async function validRequest(server: TestServer) {
  const { token } = await applicationToken(server, octocat, gemUpdater, { scopes: ["repo"], fingerprint: "a laptop" });
  return { path, body: { access_token: token } };
}

const check = "apps/check-token";
const checkToken: Row<typeof check> = {
  ...applicationOperation(check, validRequest),
  200: {
    async call(server) {
      const request = await validRequest(server);
      const answer = await server.as(gemUpdater).call(check, request);
      expect(answer.body).toHaveProperty("token", request.body.access_token);
      return answer;
    },
    check({ body }, { baseUrl }) {
      expect(body).toMatchObject({
        scopes: ["repo"],
        fingerprint: "a laptop",
        app: { client_id: gemUpdater.clientId },
      });
      expect(Object.keys(body.user ?? {})).toHaveLength(18);
      expect(body.user).toMatchObject({ login: "octocat", site_admin: true, url: `${baseUrl}/users/octocat` });
    },
  },
};

const reset = "apps/reset-token";
const resetToken: Row<typeof reset> = {
  ...applicationOperation(reset, validRequest),
  200: {
    async call(server) {
      const request = await validRequest(server);
      server.clock.now = new Date("2026-11-20T13:00:00Z");
      const answer = await server.as(gemUpdater).call(reset, request);
      expect(await checkStatus(server, gemUpdater, request.body.access_token)).toBe(404);
      return answer;
    },
    async check({ body }, server) {
      expect(body).toMatchObject({
        token: expect.stringMatching(/^gho_/),
        scopes: ["repo"],
        fingerprint: "a laptop",
        created_at: "2026-11-20T12:00:00Z",
        updated_at: "2026-11-20T13:00:00Z",
        user: { login: "octocat" },
      });
      expect(await checkStatus(server, gemUpdater, body.token)).toBe(200);
      expect(await authorizationsOf(server, octocat)).toMatchObject([{ id: body.id, token: "" }]);
    },
  },
};

const deleteOne = "apps/delete-token";
const deleteToken: Row<typeof deleteOne> = {
  ...applicationOperation(deleteOne, validRequest),
  204: {
    async call(server) {
      const other = await applicationToken(server, octocat, gemUpdater);
      const request = await validRequest(server);
      const answer = await server.as(gemUpdater).call(deleteOne, request);
      expect(await checkStatus(server, gemUpdater, request.body.access_token)).toBe(404);
      expect(await checkStatus(server, gemUpdater, other.token)).toBe(200);
      return answer;
    },
    check: async (_, server) => expect(await grantsOf(server, octocat)).toHaveLength(1),
  },
};

const deleteAll = "apps/delete-authorization";
const deleteAppAuthorization: Row<typeof deleteAll> = {
  ...applicationOperation(deleteAll, validRequest),
  204: {
    async call(server) {
      const second = await applicationToken(server, octocat, gemUpdater);
      const ofHubot = await applicationToken(server, hubot, gemUpdater);
      const ofDeployer = await applicationToken(server, octocat, deployer);
      const answer = await server.as(gemUpdater).call(deleteAll, await validRequest(server));
      expect(await checkStatus(server, gemUpdater, second.token)).toBe(404);
      expect(await checkStatus(server, gemUpdater, ofHubot.token)).toBe(200);
      expect(await checkStatus(server, deployer, ofDeployer.token)).toBe(200);
      return answer;
    },
    async check(_, server) {
      expect(await grantsOf(server, octocat)).toMatchObject([{ app: { name: "Deployer" } }]);
    },
  },
};

export const tokenRows = {
  [check]: checkToken,
  [reset]: resetToken,
  [deleteOne]: deleteToken,
  [deleteAll]: deleteAppAuthorization,
};
