import { applicationToken, checkStatus, grantsOf, personalToken } from "@grantbook/test-kit/arrange";
import { deployer, gemUpdater, hubot, octocat, type TestServer } from "@grantbook/test-kit/test-server";
import { expect } from "vitest";
import { currentCopy, userChange, userOperation } from "../common-scenarios.js";
import { type Row, unreachable } from "../matrix.js";

const list = "oauth-authorizations/list-grants";
const listGrants: Row<typeof list> = {
  ...userOperation(list, async () => ({})),
  200: {
    async call(server) {
      await applicationToken(server, octocat, gemUpdater, { scopes: ["repo"] });
      await applicationToken(server, octocat, gemUpdater, { scopes: ["user", "repo"], fingerprint: "another" });
      await applicationToken(server, octocat, deployer);
      await personalToken(server, octocat, { note: "has no grant" });
      await applicationToken(server, hubot, gemUpdater);
      return server.as(octocat).call(list, { query: { per_page: 1, page: 1 } });
    },
    check({ body, headers }, { baseUrl }) {
      expect(body).toMatchObject([{ app: { name: "Gem updater" }, scopes: ["repo", "user"] }]);
      expect(body[0]?.url).toBe(`${baseUrl}/applications/grants/${body[0]?.id}`);
      expect(headers?.link).toContain(`<${baseUrl}/applications/grants?per_page=1&page=2>; rel="next"`);
    },
  },
  304: currentCopy(list, async () => ({})),
  404: {
    call: (server) => server.as(octocat).call(list, { query: { client_id: "no-such-application" } }),
  },
  422: {
    call: (server) => server.as(octocat).call(list, { query: { client_id: "x".repeat(256) } }),
  },
};

const get = "oauth-authorizations/get-grant";
/** A request about a grant of octocat. */
const validGet = async (server: TestServer) => ({ path: { grant_id: await grantId(server, octocat) } });
const getGrant: Row<typeof get> = {
  ...userOperation(get, validGet),
  200: {
    call: async (server) => server.as(octocat).call(get, await validGet(server)),
    check: ({ body }) => {
      expect(body).toMatchObject({ app: { client_id: gemUpdater.clientId, name: "Gem updater" }, scopes: ["repo"] });
      expect(body).not.toHaveProperty("user");
    },
  },
  304: currentCopy(get, validGet),
  404: {
    call: async (server) => server.as(octocat).call(get, { path: { grant_id: await grantId(server, hubot) } }),
  },
};

const remove = "oauth-authorizations/delete-grant";
const deleteGrant: Row<typeof remove> = {
  ...userChange(remove, validGet),
  204: {
    call: async (server) => server.as(octocat).call(remove, await validGet(server)),
    async check(_, server) {
      expect(await grantsOf(server, octocat)).toEqual([]);
      const { body } = await server.as(octocat).call("oauth-authorizations/list-authorizations");
      expect(body).toEqual([]);
    },
  },
  304: unreachable,
  404: {
    async call(server) {
      const { token } = await applicationToken(server, hubot, gemUpdater);
      const [grant] = await grantsOf(server, hubot);
      const answer = await server.as(octocat).call(remove, { path: { grant_id: grant?.id ?? 0 } });
      expect(await checkStatus(server, gemUpdater, token)).toBe(200);
      return answer;
    },
  },
};

async function grantId(server: TestServer, user: typeof octocat): Promise<number> {
  await applicationToken(server, user, gemUpdater, { scopes: ["repo"] });
  const [grant] = await grantsOf(server, user);
  return grant?.id ?? 0;
}

export const grantRows = { [list]: listGrants, [get]: getGrant, [remove]: deleteGrant };
