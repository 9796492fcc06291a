// openid-client 6: OAuth 2.0 with PKCE and state, for a server whose addresses are given.
import * as client from "openid-client";
import { settings } from "./check.js";
import { checkWebFlow, endpoints } from "./web-flow.js";

const { clientId, clientSecret, site } = settings;
const server = {
  issuer: `${site}/login/oauth`,
  authorization_endpoint: endpoints.authorize,
  token_endpoint: endpoints.token,
};
const config = new client.Configuration(server, clientId, clientSecret);
let pkceCodeVerifier;
let expectedState;

await checkWebFlow({
  async start() {
    pkceCodeVerifier = client.randomPKCECodeVerifier();
    expectedState = client.randomState();
    return client.buildAuthorizationUrl(config, {
      redirect_uri: endpoints.callback,
      scope: "read:user",
      code_challenge: await client.calculatePKCECodeChallenge(pkceCodeVerifier),
      code_challenge_method: "S256",
      state: expectedState,
    }).href;
  },
  finish: async (url) =>
    (await client.authorizationCodeGrant(config, url, { pkceCodeVerifier, expectedState })).access_token,
});
