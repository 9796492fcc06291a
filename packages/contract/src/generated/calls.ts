// Generated from openapi/ by `npm run generate`. Do not edit.
/** Statuses that every operation declares; the others stand with the operation. */
export const commonStatuses = [400,401,403,500,503] as const;

export const metaRoot = {"id":"meta/root","method":"GET","path":"/","statuses":[200,304]} as const;
export const grantsList = {"id":"oauth-authorizations/list-grants","method":"GET","path":"/applications/grants","statuses":[200,304,404,422]} as const;
export const grantsGet = {"id":"oauth-authorizations/get-grant","method":"GET","path":"/applications/grants/{grant_id}","statuses":[200,304,404]} as const;
export const grantsDelete = {"id":"oauth-authorizations/delete-grant","method":"DELETE","path":"/applications/grants/{grant_id}","statuses":[204,304,404,412]} as const;
export const grantsDeleteByToken = {"id":"apps/delete-authorization","method":"DELETE","path":"/applications/{client_id}/grant","statuses":[204,404,412,413,415,422]} as const;
export const grantsDeleteByTokenInPath = {"id":"apps/revoke-grant-for-application","method":"DELETE","path":"/applications/{client_id}/grants/{access_token}","statuses":[204,404,412,422]} as const;
export const tokensCheck = {"id":"apps/check-token","method":"POST","path":"/applications/{client_id}/token","statuses":[200,404,412,413,415,422]} as const;
export const tokensDelete = {"id":"apps/delete-token","method":"DELETE","path":"/applications/{client_id}/token","statuses":[204,404,412,413,415,422]} as const;
export const tokensReset = {"id":"apps/reset-token","method":"PATCH","path":"/applications/{client_id}/token","statuses":[200,404,412,413,415,422]} as const;
export const tokensScope = {"id":"apps/scope-token","method":"POST","path":"/applications/{client_id}/token/scoped","statuses":[200,404,412,413,415,422]} as const;
export const tokensCheckInPath = {"id":"apps/check-authorization","method":"GET","path":"/applications/{client_id}/tokens/{access_token}","statuses":[200,304,404,422]} as const;
export const tokensResetInPath = {"id":"apps/reset-authorization","method":"POST","path":"/applications/{client_id}/tokens/{access_token}","statuses":[200,404,412,422]} as const;
export const tokensDeleteInPath = {"id":"apps/revoke-authorization-for-application","method":"DELETE","path":"/applications/{client_id}/tokens/{access_token}","statuses":[204,404,412,422]} as const;
export const authorizationsList = {"id":"oauth-authorizations/list-authorizations","method":"GET","path":"/authorizations","statuses":[200,304,404,422]} as const;
export const authorizationsCreate = {"id":"oauth-authorizations/create-authorization","method":"POST","path":"/authorizations","statuses":[201,304,404,410,412,413,415,422]} as const;
export const authorizationsGetOrCreate = {"id":"oauth-authorizations/get-or-create-authorization-for-app","method":"PUT","path":"/authorizations/clients/{client_id}","statuses":[200,201,304,404,412,413,415,422]} as const;
export const authorizationsGetOrCreateForFingerprint = {"id":"oauth-authorizations/get-or-create-authorization-for-app-and-fingerprint","method":"PUT","path":"/authorizations/clients/{client_id}/{fingerprint}","statuses":[200,201,404,412,413,415,422]} as const;
export const authorizationsGet = {"id":"oauth-authorizations/get-authorization","method":"GET","path":"/authorizations/{authorization_id}","statuses":[200,304,404]} as const;
export const authorizationsUpdateByPost = {"id":"oauth-authorizations/update-authorization-by-post","method":"POST","path":"/authorizations/{authorization_id}","statuses":[200,404,412,413,415,422]} as const;
export const authorizationsDelete = {"id":"oauth-authorizations/delete-authorization","method":"DELETE","path":"/authorizations/{authorization_id}","statuses":[204,304,404,412]} as const;
export const authorizationsUpdate = {"id":"oauth-authorizations/update-authorization","method":"PATCH","path":"/authorizations/{authorization_id}","statuses":[200,404,412,413,415,422]} as const;
export const metaGet = {"id":"meta/get","method":"GET","path":"/meta","statuses":[200,304]} as const;
export const metaGetRateLimit = {"id":"rate-limit/get","method":"GET","path":"/rate_limit","statuses":[200,304,404]} as const;
export const usersGetAuthenticated = {"id":"users/get-authenticated","method":"GET","path":"/user","statuses":[200,304,404]} as const;
export const usersListEmails = {"id":"users/list-emails-for-authenticated-user","method":"GET","path":"/user/emails","statuses":[200,304,404]} as const;
export const usersListOrganizations = {"id":"orgs/list-for-authenticated-user","method":"GET","path":"/user/orgs","statuses":[200,304,404]} as const;
export const usersListTeams = {"id":"teams/list-for-authenticated-user","method":"GET","path":"/user/teams","statuses":[200,304,404]} as const;
export const usersGetByUsername = {"id":"users/get-by-username","method":"GET","path":"/users/{username}","statuses":[200,304,404,422]} as const;

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
