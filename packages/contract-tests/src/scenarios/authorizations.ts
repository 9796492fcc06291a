import { applicationToken, authorizationsOf, checkStatus, grantsOf, personalToken } from "@grantbook/test-kit/arrange";
import { deployer, gemUpdater, hubot, octocat, reviewer, type TestServer } from "@grantbook/test-kit/test-server";
import { expect } from "vitest";
import {
  currentCopy,
  refusedBodies,
  switchedOff,
  userChange,
  userOperation,
  type ValidRequest,
} from "../common-scenarios.js";
import { type Row, unreachable } from "../matrix.js";

const list = "oauth-authorizations/list-authorizations";
const listAuthorizations: Row<typeof list> = {
  ...userOperation(list, async () => ({})),
  200: {
    async call(server) {
      await applicationToken(server, octocat, gemUpdater, { fingerprint: "b" });
      await applicationToken(server, octocat, gemUpdater, { fingerprint: "a" });
      await applicationToken(server, octocat, gemUpdater);
      await personalToken(server, octocat, { note: "personal" });
      await personalToken(server, hubot, { note: "hubot's" });
      return server.as(octocat).call(list, { query: { per_page: 3, page: 1 } });
    },
    check({ body, headers }, { baseUrl }) {
      expect(body.map(({ note, fingerprint }) => note ?? fingerprint)).toEqual(["personal", null, "a"]);
      expect(body.map(({ token }) => token)).toEqual(["", "", ""]);
      expect(body[0]?.app).toMatchObject({ name: "personal", client_id: "00000000000000000000" });
      const page = `${baseUrl}/authorizations?per_page=3&page=2`;
      expect(headers?.link).toMatch(/rel="deprecation"; type="text\/html", <https:[^>]+>; rel="alternate"$/);
      expect(headers?.link?.split(", ").slice(0, 2)).toEqual([`<${page}>; rel="next"`, `<${page}>; rel="last"`]);
    },
  },
  304: currentCopy(list, async () => ({})),
  404: {
    call: (server) => server.as(octocat).call(list, { query: { client_id: "no-such-application" } }),
  },
  422: {
    call: (server) => server.as(octocat).call(list, { query: { client_id: "x".repeat(256) } }),
    check: ({ body }) =>
      expect(body.message).toBe(
        "Invalid request.\n\nFor 'client_id', only 255 characters are allowed; 256 were supplied.",
      ),
  },
};

const create = "oauth-authorizations/create-authorization";
const validCreate: ValidRequest<typeof create> = async () => ({ body: { note: "a note" } });
const createAuthorization: Row<typeof create> = {
  ...userOperation(create, validCreate),
  201: {
    call: (server) =>
      server
        .as(octocat)
        .call(create, { body: { note: "Update all gems", scopes: ["repo", "gist"], note_url: "http://a.example/" } }),
    check({ body, headers }, { baseUrl }) {
      expect(body).toMatchObject({
        token: expect.stringMatching(/^ghp_[0-9A-Za-z]{36}$/),
        token_last_eight: body.token.slice(-8),
        scopes: ["repo", "gist"],
        app: { name: "Update all gems", url: "http://a.example/", client_id: "00000000000000000000" },
        created_at: "2026-11-20T12:00:00Z",
        expires_at: null,
      });
      expect(body).not.toHaveProperty("user");
      expect(body.url).toBe(`${baseUrl}/authorizations/${body.id}`);
      expect(headers?.location).toBe(body.url);
    },
  },
  304: unreachable,
  404: switchedOff(create, validCreate, "removed"),
  410: switchedOff(create, validCreate, "brownout"),
  ...refusedBodies(create, validCreate, octocat),
  422: {
    async call(server) {
      await personalToken(server, octocat, { note: "in use" });
      return server.as(octocat).call(create, { body: { note: "in use" } });
    },
    check({ body }) {
      expect(body).toMatchObject({
        message: "Validation Failed",
        errors: [{ resource: "OauthAccess", code: "already_exists", field: "note" }],
        status: "422",
      });
    },
  },
};

