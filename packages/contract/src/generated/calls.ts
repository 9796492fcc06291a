// Generated from openapi/ by `npm run generate`. Do not edit.
/** Statuses that every operation declares. */
export const commonStatuses: readonly number[] = [400,401,403,500,503];

/** Statuses that some operations declare; their places here are the digits below. */
export const otherStatuses: readonly number[] = [200,201,204,304,404,410,412,413,422];

/** Is written as `~` below. */
export const prefix = "oauth-authorizations/";

/** A line a path: the path, and for each operation on it method, id, method of a client, and digits of statuses. */
export const calls = `
/ GET meta/root meta.root 03
/applications/grants GET ~list-grants grants.list 0348
/applications/grants/{grant_id} GET ~get-grant grants.get 034 DELETE ~delete-grant grants.delete 2346
/applications/{client_id}/grant DELETE apps/delete-authorization grants.deleteByToken 24678
/applications/{client_id}/grants/{access_token} DELETE apps/revoke-grant-for-application grants.deleteByTokenInPath 2468
/applications/{client_id}/token POST apps/check-token tokens.check 04678 DELETE apps/delete-token tokens.delete 24678 PATCH apps/reset-token tokens.reset 04678
/applications/{client_id}/token/scoped POST apps/scope-token tokens.scope 04678
/applications/{client_id}/tokens/{access_token} GET apps/check-authorization tokens.checkInPath 0348 POST apps/reset-authorization tokens.resetInPath 0468 DELETE apps/revoke-authorization-for-application tokens.deleteInPath 2468
/authorizations GET ~list-authorizations authorizations.list 0348 POST ~create-authorization authorizations.create 135678
/authorizations/clients/{client_id} PUT ~get-or-create-authorization-for-app authorizations.getOrCreate 0134678
/authorizations/clients/{client_id}/{fingerprint} PUT ~get-or-create-authorization-for-app-and-fingerprint authorizations.getOrCreateForFingerprint 014678
/authorizations/{authorization_id} GET ~get-authorization authorizations.get 034 POST ~update-authorization-by-post authorizations.updateByPost 04678 DELETE ~delete-authorization authorizations.delete 2346 PATCH ~update-authorization authorizations.update 04678
/meta GET meta/get meta.get 03
/user GET users/get-authenticated users.getAuthenticated 03`;
