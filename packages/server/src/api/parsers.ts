import type { BodyOf } from "@grantbook/contract";
import type {
  AuthorizationPatchRequest,
  AuthorizationRequest,
  NewAuthorizationRequest,
} from "../domain/authorizations.js";
import type { ScopedTokenRequest } from "../domain/tokens.js";

/** Fields that every request for an authorization has. */
type AuthorizationBody = Omit<BodyOf<"oauth-authorizations/get-or-create-authorization-for-app">, "client_secret">;

/** Parses the body of a new authorization. */
export function parseNewAuthorization(
  body: BodyOf<"oauth-authorizations/create-authorization">,
): NewAuthorizationRequest {
  return { ...parseAuthorization(body), clientId: body.client_id, clientSecret: body.client_secret };
}

/** Parses the fields that every request for an authorization has. */
export function parseAuthorization({
  scopes,
  note,
  note_url: noteUrl,
  fingerprint,
}: AuthorizationBody): AuthorizationRequest {
  return { scopes, note, noteUrl, fingerprint };
}

/** Parses the body of a change. */
export function parseAuthorizationPatch(
  body: BodyOf<"oauth-authorizations/update-authorization">,
): AuthorizationPatchRequest {
  return { ...parseAuthorization(body), addScopes: body.add_scopes, removeScopes: body.remove_scopes };
}

/** Parses the body of a scoped token. */
export function parseScopedToken(body: BodyOf<"apps/scope-token">): ScopedTokenRequest {
  const { access_token: token, target, target_id: targetId, repositories, repository_ids: repositoryIds } = body;
  return { token, target, targetId, repositories, repositoryIds, permissions: body.permissions };
}
