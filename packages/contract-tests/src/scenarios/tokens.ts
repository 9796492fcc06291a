import { expect } from "vitest";
import { applicationOperation } from "../common.js";
import { applicationToken, authorizationsOf, checked, grantsOf } from "../given.js";
import type { Row } from "../matrix.js";
import { deployer, gemUpdater, hubot, octocat, type World } from "../world.js";

const path = { client_id: gemUpdater.clientId };

/** A request about a good token, as all these operations take one. */
async function validRequest(world: World) {
  const { token } = await applicationToken(world, octocat, gemUpdater, { scopes: ["repo"], fingerprint: "a laptop" });
  return { path, body: { access_token: token } };
}

const check = "apps/check-token";
const checkToken: Row<typeof check> = {
  ...applicationOperation(check, validRequest),
  200: {
    async call(world) {
      const request = await validRequest(world);
      const answer = await world.as(gemUpdater).call(check, request);
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
    async call(world) {
      const request = await validRequest(world);
      world.clock.now = new Date("2026-11-20T13:00:00Z");
      const answer = await world.as(gemUpdater).call(reset, request);
      expect(await checked(world, gemUpdater, request.body.access_token)).toBe(404);
      return answer;
    },
    async check({ body }, world) {
      expect(body).toMatchObject({
        token: expect.stringMatching(/^gho_/),
        scopes: ["repo"],
        fingerprint: "a laptop",
        created_at: "2026-11-20T12:00:00Z",
        updated_at: "2026-11-20T13:00:00Z",
        user: { login: "octocat" },
      });
      expect(await checked(world, gemUpdater, body.token)).toBe(200);
      expect(await authorizationsOf(world, octocat)).toMatchObject([{ id: body.id, token: "" }]);
    },
  },
};

const deleteOne = "apps/delete-token";
const deleteToken: Row<typeof deleteOne> = {
  ...applicationOperation(deleteOne, validRequest),
  204: {
    async call(world) {
      const other = await applicationToken(world, octocat, gemUpdater);
      const request = await validRequest(world);
      const answer = await world.as(gemUpdater).call(deleteOne, request);
      expect(await checked(world, gemUpdater, request.body.access_token)).toBe(404);
      expect(await checked(world, gemUpdater, other.token)).toBe(200);
      return answer;
    },
    check: async (_, world) => expect(await grantsOf(world, octocat)).toHaveLength(1),
  },
};

const deleteAll = "apps/delete-authorization";
const deleteAppAuthorization: Row<typeof deleteAll> = {
  ...applicationOperation(deleteAll, validRequest),
  204: {
    async call(world) {
      const second = await applicationToken(world, octocat, gemUpdater);
      const ofHubot = await applicationToken(world, hubot, gemUpdater);
      const ofDeployer = await applicationToken(world, octocat, deployer);
      const answer = await world.as(gemUpdater).call(deleteAll, await validRequest(world));
      expect(await checked(world, gemUpdater, second.token)).toBe(404);
      expect(await checked(world, gemUpdater, ofHubot.token)).toBe(200);
      expect(await checked(world, deployer, ofDeployer.token)).toBe(200);
      return answer;
    },
    async check(_, world) {
      expect(await grantsOf(world, octocat)).toMatchObject([{ app: { name: "Deployer" } }]);
    },
  },
};

export const tokenRows = {
  [check]: checkToken,
  [reset]: resetToken,
  [deleteOne]: deleteToken,
  [deleteAll]: deleteAppAuthorization,
};
