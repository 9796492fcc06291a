// @auth/express: Auth.js with its provider for GitHub, told where the Enterprise Server is.
import { ExpressAuth, getSession } from "@auth/express";
import GitHub from "@auth/express/providers/github";
import express from "express";
import { settings } from "./check.js";
import { checkWebApplication } from "./web-application.js";

const { clientId, clientSecret, site } = settings;
/** Auth.js tells users little, and its log the reason. */
const problems = [];

await checkWebApplication({
  problems,
  async signIn(visit) {
    const { csrfToken } = JSON.parse((await visit("/callback/csrf")).text);
    return visit("/callback/signin/github", { body: new URLSearchParams({ csrfToken, callbackUrl: "/done" }) });
  },
  mount({ server }) {
    const config = {
      providers: [GitHub({ clientId, clientSecret, enterprise: { baseUrl: site } })],
      secret: "a secret of the application",
      trustHost: true,
      debug: true,
      logger: {
        error: ({ message }) => problems.push(message),
        warn: () => undefined,
        debug: (name, fields) => problems.push(`${name} ${JSON.stringify(fields)}`),
      },
      callbacks: {
        jwt: ({ token, account }) => ({ ...token, ...(account && { accessToken: account.access_token }) }),
        session: ({ token }) => ({ token: token.accessToken }),
      },
    };
    const app = express();
    // Its group is how Auth.js finds its base path, with Express 4 and 5.
    app.use(/^\/callback\/(.*)/, ExpressAuth(config));
    app.get("/done", async (request, response) => response.json(await getSession(request, config)));
    server.on("request", app);
  },
});
