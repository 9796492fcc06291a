// @octokit/oauth-methods: functions for the calls of an application.
import assert from "node:assert/strict";
import { checkToken, deleteAuthorization, deleteToken, resetToken } from "@octokit/oauth-methods";
import { request as plain } from "@octokit/request";
import { check, errorOf, settings } from "./check.js";
import { lifeCycle } from "./life-cycle.js";
import { applicationToken } from "./user-calls.js";

const { baseUrl, clientId, clientSecret } = settings;
const request = plain.defaults({ baseUrl });
const app = { clientType: "oauth-app", clientId, clientSecret, request };

settings.token = await applicationToken(["repo"]);
await lifeCycle({
  check: async (token) => (await checkToken({ ...app, token })).data,
  reset: async (token) => (await resetToken({ ...app, token })).data,
  revoke: (token) => deleteToken({ ...app, token }),
  statusOf: ({ status }) => status,
});
await check("apps/delete-authorization", "the grant is gone with its token", async () => {
  const token = await applicationToken(["repo"]);
  assert.equal((await deleteAuthorization({ ...app, token })).status, 204);
  assert.equal((await errorOf(checkToken({ ...app, token }))).status, 404);
});
await check("apps/check-token", "401 Bad credentials for a wrong client secret", async () => {
  const error = await errorOf(checkToken({ ...app, clientSecret: "0".repeat(40), token: "gho_none" }));
  assert.equal(error.status, 401);
});
