import type { ApplicationCredentials, UserCredentials } from "@grantbook/client";
import { applicationToken, authorizationsOf, checkStatus, grantsOf, personalToken } from "@grantbook/test-kit/arrange";
import { describeEngines } from "@grantbook/test-kit/describe-engines";
import { deployer, gemUpdater, hubot, octocat, useTestServer } from "@grantbook/test-kit/test-server";
import { transportsWith } from "@grantbook/test-kit/transports";
import { describe, expect, test } from "vitest";

// Two users with tokens of two applications each: nobody sees or changes what is another's.
describeEngines((engine) => {
  describe.each(transportsWith(engine))("ownership, $name", (transport) => {
    const server = useTestServer(engine, transport);

    async function tokens(user: UserCredentials) {
      return {
        personal: await personalToken(server, user, { note: "personal" }),
        ofGemUpdater: await applicationToken(server, user, gemUpdater),
        ofDeployer: await applicationToken(server, user, deployer),
      };
    }

    test("a user is shown nothing of another", async () => {
      const ofOctocat = await tokens(octocat);
      const ofHubot = await tokens(hubot);
      const ids = (all: Awaited<ReturnType<typeof tokens>>) => Object.values(all).map(({ id }) => id);
      expect((await authorizationsOf(server, octocat)).map(({ id }) => id)).toEqual(ids(ofOctocat));
      expect((await authorizationsOf(server, hubot)).map(({ id }) => id)).toEqual(ids(ofHubot));
      const grants = [...(await grantsOf(server, octocat)), ...(await grantsOf(server, hubot))].map(({ id }) => id);
      expect(new Set(grants).size).toBe(4);
    });

    test("lists are narrowed to one application by its client id", async () => {
      const { ofGemUpdater } = await tokens(octocat);
      const query = { client_id: gemUpdater.clientId };
      const authorizations = await server.as(octocat).call("oauth-authorizations/list-authorizations", { query });
      expect(authorizations).toMatchObject({ status: 200, body: [{ id: ofGemUpdater.id }] });
      expect(authorizations.body).toHaveLength(1);
      const grants = await server.as(octocat).call("oauth-authorizations/list-grants", { query });
      expect(grants).toMatchObject({ status: 200, body: [{ app: { client_id: gemUpdater.clientId } }] });
      expect(grants.body).toHaveLength(1);
    });

    test("what belongs to another is answered like what does not exist, and stays as it was", async () => {
      await tokens(octocat);
      const before = await authorizationsOf(server, octocat);
      const grantsBefore = await grantsOf(server, octocat);
      const stranger = server.as(hubot);
      const calls = (authorization_id: number, grant_id: number) => [
        stranger.call("oauth-authorizations/get-authorization", { path: { authorization_id } }),
        stranger.call("oauth-authorizations/update-authorization", {
          path: { authorization_id },
          body: { note: "mine" },
        }),
        stranger.call("oauth-authorizations/delete-authorization", { path: { authorization_id } }),
        stranger.call("oauth-authorizations/get-grant", { path: { grant_id } }),
        stranger.call("oauth-authorizations/delete-grant", { path: { grant_id } }),
      ];
      const bodies = async (answers: ReturnType<typeof calls>) =>
        (await Promise.all(answers)).map(({ status, body }) => ({ status, body }));
      const missing = await bodies(calls(999_999, 999_999));
      expect(missing.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
      for (const [index, { id }] of before.entries()) {
        expect(await bodies(calls(id, grantsBefore[index]?.id ?? 0))).toEqual(missing);
      }
      expect(await authorizationsOf(server, octocat)).toEqual(before);
      expect(await grantsOf(server, octocat)).toEqual(grantsBefore);
    });

    test("an application cannot check, reset or delete a token of another, nor the grant behind it", async () => {
      const { personal, ofGemUpdater } = await tokens(octocat);
      const other = server.as(deployer);
      const path = { client_id: deployer.clientId };
      for (const access_token of [ofGemUpdater.token, personal.token]) {
        const request = { path, body: { access_token } };
        const answers = await Promise.all([
          other.call("apps/check-token", request),
          other.call("apps/reset-token", request),
          other.call("apps/delete-token", request),
          other.call("apps/delete-authorization", request),
        ]);
        expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
      }
      expect(await checkStatus(server, gemUpdater, ofGemUpdater.token)).toBe(200);
      expect(await authorizationsOf(server, octocat)).toHaveLength(3);
    });

    test("an application that names another in the path is answered like for one that does not exist", async () => {
      const { token } = await applicationToken(server, octocat, gemUpdater);
      const call = (credentials: ApplicationCredentials, client_id: string) =>
        server.as(credentials).call("apps/check-token", { path: { client_id }, body: { access_token: token } });
      const unknown = await call(deployer, "99999999999999999999");
      const other = await call(deployer, gemUpdater.clientId);
      expect(other.status).toBe(404);
      expect(other.body).toEqual(unknown.body);
    });

    test("a user's credentials do not open the operations of applications, nor the other way round", async () => {
      const asUser = server.as({ clientId: octocat.login, clientSecret: octocat.password });
      const path = { client_id: gemUpdater.clientId };
      expect(await asUser.call("apps/check-token", { path, body: { access_token: "x" } })).toMatchObject({
        status: 401,
      });
      const asApplication = server.as({ login: gemUpdater.clientId, password: gemUpdater.clientSecret });
      expect(await asApplication.call("oauth-authorizations/list-grants")).toMatchObject({ status: 404 });
    });

    test("deleting a grant ends the tokens of that user and application, and no others", async () => {
      const ofOctocat = await tokens(octocat);
      const ofHubot = await tokens(hubot);
      const [grant] = await grantsOf(server, octocat);
      await server.as(octocat).call("oauth-authorizations/delete-grant", { path: { grant_id: grant?.id ?? 0 } });
      expect(await checkStatus(server, gemUpdater, ofOctocat.ofGemUpdater.token)).toBe(404);
      expect(await checkStatus(server, deployer, ofOctocat.ofDeployer.token)).toBe(200);
      expect(await checkStatus(server, gemUpdater, ofHubot.ofGemUpdater.token)).toBe(200);
    });
  });
});
