// @octokit/oauth-app: the class that servers use.
import assert from "node:assert/strict";
import { Octokit } from "@octokit/core";
import { OAuthApp } from "@octokit/oauth-app";
import { check, errorOf, settings } from "./check.js";
import { lifeCycle } from "./life-cycle.js";
import { applicationToken } from "./user-calls.js";
import { checkWebFlow } from "./web-flow.js";

const { baseUrl, clientId, clientSecret } = settings;
const app = new OAuthApp({ clientType: "oauth-app", clientId, clientSecret, Octokit: Octokit.defaults({ baseUrl }) });

await checkWebFlow({
  start: () => app.getWebFlowAuthorizationUrl({ state: "abc", scopes: ["repo"] }).url,
  async finish(url) {
    const { code, state, error_description } = Object.fromEntries(url.searchParams);
    if (!code) throw new Error(error_description);
    return (await app.createToken({ code, state })).authentication.token;
  },
});
settings.token = await applicationToken(["repo"]);
await lifeCycle({
  check: async (token) => (await app.checkToken({ token })).data,
  reset: async (token) => (await app.resetToken({ token })).data,
  revoke: (token) => app.deleteToken({ token }),
  statusOf: ({ status }) => status,
});
await check("apps/delete-authorization", "the grant is gone with its token", async () => {
  const token = await applicationToken(["repo"]);
  await app.deleteAuthorization({ token });
  assert.equal((await errorOf(app.checkToken({ token }))).status, 404);
});
