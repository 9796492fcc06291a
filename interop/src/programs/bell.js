// @hapi/bell: the strategy of hapi, with its provider for GitHub.
import bell from "@hapi/bell";
import hapi from "@hapi/hapi";
import { settings } from "./check.js";
import { checkWebApplication } from "./web-application.js";

const { clientId, clientSecret, site } = settings;

await checkWebApplication({
  signIn: (visit) => visit("/callback"),
  async mount({ server: listener, origin }) {
    const server = hapi.server({ listener, autoListen: false });
    await server.register(bell);
    server.auth.strategy("github", "bell", {
      provider: bell.providers.github({ uri: site }),
      password: "a password that encrypts the cookie of bell",
      clientId,
      clientSecret,
      isSecure: false,
      location: origin,
    });
    server.route({
      method: ["GET", "POST"],
      path: "/callback",
      options: { auth: { mode: "try", strategy: "github" } },
      handler: ({ auth }) => (auth.isAuthenticated ? { token: auth.credentials.token } : auth.error.message),
    });
    await server.start();
  },
});
