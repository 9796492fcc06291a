// octokit 5: an OAuth app checks, resets and revokes tokens; a token signs in and sees its scopes.
import assert from "node:assert/strict";
import { createOAuthAppAuth } from "@octokit/auth-oauth-app";
import { Octokit } from "octokit";
import { check, settings } from "./check.js";
import { lifeCycle } from "./life-cycle.js";
import { applicationToken } from "./user-calls.js";

const { baseUrl, clientId, clientSecret, login } = settings;
const auth = { clientType: "oauth-app", clientId, clientSecret };
const { rest } = new Octokit({ baseUrl, authStrategy: createOAuthAppAuth, auth });
const data = async (promise) => (await promise).data;
const access = (access_token) => ({ client_id: clientId, access_token });
const made = await applicationToken(["repo", "user"]);

await check("users/get-authenticated", "the user and the scopes of a token", async () => {
  const { data: user, headers } = await new Octokit({ baseUrl, auth: made }).rest.users.getAuthenticated();
  assert.equal(user.login, login);
  assert.equal(headers["x-oauth-scopes"], "repo, user");
});
settings.token = made;
await lifeCycle({
  check: (token) => data(rest.apps.checkToken(access(token))),
  reset: (token) => data(rest.apps.resetToken(access(token))),
  revoke: (token) => rest.apps.deleteToken(access(token)),
  statusOf: ({ status }) => status,
});