const forApp = "oauth-authorizations/get-or-create-authorization-for-app";
const path = { client_id: gemUpdater.clientId };
const secret = { client_secret: gemUpdater.clientSecret };
const validForApp: ValidRequest<typeof forApp> = async () => ({ path, body: secret });
const getOrCreateForApp: Row<typeof forApp> = {
  ...userOperation(forApp, validForApp),
  200: {
    async call(server) {
      await applicationToken(server, octocat, gemUpdater, { scopes: ["gist"], note: "as it was" });
      return server.as(octocat).call(forApp, { path, body: { ...secret, scopes: ["repo"], note: "another" } });
    },
    check: ({ body }) => {
      expect(body).toMatchObject({ token: "", scopes: ["gist"], note: "as it was", fingerprint: null });
    },
  },
  201: {
    call: (server) => server.as(octocat).call(forApp, { path, body: { ...secret, scopes: ["repo"] } }),
    async check({ body, headers }, server) {
      expect(body).toMatchObject({ token: expect.stringMatching(/^gho_/), scopes: ["repo"], fingerprint: null });
      expect(headers?.location).toBe(body.url);
      expect(await checkStatus(server, gemUpdater, body.token)).toBe(200);
      expect(await grantsOf(server, octocat)).toMatchObject([{ app: { name: "Gem updater" }, scopes: ["repo"] }]);
    },
  },
  304: unreachable,
  404: switchedOff(forApp, validForApp, "removed"),
  ...refusedBodies(forApp, validForApp, octocat),
  422: {
    call: (server) => server.as(octocat).call(forApp, { path, body: { client_secret: deployer.clientSecret } }),
    async check({ body }, server) {
      expect(body.message).toBe("Invalid OAuth application client_id or secret.");
      expect(body).not.toHaveProperty("errors");
      expect(await grantsOf(server, octocat)).toEqual([]);
    },
  },
};

const forFingerprint = "oauth-authorizations/get-or-create-authorization-for-app-and-fingerprint";
const pathWithFingerprint = { ...path, fingerprint: "a laptop/of octocat" };
const validForFingerprint: ValidRequest<typeof forFingerprint> = async () => ({
  path: pathWithFingerprint,
  body: secret,
});
const getOrCreateForFingerprint: Row<typeof forFingerprint> = {
  ...userOperation(forFingerprint, validForFingerprint),
  200: {
    async call(server) {
      await applicationToken(server, octocat, gemUpdater, { fingerprint: pathWithFingerprint.fingerprint });
      return server.as(octocat).call(forFingerprint, { path: pathWithFingerprint, body: secret });
    },
    check: ({ body }) => expect(body).toMatchObject({ token: "", fingerprint: "a laptop/of octocat" }),
  },
  201: {
    async call(server) {
      await applicationToken(server, octocat, gemUpdater);
      return server.as(octocat).call(forFingerprint, {
        path: { client_id: reviewer.clientId, fingerprint: "a phone" },
        body: { client_secret: reviewer.clientSecret },
      });
    },
    check: ({ body }) => {
      expect(body).toMatchObject({ token: expect.stringMatching(/^ghu_/), fingerprint: "a phone", scopes: [] });
    },
  },
  404: switchedOff(forFingerprint, validForFingerprint, "removed"),
  ...refusedBodies(forFingerprint, validForFingerprint, octocat),
  422: {
    call: (server) =>
      server
        .as(octocat)
        .call(forFingerprint, { path: pathWithFingerprint, body: { ...secret, client_id: "x" } as typeof secret }),
    check: ({ body }) => expect(body.message).toBe('Invalid request.\n\n"client_id" is not a permitted key.'),
  },
};

const get = "oauth-authorizations/get-authorization";
const validGet: ValidRequest<typeof get> = async (server) => {
  const { id } = await personalToken(server, octocat, { note: "to be shown" });
  return { path: { authorization_id: id } };
};
const getAuthorization: Row<typeof get> = {
  ...userOperation(get, validGet),
  200: {
    async call(server) {
      const { id } = await applicationToken(server, octocat, gemUpdater, { note_url: "" });
      return server.as(octocat).call(get, { path: { authorization_id: id } });
    },
    check({ body }) {
      expect(body).toMatchObject({ token: "", hashed_token: expect.stringMatching(/^[0-9a-f]{64}$/), note_url: "" });
      expect(body).not.toHaveProperty("user");
    },
  },
  304: currentCopy(get, validGet),
  404: {
    async call(server) {
      const { id } = await personalToken(server, hubot, { note: "hubot's" });
      return server.as(octocat).call(get, { path: { authorization_id: id } });
    },
  },
};

