import { expect } from "vitest";
import { currentCopy, userChange, userOperation } from "../common.js";
import { applicationToken, checked, grantsOf, personalToken } from "../given.js";
import { type Row, unreachable } from "../matrix.js";
import { deployer, gemUpdater, hubot, octocat, type World } from "../world.js";

const list = "oauth-authorizations/list-grants";
const listGrants: Row<typeof list> = {
  ...userOperation(list, async () => ({})),
  200: {
    async call(world) {
      await applicationToken(world, octocat, gemUpdater, { scopes: ["repo"] });
      await applicationToken(world, octocat, gemUpdater, { scopes: ["user", "repo"], fingerprint: "another" });
      await applicationToken(world, octocat, deployer);
      await personalToken(world, octocat, { note: "has no grant" });
      await applicationToken(world, hubot, gemUpdater);
      return world.as(octocat).call(list, { query: { per_page: 1, page: 1 } });
    },
    check({ body, headers }, { baseUrl }) {
      expect(body).toMatchObject([{ app: { name: "Gem updater" }, scopes: ["repo", "user"] }]);
      expect(body[0]?.url).toBe(`${baseUrl}/applications/grants/${body[0]?.id}`);
      expect(headers?.link).toContain(`<${baseUrl}/applications/grants?per_page=1&page=2>; rel="next"`);
    },
  },
  304: currentCopy(list, async () => ({})),
  404: {
    call: (world) => world.as(octocat).call(list, { query: { client_id: "no-such-application" } }),
  },
  422: {
    call: (world) => world.as(octocat).call(list, { query: { per_page: "all" as unknown as number } }),
  },
};

const get = "oauth-authorizations/get-grant";
/** A request about a grant of octocat. */
const validGet = async (world: World) => ({ path: { grant_id: await grantId(world, octocat) } });
const getGrant: Row<typeof get> = {
  ...userOperation(get, validGet),
  200: {
    call: async (world) => world.as(octocat).call(get, await validGet(world)),
    check: ({ body }) => {
      expect(body).toMatchObject({ app: { client_id: gemUpdater.clientId, name: "Gem updater" }, scopes: ["repo"] });
      expect(body).not.toHaveProperty("user");
    },
  },
  304: currentCopy(get, validGet),
  404: {
    call: async (world) => world.as(octocat).call(get, { path: { grant_id: await grantId(world, hubot) } }),
  },
};

const remove = "oauth-authorizations/delete-grant";
const deleteGrant: Row<typeof remove> = {
  ...userChange(remove, validGet),
  204: {
    call: async (world) => world.as(octocat).call(remove, await validGet(world)),
    async check(_, world) {
      expect(await grantsOf(world, octocat)).toEqual([]);
      const { body } = await world.as(octocat).call("oauth-authorizations/list-authorizations");
      expect(body).toEqual([]);
    },
  },
  304: unreachable,
  404: {
    async call(world) {
      const { token } = await applicationToken(world, hubot, gemUpdater);
      const [grant] = await grantsOf(world, hubot);
      const answer = await world.as(octocat).call(remove, { path: { grant_id: grant?.id ?? 0 } });
      expect(await checked(world, gemUpdater, token)).toBe(200);
      return answer;
    },
  },
};

async function grantId(world: World, user: typeof octocat): Promise<number> {
  await applicationToken(world, user, gemUpdater, { scopes: ["repo"] });
  const [grant] = await grantsOf(world, user);
  return grant?.id ?? 0;
}

export const grantRows = { [list]: listGrants, [get]: getGrant, [remove]: deleteGrant };
