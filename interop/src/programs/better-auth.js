// better-auth with its plugin generic-oauth: state and PKCE, the user from GET /user.
import { betterAuth } from "better-auth";
import { memoryAdapter } from "better-auth/adapters/memory";
import { toNodeHandler } from "better-auth/node";
import { genericOAuth } from "better-auth/plugins/generic-oauth";
import { settings } from "./check.js";
import { checkWebApplication } from "./web-application.js";
import { endpoints } from "./web-flow.js";

const { baseUrl, clientId, clientSecret } = settings;
const database = { user: [], session: [], account: [], verification: [] };

await checkWebApplication({
  signIn: (visit) =>
    visit("/callback/sign-in/social", {
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ provider: "enterprise", callbackURL: "/done", errorCallbackURL: "/failed" }),
    }),
  mount({ server, origin }) {
    const handle = toNodeHandler(
      betterAuth({
        baseURL: origin,
        basePath: "/callback",
        secret: "a secret of the application that nobody knows",
        database: memoryAdapter(database),
        plugins: [
          genericOAuth({
            config: [
              {
                providerId: "enterprise",
                clientId,
                clientSecret,
                authorizationUrl: endpoints.authorize,
                tokenUrl: endpoints.token,
                userInfoUrl: `${baseUrl}/user`,
                scopes: ["read:user", "user:email"],
                pkce: true,
              },
            ],
          }),
        ],
      }),
    );
    server.on("request", (request, response) => {
      if (request.url === "/done") response.end(JSON.stringify({ token: database.account.at(-1).accessToken }));
      else if (request.url.startsWith("/failed")) response.end(request.url);
      else handle(request, response);
    });
  },
});
