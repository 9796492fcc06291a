import { authorizationHandlers } from "./authorizations.js";
import type { Handlers } from "./handler.js";
import { tokenHandlers } from "./tokens.js";
import { userHandlers } from "./users.js";

/** Operations that clients call in addition to the fourteen. */
export const compatibilityHandlers = {
  ...userHandlers,

  async "meta/root"(_request, { baseUrls: { site, api }, version }) {
    return {
      status: 200,
      body: {
        current_user_url: `${api}/user`,
        current_user_authorizations_html_url: `${site}/settings/connections/applications{/client_id}`,
        ...(version < "2026-03-10" ? { authorizations_url: `${api}/authorizations` } : {}),
      },
    };
  },

  async "meta/get"(_request, { enterpriseVersion }) {
    return {
      status: 200,
      body: { verifiable_password_authentication: true, installed_version: enterpriseVersion },
    };
  },

  async "rate-limit/get"(_request, { rateLimit }) {
    return { status: 200, body: { resources: { core: rateLimit }, rate: rateLimit } };
  },

  "oauth-authorizations/update-authorization-by-post":
    authorizationHandlers["oauth-authorizations/update-authorization"],

  async "apps/check-authorization"({ path }, context) {
    return tokenHandlers["apps/check-token"](tokenInBody(path), context);
  },

  async "apps/reset-authorization"({ path }, context) {
    return tokenHandlers["apps/reset-token"](tokenInBody(path), context);
  },

  async "apps/revoke-authorization-for-application"({ path }, context) {
    return tokenHandlers["apps/delete-token"](tokenInBody(path), context);
  },

  async "apps/revoke-grant-for-application"({ path }, context) {
    return tokenHandlers["apps/delete-authorization"](tokenInBody(path), context);
  },
} satisfies Partial<Handlers>;

/** The older form of a request as the newer one. */
function tokenInBody({ client_id, access_token }: { client_id: string; access_token: string }) {
  return { path: { client_id }, query: {} as never, body: { access_token } };
}
