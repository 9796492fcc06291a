// @octokit/auth-oauth-user with @octokit/oauth-methods: a server that signs users in.
import { createOAuthUserAuth } from "@octokit/auth-oauth-user";
import { getWebFlowAuthorizationUrl } from "@octokit/oauth-methods";
import { request as plain } from "@octokit/request";
import { settings } from "./check.js";
import { checkWebFlow } from "./web-flow.js";

const { baseUrl, clientId, clientSecret } = settings;
const request = plain.defaults({ baseUrl });

await checkWebFlow({
  start: () =>
    getWebFlowAuthorizationUrl({ clientType: "oauth-app", clientId, state: "abc", scopes: ["user:email"], request })
      .url,
  async finish(url) {
    const { code, state, error_description } = Object.fromEntries(url.searchParams);
    if (!code) throw new Error(error_description);
    const auth = createOAuthUserAuth({ clientId, clientSecret, code, state, request });
    return (await auth()).token;
  },
});
