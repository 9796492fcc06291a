// @fastify/oauth2 with PKCE: simple-oauth2 in a plugin of Fastify.
import oauth2 from "@fastify/oauth2";
import fastify from "fastify";
import { settings } from "./check.js";
import { checkWebApplication } from "./web-application.js";

const { clientId, clientSecret, site } = settings;

await checkWebApplication({
  signIn: (visit) => visit("/sign-in"),
  async mount({ server, origin }) {
    const app = fastify();
    await app.register(oauth2, {
      name: "github",
      scope: ["read:user", "user:email"],
      credentials: {
        client: { id: clientId, secret: clientSecret },
        auth: {
          tokenHost: site,
          tokenPath: "/login/oauth/access_token",
          authorizePath: "/login/oauth/authorize",
        },
      },
      startRedirectPath: "/sign-in",
      callbackUri: `${origin}/callback`,
      pkce: "S256",
    });
    app.get("/callback", async (request) => {
      const { error, error_description } = request.query;
      if (error) throw new Error(error_description);
      const { token } = await app.github.getAccessTokenFromAuthorizationCodeFlow(request);
      return { token: token.access_token };
    });
    await app.ready();
    server.on("request", (request, response) => app.routing(request, response));
  },
});
