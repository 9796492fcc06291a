import type { TokenHolder } from "../domain/store.js";
import * as tokens from "../domain/tokens.js";
import type { Addresses, Handlers } from "./handler.js";
import { authorizationResource, installationResource, userResource } from "./resources.js";

export const tokenHandlers = {
  async "apps/check-token"({ body }, { caller, book, addresses }) {
    const holder = await tokens.check(book, caller, body.access_token);
    return { status: 200, body: heldToken(addresses, holder, body.access_token) };
  },

  async "apps/reset-token"({ body }, { caller, book, addresses }) {
    const { token, ...holder } = await tokens.reset(book, caller, body.access_token);
    return { status: 200, body: heldToken(addresses, holder, token) };
  },

  async "apps/scope-token"({ body }, { caller, book, addresses }) {
    const { token, ...holder } = await tokens.scope(book, caller, body);
    return { status: 200, body: heldToken(addresses, holder, token) };
  },

  async "apps/delete-token"({ body }, { caller, book }) {
    await tokens.revoke(book, caller, body.access_token);
    return { status: 204 };
  },

  async "apps/delete-authorization"({ body }, { caller, book }) {
    await tokens.revokeGrant(book, caller, body.access_token);
    return { status: 204 };
  },
} satisfies Partial<Handlers>;

/** A token with the user it acts for, as applications are shown it. */
function heldToken(addresses: Addresses, { authorization, user }: TokenHolder, token: string) {
  const { installation } = authorization;
  // To copy an object into another with more keys would cost as much as the look-up.
  return Object.assign(authorizationResource(addresses, authorization, token), {
    user: userResource(addresses, user),
    ...(installation && { installation: installationResource(addresses, installation) }),
  });
}
