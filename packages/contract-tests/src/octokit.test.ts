import type { UserCredentials } from "@grantbook/client";
import { type OperationEntry, operationTable } from "@grantbook/contract";
import { applicationToken, checkStatus, grantsOf, personalToken } from "@grantbook/test-kit/arrange";
import { describeEngines } from "@grantbook/test-kit/describe-engines";
import { gemUpdater, octocat, reviewer, startTestServer, type TestServer } from "@grantbook/test-kit/test-server";
import { transports } from "@grantbook/test-kit/transports";
import { Octokit } from "@octokit/core";
import { checkToken, deleteAuthorization, deleteToken, resetToken, scopeToken } from "@octokit/oauth-methods";
import { request } from "@octokit/request";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

const basic = ({ login, password }: UserCredentials) => `basic ${btoa(`${login}:${password}`)}`;
const notice = "https://developer.github.com/changes/2020-02-14-deprecating-oauth-auth-endpoint/";
const refused = (status: number, message: string) => ({ status, response: { data: { message } } });
const notFound = refused(404, "Not Found");
const wrongSecret = refused(422, "Invalid OAuth application client_id or secret.");
const ofGemUpdater = { client_id: gemUpdater.clientId, client_secret: gemUpdater.clientSecret };
const withWrongSecret = { client_id: gemUpdater.clientId, client_secret: "wrong", fingerprint: "a laptop" };

/** For every operation for users a request that is refused: route, parameters, refusal. */
const refusals = [
  ["GET /applications/grants", { client_id: "unknown" }, notFound],
  ["GET /applications/grants/{grant_id}", { grant_id: 99 }, notFound],
  ["DELETE /applications/grants/{grant_id}", { grant_id: 99 }, notFound],
  ["GET /authorizations", { client_id: "unknown" }, notFound],
  ["POST /authorizations", { note: "in use" }, refused(422, "Validation Failed")],
  ["PUT /authorizations/clients/{client_id}", withWrongSecret, wrongSecret],
  ["PUT /authorizations/clients/{client_id}/{fingerprint}", withWrongSecret, wrongSecret],
  ["GET /authorizations/{authorization_id}", { authorization_id: 99 }, notFound],
  ["POST /authorizations/{authorization_id}", { authorization_id: 99, note: "changed" }, notFound],
  ["DELETE /authorizations/{authorization_id}", { authorization_id: 99 }, notFound],
  ["PATCH /authorizations/{authorization_id}", { authorization_id: 99, note: "changed" }, notFound],
] as const;

