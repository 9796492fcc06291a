// grant, as a middleware of Express: state, PKCE, the answer in the session.
import express from "express";
import session from "express-session";
import grant from "grant";
import { settings } from "./check.js";
import { checkWebApplication } from "./web-application.js";
import { endpoints } from "./web-flow.js";

const { baseUrl, clientId, clientSecret } = settings;

await checkWebApplication({
  signIn: (visit) => visit("/callback/github"),
  mount({ server, origin }) {
    const app = express();
    app.use(session({ secret: "a secret of the application", resave: false, saveUninitialized: false }));
    app.use(
      grant.express({
        defaults: { origin, prefix: "/callback", transport: "session", state: true, pkce: true },
        github: {
          key: clientId,
          secret: clientSecret,
          scope: ["read:user", "user:email"],
          authorize_url: endpoints.authorize,
          access_url: endpoints.token,
          profile_url: `${baseUrl}/user`,
          response: ["tokens", "profile"],
          callback: "/done",
        },
      }),
    );
    app.get("/done", ({ session }, response) => {
      const { access_token: token, profile, error } = session.grant.response;
      response.json(error ? { error } : { token, login: profile.login });
    });
    server.on("request", app);
  },
});
