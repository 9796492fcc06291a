import * as authorizations from "../domain/authorizations.js";
import type { Authorization } from "../domain/model.js";
import type { Addresses, Context, Handlers } from "./handler.js";
import { linkHeader, pageRequest } from "./pagination.js";
import { authorizationResource, authorizationUrl } from "./resources.js";

export const authorizationHandlers = {
  async "oauth-authorizations/list-authorizations"({ query }, { caller, book, addresses }) {
    const page = await authorizations.list(book, caller, pageRequest(query), query.client_id);
    return {
      status: 200,
      headers: linkHeader("oauth-authorizations/list-authorizations", `${addresses.api}/authorizations`, query, page),
      body: page.items.map((authorization) => authorizationResource(addresses, authorization)),
    };
  },

  async "oauth-authorizations/create-authorization"({ body }, { caller, book, addresses }) {
    return created(addresses, await authorizations.create(book, caller, body));
  },

  async "oauth-authorizations/get-or-create-authorization-for-app"({ path, body }, context) {
    return getOrCreate(context, path.client_id, body);
  },

  async "oauth-authorizations/get-or-create-authorization-for-app-and-fingerprint"({ path, body }, context) {
    return getOrCreate(context, path.client_id, { ...body, fingerprint: path.fingerprint });
  },

  async "oauth-authorizations/get-authorization"({ path }, { caller, book, addresses }) {
    const authorization = await authorizations.get(book, caller, path.authorization_id);
    return { status: 200, body: authorizationResource(addresses, authorization) };
  },

  async "oauth-authorizations/update-authorization"({ path, body }, context) {
    const { caller, book, addresses } = context;
    const id = path.authorization_id;
    const authorization = await authorizations.update(book, caller, id, body, whenShownAs(context));
    return { status: 200, body: authorizationResource(addresses, authorization) };
  },

  async "oauth-authorizations/delete-authorization"({ path }, context) {
    await authorizations.remove(context.book, context.caller, path.authorization_id, whenShownAs(context));
    return { status: 204 };
  },
} satisfies Partial<Handlers>;

async function getOrCreate(
  { caller, book, addresses }: Context<"user">,
  clientId: string,
  body: authorizations.AuthorizationRequest & { readonly client_secret: string },
) {
  const result = await authorizations.getOrCreate(book, caller, clientId, body.client_secret, body);
  if (result.token === undefined) {
    return { status: 200 as const, body: authorizationResource(addresses, result.authorization) };
  }
  return created(addresses, result);
}

/** The precondition of a request, for an authorization as the rules know it. */
function whenShownAs({ addresses, precondition }: Context) {
  return (current: Authorization) => precondition(authorizationResource(addresses, current));
}

/** The answer that shows a new token, this once. */
function created(addresses: Addresses, { authorization, token }: authorizations.ShownAuthorization) {
  return {
    status: 201 as const,
    headers: { location: authorizationUrl(addresses.api, authorization) },
    body: authorizationResource(addresses, authorization, token),
  };
}
