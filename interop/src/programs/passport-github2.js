// passport-github2: the strategy of passport, for the addresses of an Enterprise Server.
import { createRequire } from "node:module";
import { settings } from "./check.js";
import { checkWebFlow, endpoints } from "./web-flow.js";

const { Strategy } = createRequire(import.meta.url)("passport-github2");
const { baseUrl, clientId, clientSecret } = settings;
const options = {
  clientID: clientId,
  clientSecret,
  callbackURL: endpoints.callback,
  authorizationURL: endpoints.authorize,
  tokenURL: endpoints.token,
  userProfileURL: `${baseUrl}/user`,
  userEmailURL: `${baseUrl}/user/emails`,
  scope: ["user:email"],
};

/** One request of a web server, as passport calls a strategy: resolves with its outcome. */
const authenticate = (query) =>
  new Promise((resolve, reject) => {
    const strategy = new Strategy(options, (token, _refreshToken, profile, done) => done(null, { token, profile }));
    const outcome = {
      redirect: resolve,
      success: ({ token }) => resolve(token),
      fail: (info) => reject(new Error(info?.message ?? "authentication failed")),
      error: reject,
    };
    Object.assign(strategy, outcome).authenticate({ query, session: {}, headers: {}, connection: {} }, {});
  });

await checkWebFlow({
  start: () => authenticate({}),
  finish: (url) => authenticate(Object.fromEntries(url.searchParams)),
});
