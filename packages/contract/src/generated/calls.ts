// Generated from openapi/ by `npm run generate`. Do not edit.
/** Statuses that every operation declares. */
export const commonStatuses: readonly number[] = [400,401,403,500,503];

/** Further statuses that every operation with a method declares; the others stand with the operation. */
export const statusesByMethod: Readonly<Record<string, readonly number[]>> = {"GET":[200,304],"DELETE":[204,404],"POST":[404,422],"PATCH":[200,404,413,415,422],"PUT":[200,201,404,413,415,422]};

export const metaRoot = {"id":"meta/root","route":"GET /"} as const;
export const grantsList = {"id":"oauth-authorizations/list-grants","route":"GET /applications/grants","statuses":[404,422]} as const;
export const grantsGet = {"id":"oauth-authorizations/get-grant","route":"GET /applications/grants/{grant_id}","statuses":[404]} as const;
export const grantsDelete = {"id":"oauth-authorizations/delete-grant","route":"DELETE /applications/grants/{grant_id}","statuses":[304,412]} as const;
export const grantsDeleteByToken = {"id":"apps/delete-authorization","route":"DELETE /applications/{client_id}/grant","statuses":[413,415,422]} as const;
export const grantsDeleteByTokenInPath = {"id":"apps/revoke-grant-for-application","route":"DELETE /applications/{client_id}/grants/{access_token}","statuses":[422]} as const;
export const tokensCheck = {"id":"apps/check-token","route":"POST /applications/{client_id}/token","statuses":[200,413,415]} as const;
export const tokensDelete = {"id":"apps/delete-token","route":"DELETE /applications/{client_id}/token","statuses":[413,415,422]} as const;
export const tokensReset = {"id":"apps/reset-token","route":"PATCH /applications/{client_id}/token"} as const;
export const tokensScope = {"id":"apps/scope-token","route":"POST /applications/{client_id}/token/scoped","statuses":[200,413,415]} as const;
export const tokensCheckInPath = {"id":"apps/check-authorization","route":"GET /applications/{client_id}/tokens/{access_token}","statuses":[404,422]} as const;
export const tokensResetInPath = {"id":"apps/reset-authorization","route":"POST /applications/{client_id}/tokens/{access_token}","statuses":[200]} as const;
export const tokensDeleteInPath = {"id":"apps/revoke-authorization-for-application","route":"DELETE /applications/{client_id}/tokens/{access_token}","statuses":[422]} as const;
export const authorizationsList = {"id":"oauth-authorizations/list-authorizations","route":"GET /authorizations","statuses":[404,422]} as const;
export const authorizationsCreate = {"id":"oauth-authorizations/create-authorization","route":"POST /authorizations","statuses":[201,304,410,413,415]} as const;
export const authorizationsGetOrCreate = {"id":"oauth-authorizations/get-or-create-authorization-for-app","route":"PUT /authorizations/clients/{client_id}","statuses":[304]} as const;
export const authorizationsGetOrCreateForFingerprint = {"id":"oauth-authorizations/get-or-create-authorization-for-app-and-fingerprint","route":"PUT /authorizations/clients/{client_id}/{fingerprint}"} as const;
export const authorizationsGet = {"id":"oauth-authorizations/get-authorization","route":"GET /authorizations/{authorization_id}","statuses":[404]} as const;
export const authorizationsUpdateByPost = {"id":"oauth-authorizations/update-authorization-by-post","route":"POST /authorizations/{authorization_id}","statuses":[200,412,413,415]} as const;
export const authorizationsDelete = {"id":"oauth-authorizations/delete-authorization","route":"DELETE /authorizations/{authorization_id}","statuses":[304,412]} as const;
export const authorizationsUpdate = {"id":"oauth-authorizations/update-authorization","route":"PATCH /authorizations/{authorization_id}","statuses":[412]} as const;
export const metaGet = {"id":"meta/get","route":"GET /meta"} as const;
export const metaGetRateLimit = {"id":"rate-limit/get","route":"GET /rate_limit","statuses":[404]} as const;
export const usersGetAuthenticated = {"id":"users/get-authenticated","route":"GET /user","statuses":[404]} as const;
export const usersListEmails = {"id":"users/list-emails-for-authenticated-user","route":"GET /user/emails","statuses":[404]} as const;
export const usersListOrganizations = {"id":"orgs/list-for-authenticated-user","route":"GET /user/orgs","statuses":[404]} as const;
export const usersListTeams = {"id":"teams/list-for-authenticated-user","route":"GET /user/teams","statuses":[404]} as const;
export const usersGetByUsername = {"id":"users/get-by-username","route":"GET /users/{username}","statuses":[404,422]} as const;

/** Every operation, by resource and method of a client. */
export const resources = {
  meta: {
    root: metaRoot,
    get: metaGet,
    getRateLimit: metaGetRateLimit,
  },
  grants: {
    list: grantsList,
    get: grantsGet,
    delete: grantsDelete,
    deleteByToken: grantsDeleteByToken,
    deleteByTokenInPath: grantsDeleteByTokenInPath,
  },
  tokens: {
    check: tokensCheck,
    delete: tokensDelete,
    reset: tokensReset,
    scope: tokensScope,
    checkInPath: tokensCheckInPath,
    resetInPath: tokensResetInPath,
    deleteInPath: tokensDeleteInPath,
  },
  authorizations: {
    list: authorizationsList,
    create: authorizationsCreate,
    getOrCreate: authorizationsGetOrCreate,
    getOrCreateForFingerprint: authorizationsGetOrCreateForFingerprint,
    get: authorizationsGet,
    updateByPost: authorizationsUpdateByPost,
    delete: authorizationsDelete,
    update: authorizationsUpdate,
  },
  users: {
    getAuthenticated: usersGetAuthenticated,
    listEmails: usersListEmails,
    listOrganizations: usersListOrganizations,
    listTeams: usersListTeams,
    getByUsername: usersGetByUsername,
  },
} as const;

/** Operations that are idempotent although their method is not (RFC 9110 §9.2.2). */
export const idempotentOperations: readonly string[] = ["POST /applications/{client_id}/token"];
