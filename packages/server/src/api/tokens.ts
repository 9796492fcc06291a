import type { TokenWithUser } from "../domain/store.js";
import * as tokens from "../domain/tokens.js";
import type { BaseUrls, Handlers } from "./handler.js";
import { parseScopedToken } from "./parsers.js";
import { serializeAuthorization, serializeInstallation, serializeUser } from "./serializers.js";

export const tokenHandlers = {
  async "apps/check-token"({ body }, { caller, domain, baseUrls }) {
    const holder = await tokens.check(domain, caller, body.access_token);
    return { status: 200, body: serializeTokenWithUser(baseUrls, holder, body.access_token) };
  },

  async "apps/reset-token"({ body }, { caller, domain, baseUrls }) {
    const { token, ...holder } = await tokens.reset(domain, caller, body.access_token);
    return { status: 200, body: serializeTokenWithUser(baseUrls, holder, token) };
  },

  async "apps/scope-token"({ body }, { caller, domain, baseUrls }) {
    const { token, ...holder } = await tokens.createScopedToken(domain, caller, parseScopedToken(body));
    return { status: 200, body: serializeTokenWithUser(baseUrls, holder, token) };
  },

  async "apps/delete-token"({ body }, { caller, domain }) {
    await tokens.revoke(domain, caller, body.access_token);
    return { status: 204 };
  },

  async "apps/delete-authorization"({ body }, { caller, domain }) {
    await tokens.revokeGrant(domain, caller, body.access_token);
    return { status: 204 };
  },
} satisfies Partial<Handlers>;

/** A token with the user it acts for, as applications are shown it. */
function serializeTokenWithUser(baseUrls: BaseUrls, { authorization, user }: TokenWithUser, token: string) {
  const { installation } = authorization;
  // To copy an object into another with more keys would cost as much as the lookup.
  return Object.assign(serializeAuthorization(baseUrls, authorization, token), {
    user: serializeUser(baseUrls, user),
    ...(installation && { installation: serializeInstallation(baseUrls, installation) }),
  });
}
