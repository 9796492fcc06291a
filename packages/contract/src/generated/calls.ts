// Generated from openapi/ by `npm run generate`. Do not edit.
import { defineCall } from "../operation-entry.js";

/** Statuses that every operation declares; the others stand with the operation. */
const common = [400,401,403,500,503] as const;

export const metaRoot = defineCall(common, "meta/root", "GET", "/", "meta.root", [200,304]);
export const grantsList = defineCall(common, "oauth-authorizations/list-grants", "GET", "/applications/grants", "grants.list", [200,304,404,422]);
export const grantsGet = defineCall(common, "oauth-authorizations/get-grant", "GET", "/applications/grants/{grant_id}", "grants.get", [200,304,404]);
export const grantsDelete = defineCall(common, "oauth-authorizations/delete-grant", "DELETE", "/applications/grants/{grant_id}", "grants.delete", [204,304,404,412]);
export const grantsDeleteByToken = defineCall(common, "apps/delete-authorization", "DELETE", "/applications/{client_id}/grant", "grants.deleteByToken", [204,404,412,413,415,422]);
export const grantsDeleteByTokenInPath = defineCall(common, "apps/revoke-grant-for-application", "DELETE", "/applications/{client_id}/grants/{access_token}", "grants.deleteByTokenInPath", [204,404,412,422]);
export const tokensCheck = defineCall(common, "apps/check-token", "POST", "/applications/{client_id}/token", "tokens.check", [200,404,412,413,415,422]);
export const tokensDelete = defineCall(common, "apps/delete-token", "DELETE", "/applications/{client_id}/token", "tokens.delete", [204,404,412,413,415,422]);
export const tokensReset = defineCall(common, "apps/reset-token", "PATCH", "/applications/{client_id}/token", "tokens.reset", [200,404,412,413,415,422]);
export const tokensScope = defineCall(common, "apps/scope-token", "POST", "/applications/{client_id}/token/scoped", "tokens.scope", [200,404,412,413,415,422]);
export const tokensCheckInPath = defineCall(common, "apps/check-authorization", "GET", "/applications/{client_id}/tokens/{access_token}", "tokens.checkInPath", [200,304,404,422]);
export const tokensResetInPath = defineCall(common, "apps/reset-authorization", "POST", "/applications/{client_id}/tokens/{access_token}", "tokens.resetInPath", [200,404,412,422]);
export const tokensDeleteInPath = defineCall(common, "apps/revoke-authorization-for-application", "DELETE", "/applications/{client_id}/tokens/{access_token}", "tokens.deleteInPath", [204,404,412,422]);
export const authorizationsList = defineCall(common, "oauth-authorizations/list-authorizations", "GET", "/authorizations", "authorizations.list", [200,304,404,422]);
export const authorizationsCreate = defineCall(common, "oauth-authorizations/create-authorization", "POST", "/authorizations", "authorizations.create", [201,304,404,410,412,413,415,422]);
export const authorizationsGetOrCreate = defineCall(common, "oauth-authorizations/get-or-create-authorization-for-app", "PUT", "/authorizations/clients/{client_id}", "authorizations.getOrCreate", [200,201,304,404,412,413,415,422]);
export const authorizationsGetOrCreateForFingerprint = defineCall(common, "oauth-authorizations/get-or-create-authorization-for-app-and-fingerprint", "PUT", "/authorizations/clients/{client_id}/{fingerprint}", "authorizations.getOrCreateForFingerprint", [200,201,404,412,413,415,422]);
export const authorizationsGet = defineCall(common, "oauth-authorizations/get-authorization", "GET", "/authorizations/{authorization_id}", "authorizations.get", [200,304,404]);
export const authorizationsUpdateByPost = defineCall(common, "oauth-authorizations/update-authorization-by-post", "POST", "/authorizations/{authorization_id}", "authorizations.updateByPost", [200,404,412,413,415,422]);
export const authorizationsDelete = defineCall(common, "oauth-authorizations/delete-authorization", "DELETE", "/authorizations/{authorization_id}", "authorizations.delete", [204,304,404,412]);
export const authorizationsUpdate = defineCall(common, "oauth-authorizations/update-authorization", "PATCH", "/authorizations/{authorization_id}", "authorizations.update", [200,404,412,413,415,422]);
export const metaGet = defineCall(common, "meta/get", "GET", "/meta", "meta.get", [200,304]);
export const metaGetRateLimit = defineCall(common, "rate-limit/get", "GET", "/rate_limit", "meta.getRateLimit", [200,304,404]);
export const usersGetAuthenticated = defineCall(common, "users/get-authenticated", "GET", "/user", "users.getAuthenticated", [200,304,404]);
export const usersListEmails = defineCall(common, "users/list-emails-for-authenticated-user", "GET", "/user/emails", "users.listEmails", [200,304,404]);
export const usersListOrganizations = defineCall(common, "orgs/list-for-authenticated-user", "GET", "/user/orgs", "users.listOrganizations", [200,304,404]);
export const usersListTeams = defineCall(common, "teams/list-for-authenticated-user", "GET", "/user/teams", "users.listTeams", [200,304,404]);
export const usersGetByUsername = defineCall(common, "users/get-by-username", "GET", "/users/{username}", "users.getByUsername", [200,304,404,422]);

/** Every operation. */
export const callTable = [metaRoot, grantsList, grantsGet, grantsDelete, grantsDeleteByToken, grantsDeleteByTokenInPath, tokensCheck, tokensDelete, tokensReset, tokensScope, tokensCheckInPath, tokensResetInPath, tokensDeleteInPath, authorizationsList, authorizationsCreate, authorizationsGetOrCreate, authorizationsGetOrCreateForFingerprint, authorizationsGet, authorizationsUpdateByPost, authorizationsDelete, authorizationsUpdate, metaGet, metaGetRateLimit, usersGetAuthenticated, usersListEmails, usersListOrganizations, usersListTeams, usersGetByUsername] as const;

/** Operations that are idempotent although their method is not (RFC 9110 §9.2.2). */
export const idempotentOperations: readonly string[] = ["POST /applications/{client_id}/token"];
