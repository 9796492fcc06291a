import * as authorizations from "../domain/authorizations.js";
import type { Authorization } from "../domain/model.js";
import type { BaseUrls, HandlerContext, Handlers } from "./handler.js";
import { linkHeader, pageRequest } from "./pagination.js";
import { parseAuthorization, parseAuthorizationPatch, parseNewAuthorization } from "./parsers.js";
import { authorizationUrl, serializeAuthorization } from "./serializers.js";

export const authorizationHandlers = {
  async "oauth-authorizations/list-authorizations"({ query, sentQuery }, { caller, domain, baseUrls }) {
    const page = await authorizations.list(domain, caller, pageRequest(query), query.client_id);
    return {
      status: 200,
      headers: linkHeader(`${baseUrls.api}/authorizations`, sentQuery, page),
      body: page.items.map((authorization) => serializeAuthorization(baseUrls, authorization)),
    };
  },

  async "oauth-authorizations/create-authorization"({ body }, { caller, domain, baseUrls }) {
    return created(baseUrls, await authorizations.create(domain, caller, parseNewAuthorization(body)));
  },

  async "oauth-authorizations/get-or-create-authorization-for-app"({ path, body }, context) {
    return getOrCreate(context, path.client_id, body.client_secret, parseAuthorization(body));
  },

  async "oauth-authorizations/get-or-create-authorization-for-app-and-fingerprint"({ path, body }, context) {
    const request = { ...parseAuthorization(body), fingerprint: path.fingerprint };
    return getOrCreate(context, path.client_id, body.client_secret, request);
  },

  async "oauth-authorizations/get-authorization"({ path }, { caller, domain, baseUrls }) {
    const authorization = await authorizations.get(domain, caller, path.authorization_id);
    return { status: 200, body: serializeAuthorization(baseUrls, authorization) };
  },

  async "oauth-authorizations/update-authorization"({ path, body }, context) {
    const { caller, domain, baseUrls } = context;
    const id = path.authorization_id;
    const patch = parseAuthorizationPatch(body);
    const authorization = await authorizations.update(domain, caller, id, patch, preconditionOf(context));
    return { status: 200, body: serializeAuthorization(baseUrls, authorization) };
  },

  async "oauth-authorizations/delete-authorization"({ path }, context) {
    await authorizations.remove(context.domain, context.caller, path.authorization_id, preconditionOf(context));
    return { status: 204 };
  },
} satisfies Partial<Handlers>;

async function getOrCreate(
  { caller, domain, baseUrls }: HandlerContext<"user">,
  clientId: string,
  clientSecret: string,
  request: authorizations.AuthorizationRequest,
) {
  const result = await authorizations.getOrCreate(domain, caller, clientId, clientSecret, request);
  if (result.token === undefined) {
    return { status: 200 as const, body: serializeAuthorization(baseUrls, result.authorization) };
  }
  return created(baseUrls, result);
}

/** Check of the request's preconditions, for an authorization of the domain. */
function preconditionOf(context: HandlerContext) {
  return (current: Authorization) => context.checkPreconditions(serializeAuthorization(context.baseUrls, current));
}

/** The answer that shows a new token, this once. */
function created(baseUrls: BaseUrls, { authorization, token }: authorizations.AuthorizationWithToken) {
  return {
    status: 201 as const,
    headers: { Location: authorizationUrl(baseUrls.api, authorization) },
    body: serializeAuthorization(baseUrls, authorization, token),
  };
}