const update = "oauth-authorizations/update-authorization";
/** A request that changes an authorization of octocat. */
const validUpdate = async (server: TestServer) => {
  const { id } = await personalToken(server, octocat, { note: "to be changed" });
  return { path: { authorization_id: id }, body: { note: "changed" } };
};
const updateAuthorization: Row<typeof update> = {
  ...userChange(update, validUpdate),
  200: {
    async call(server) {
      const { id } = await applicationToken(server, octocat, gemUpdater, { scopes: ["user", "gist"] });
      server.clock.now = new Date("2026-11-20T13:00:00Z");
      return server.as(octocat).call(update, {
        path: { authorization_id: id },
        body: { add_scopes: ["repo"], remove_scopes: ["user"], note: "changed" },
      });
    },
    async check({ body }, server) {
      expect(body).toMatchObject({
        token: "",
        scopes: ["gist", "repo"],
        note: "changed",
        updated_at: "2026-11-20T13:00:00Z",
      });
      expect(await grantsOf(server, octocat)).toMatchObject([{ scopes: ["gist", "repo"] }]);
    },
  },
  404: {
    async call(server) {
      const { id } = await personalToken(server, hubot, { note: "hubot's" });
      return server.as(octocat).call(update, { path: { authorization_id: id }, body: { note: "octocat's" } });
    },
    check: async (_, server) => expect(await authorizationsOf(server, hubot)).toMatchObject([{ note: "hubot's" }]),
  },
  ...refusedBodies(update, validUpdate, octocat),
  422: {
    async call(server) {
      const { path } = await validUpdate(server);
      return server.as(octocat).call(update, { path, body: { scopes: ["repo"], add_scopes: ["gist"] } });
    },
    check: ({ body }) => expect(body.errors).toMatchObject([{ field: "scopes", code: "custom" }]),
  },
};

const updateByPost = "oauth-authorizations/update-authorization-by-post";
const updateAuthorizationByPost: Row<typeof updateByPost> = {
  ...userChange(updateByPost, validUpdate),
  200: {
    call: async (server) => server.as(octocat).call(updateByPost, await validUpdate(server)),
    check: ({ body }) => expect(body).toMatchObject({ note: "changed", token: "" }),
  },
  404: {
    call: (server) => server.as(octocat).call(updateByPost, { path: { authorization_id: 999 }, body: { note: "n" } }),
  },
  ...refusedBodies(updateByPost, validUpdate, octocat),
  422: {
    async call(server) {
      const { path } = await validUpdate(server);
      return server.as(octocat).call(updateByPost, { path, body: { add_scopes: ["no such scope"] } });
    },
    check: ({ body }) => {
      expect(body.errors).toMatchObject([{ field: "add_scopes", message: "add_scopes are invalid: no such scope" }]);
    },
  },
};

const remove = "oauth-authorizations/delete-authorization";
const deleteAuthorization: Row<typeof remove> = {
  ...userChange(remove, async (server) => {
    const { id } = await personalToken(server, octocat, { note: "to be deleted" });
    return { path: { authorization_id: id } };
  }),
  204: {
    async call(server) {
      const { id } = await applicationToken(server, octocat, gemUpdater, { scopes: ["repo"] });
      return server.as(octocat).call(remove, { path: { authorization_id: id } });
    },
    async check(_, server) {
      expect(await authorizationsOf(server, octocat)).toEqual([]);
      expect(await grantsOf(server, octocat)).toMatchObject([{ scopes: ["repo"] }]);
    },
  },
  304: unreachable,
  404: {
    async call(server) {
      const { id } = await personalToken(server, hubot, { note: "hubot's" });
      return server.as(octocat).call(remove, { path: { authorization_id: id } });
    },
    check: async (_, server) => expect(await authorizationsOf(server, hubot)).toHaveLength(1),
  },
};

export const authorizationRows = {
  [list]: listAuthorizations,
  [create]: createAuthorization,
  [forApp]: getOrCreateForApp,
  [forFingerprint]: getOrCreateForFingerprint,
  [get]: getAuthorization,
  [update]: updateAuthorization,
  [updateByPost]: updateAuthorizationByPost,
  [remove]: deleteAuthorization,
};