describeEngines((engine) => {
  describe.each(transports.filter(({ name }) => name === "over HTTP"))(
    "unmodified clients of GitHub, $name",
    (http) => {
      let server: TestServer;
      // The default log of these clients.
      const warn = vi.spyOn(console, "warn");

      beforeEach(async () => {
        server = await startTestServer(http, engine);
        warn.mockReset().mockImplementation(() => undefined);
      });

      afterEach(() => server.close());

      describe("@octokit/oauth-methods", () => {
        const toUs = () => ({ request: request.defaults({ baseUrl: server.baseUrl }) });
        const application = () => ({ ...toUs(), ...gemUpdater, clientType: "oauth-app" as const });
        const gitHubApp = () => ({ ...toUs(), ...reviewer, clientType: "github-app" as const });

        test("checks a token", async () => {
          const { token } = await applicationToken(server, octocat, gemUpdater, { scopes: ["repo"] });
          const { authentication, data } = await checkToken({ ...application(), token });
          expect(authentication).toMatchObject({ token, scopes: ["repo"] });
          expect(data).toMatchObject({ app: { name: "Gem updater" }, user: { login: "octocat" } });
          expect(warn).not.toHaveBeenCalled();
        });

        test("resets a token: the new one is good, the old one is not", async () => {
          const { token } = await applicationToken(server, octocat, gemUpdater, { scopes: ["repo"] });
          const { authentication } = await resetToken({ ...application(), token });
          expect(authentication).toMatchObject({ token: expect.stringMatching(/^gho_/), scopes: ["repo"] });
          expect(await checkStatus(server, gemUpdater, authentication.token)).toBe(200);
          expect(await checkStatus(server, gemUpdater, token)).toBe(404);
        });

        test("deletes a token, and no other", async () => {
          const { token } = await applicationToken(server, octocat, gemUpdater);
          const other = await applicationToken(server, octocat, gemUpdater, { fingerprint: "a laptop" });
          expect(await deleteToken({ ...application(), token })).toHaveProperty("status", 204);
          expect(await checkStatus(server, gemUpdater, token)).toBe(404);
          expect(await checkStatus(server, gemUpdater, other.token)).toBe(200);
        });

        test("deletes a grant with all its tokens", async () => {
          const { token } = await applicationToken(server, octocat, gemUpdater);
          const other = await applicationToken(server, octocat, gemUpdater, { fingerprint: "a laptop" });
          expect(await deleteAuthorization({ ...application(), token })).toHaveProperty("status", 204);
          expect(await checkStatus(server, gemUpdater, other.token)).toBe(404);
          expect(await grantsOf(server, octocat)).toEqual([]);
        });

        test("makes a narrower token of a token of a GitHub App", async () => {
          const { token } = await applicationToken(server, octocat, reviewer);
          const { authentication } = await checkToken({ ...gitHubApp(), token });
          expect(authentication).toEqual({
            ...reviewer,
            clientType: "github-app",
            token,
            expiresAt: "2026-11-20T20:00:00Z",
          });
          const permissions = { contents: "read" } as const;
          const narrower = await scopeToken({
            ...gitHubApp(),
            token,
            target: "hubot",
            repositories: ["hello"],
            permissions,
          });
          expect(narrower.authentication).toMatchObject({ token: expect.stringMatching(/^ghu_/) });
          expect(narrower.data.installation).toMatchObject({ permissions, account: { login: "hubot" } });
          expect(await checkStatus(server, reviewer, token)).toBe(200);
          const ofNobody = scopeToken({ ...gitHubApp(), target: "hubot", token: "ghu_unknown" });
          await expect(ofNobody).rejects.toMatchObject(notFound);
        });

        test.each(Object.entries({ checkToken, resetToken, deleteToken, deleteAuthorization }))(
          "%s receives 404 for an unknown token",
          async (_, method) => {
            await expect(method({ ...application(), token: "gho_unknown" })).rejects.toMatchObject(notFound);
          },
        );
      });

      describe("@octokit/core", () => {
        const octokit = () =>
          new Octokit({ baseUrl: server.baseUrl }).request.defaults({ headers: { authorization: basic(octocat) } });

        test("makes, reads, changes and deletes a token", async () => {
          const call = octokit();
          const made = await call("POST /authorizations", { note: "a note", scopes: ["repo"] });
          expect(made).toMatchObject({
            status: 201,
            data: { token: expect.stringMatching(/^ghp_/), scopes: ["repo"] },
          });
          const authorization_id: number = made.data.id;
          expect(made.headers.location).toBe(`${server.baseUrl}/authorizations/${authorization_id}`);
          const route = "/authorizations/{authorization_id}";
          const renamed = await call(`POST ${route}`, { authorization_id, note: "another" });
          expect(renamed).toMatchObject({ status: 200, data: { note: "another", scopes: ["repo"] } });
          const changed = await call(`PATCH ${route}`, { authorization_id, add_scopes: ["gist"] });
          expect(changed).toMatchObject({
            status: 200,
            data: { token: "", note: "another", scopes: ["repo", "gist"] },
          });
          expect((await call(`GET ${route}`, { authorization_id })).data).toEqual(changed.data);
          expect((await call("GET /authorizations")).data).toEqual([changed.data]);
          expect(await call(`DELETE ${route}`, { authorization_id })).toHaveProperty("status", 204);
          expect((await call("GET /authorizations")).data).toEqual([]);
        });

        test("gets or creates the tokens of an application, and gives up its grant", async () => {
          const call = octokit();
          const route = "PUT /authorizations/clients/{client_id}";
          const made = await call(route, { ...ofGemUpdater, scopes: ["repo"] });
          expect(made).toMatchObject({ status: 201, data: { token: expect.stringMatching(/^gho_/) } });
          expect(await call(route, ofGemUpdater)).toMatchObject({
            status: 200,
            data: { id: made.data.id, token: "" },
          });
          const laptop = await call(`${route}/{fingerprint}`, {
            ...ofGemUpdater,
            fingerprint: "a laptop/of octocat",
          });
          expect(laptop).toMatchObject({ status: 201, data: { fingerprint: "a laptop/of octocat" } });
          const { data: grants } = await call("GET /applications/grants");
          expect(grants).toMatchObject([{ app: { name: "Gem updater" }, scopes: ["repo"] }]);
          const grant_id: number = grants[0].id;
          expect((await call("GET /applications/grants/{grant_id}", { grant_id })).data).toEqual(grants[0]);
          expect(await call("DELETE /applications/grants/{grant_id}", { grant_id })).toHaveProperty("status", 204);
          expect(await checkStatus(server, gemUpdater, laptop.data.token)).toBe(404);
        });

        test("every operation for users is among those that are refused here", () => {
          const all = Object.values<OperationEntry>(operationTable).filter(({ caller }) => caller === "user");
          const expected = all.map(({ method, path }) => `${method} ${path}`);
          expect(refusals.map(([route]) => route).toSorted()).toEqual(expected.toSorted());
        });

        test.each(refusals)("%s with %j is refused", async (route, parameters, refusal) => {
          await personalToken(server, octocat, { note: "in use" });
          await expect(octokit()(route, { ...parameters })).rejects.toMatchObject(refusal);
        });

        test("learns whose token it sends", async () => {
          const octokitWith = (auth: string) => new Octokit({ baseUrl: server.baseUrl, auth });
          const { token } = await personalToken(server, octocat, { note: "a note", scopes: ["repo", "gist"] });
          const { data, headers } = await octokitWith(token).request("GET /user");
          expect(data.login).toBe("octocat");
          expect(headers["x-oauth-scopes"]).toBe("gist, repo");
          const ofNobody = octokitWith("ghp_unknown").request("GET /user");
          await expect(ofNobody).rejects.toMatchObject(refused(401, "Bad credentials"));
        });

        test("warns of the removal, with its day and GitHub's notice", async () => {
          await octokit()("GET /authorizations");
          expect(warn).toHaveBeenCalledExactlyOnceWith(
            `[@octokit/request] "GET ${server.baseUrl}/authorizations" is deprecated. ` +
              `It is scheduled to be removed on Fri, 13 Nov 2020 16:00:00 GMT. See ${notice}`,
          );
        });
      });
    },
  );
});
