// Generated from openapi/ by `npm run generate`. Do not edit.
/** The operation behind each method of a client, by caller and resource. */
export interface MethodsFor {
  anyone: {
    meta: {
      /**
       * API root.
       *
       * Lists the URLs from which a client can discover the API. Needs no credentials; credentials that are sent must be
       * correct.
       *
       * Version 2026-03-10 has no `authorizations_url`.
       *
       * @see https://docs.github.com/enterprise-server@3.20/rest/meta/meta#github-api-root
       */
      root: "meta/root";
      /**
       * Get Enterprise Server meta information.
       *
       * Returns information about the server. Clients read it before they choose how to sign in. Needs no credentials;
       * credentials that are sent must be correct.
       *
       * @see https://docs.github.com/enterprise-server@3.20/rest/meta/meta#get-github-enterprise-server-meta-information
       */
      get: "meta/get";
      /**
       * Get the rate limit status.
       *
       * Returns how many requests of this hour the caller has used and may still send. The request itself is not counted.
       * Where requests are not limited, as by default, the response is 404 with the message `Rate limiting is not enabled.`
       *
       * @see https://docs.github.com/enterprise-server@3.20/rest/rate-limit/rate-limit#get-rate-limit-status-for-the-authenticated-user
       */
      getRateLimit: "rate-limit/get";
    };
    users: {
      /**
       * Get a user.
       *
       * Returns the public profile of a user. Needs no credentials; credentials that are sent must be correct.
       *
       * @see https://docs.github.com/enterprise-server@3.20/rest/users/users#get-a-user
       */
      getByUsername: "users/get-by-username";
    };
  };
  user: {
    grants: {
      /**
       * List your grants.
       *
       * Lists the applications that have access to your account, one grant for each, in the order they were granted. The
       * scopes of a grant are the union of the scopes of the application's tokens: with one token for `repo` and another
       * for `user`, the grant has both. The settings page for authorized applications shows the same list. Personal tokens
       * belong to no application and are not listed.
       *
       * With `client_id`, the list has only the grant of that application; 404 when there is no such application.
       *
       * Deprecated: use the page of authorized applications in the settings instead. GitHub removed this operation from
       * github.com on 2020-11-13; Enterprise Server still has it.
       *
       * @deprecated It was removed from github.com; Enterprise Server still has it.
       * @see https://docs.github.com/enterprise-server@3.20/rest/oauth-authorizations/oauth-authorizations#list-your-grants
       */
      list: "oauth-authorizations/list-grants";
      /**
       * Get a single grant.
       *
       * Returns one of your grants. For a grant of another user the response is the same as for one that does not exist.
       *
       * Deprecated: use the page of authorized applications in the settings instead. GitHub removed this operation from
       * github.com on 2020-11-13; Enterprise Server still has it.
       *
       * @deprecated It was removed from github.com; Enterprise Server still has it.
       * @see https://docs.github.com/enterprise-server@3.20/rest/oauth-authorizations/oauth-authorizations#get-a-single-grant
       */
      get: "oauth-authorizations/get-grant";
      /**
       * Delete a grant.
       *
       * Revokes an application's access to your account. All its tokens for your account are deleted with the grant and
       * stop working at once. The application disappears from your grants and from the settings page for authorized
       * applications.
       *
       * Deprecated: use the page of authorized applications in the settings instead. GitHub removed this operation from
       * github.com on 2020-11-13; Enterprise Server still has it.
       *
       * @deprecated It was removed from github.com; Enterprise Server still has it.
       * @see https://docs.github.com/enterprise-server@3.20/rest/oauth-authorizations/oauth-authorizations#delete-a-grant
       */
      delete: "oauth-authorizations/delete-grant";
    };
    authorizations: {
      /**
       * List your authorizations.
       *
       * Lists your tokens: personal ones first, then by application, and within an application by fingerprint. No token is
       * shown in plain text.
       *
       * With `client_id`, the list has only the tokens of that application; 404 when there is no such application.
       *
       * Deprecated: use the page of tokens in the settings instead. GitHub removed this operation from github.com on
       * 2020-11-13; Enterprise Server still has it.
       *
       * @deprecated It was removed from github.com; Enterprise Server still has it.
       * @see https://docs.github.com/enterprise-server@3.20/rest/oauth-authorizations/oauth-authorizations#list-your-authorizations
       */
      list: "oauth-authorizations/list-authorizations";
      /**
       * Create a new authorization.
       *
       * Creates a token for your account and shows it, only this once. Personal tokens can also be created on the settings
       * pages of the server.
       *
       * Without `client_id` and `client_secret` it is a personal token. It needs a `note`. None of your other personal
       * tokens may have the same note, or the same fingerprint if there is one.
       *
       * With `client_id` and `client_secret`, which the application's settings page shows, it is a token of that
       * application, and your grant for the application gets its scopes. You have one token for each application and
       * fingerprint; no fingerprint counts as one. A second token with the same fingerprint gets 422. To use the existing
       * token, see the get-or-create operations.
       *
       * An empty string for `client_id`, `client_secret` or `fingerprint` counts as omitted, and so does a malformed
       * `client_id` without a secret. An empty `note_url` is kept. An undeclared key is ignored. An unknown
       * scope gets 422, and no token is created.
       *
       * For an organization that enforces SAML single sign-on, a personal token must be allowed by the organization first,
       * and an application's token created here does not work at all: applications get such tokens through the web
       * application flow.
       *
       * Deprecated: use the web application flow or the device flow instead. GitHub removed this operation from
       * github.com on 2020-11-13; Enterprise Server still has it.
       *
       * @deprecated It was removed from github.com; Enterprise Server still has it.
       * @see https://docs.github.com/enterprise-server@3.20/rest/oauth-authorizations/oauth-authorizations#create-a-new-authorization
       */
      create: "oauth-authorizations/create-authorization";
      /**
       * Get-or-create an authorization for a specific app.
       *
       * Returns your token of an application if there is one, otherwise creates it. The application identifies itself by
       * its `client_secret`.
       *
       * If it exists: 200, the token as it was created, whatever scopes and note you send now, and an empty string in
       * place of the token itself. If it does not: 201, the token, shown only this once, and your grant for the
       * application gets its scopes. Without a `fingerprint`, or with an empty one, the operation concerns the token
       * without a fingerprint. A wrong client id or secret, an unknown scope, and an undeclared key get 422.
       *
       * Tokens created with this API do not work for organizations that enforce SAML single sign-on; applications get such
       * tokens through the web application flow.
       *
       * Deprecated: use the web application flow or the device flow instead. GitHub removed this operation from
       * github.com on 2020-11-13; Enterprise Server still has it.
       *
       * @deprecated It was removed from github.com; Enterprise Server still has it.
       * @see https://docs.github.com/enterprise-server@3.20/rest/oauth-authorizations/oauth-authorizations#get-or-create-an-authorization-for-a-specific-app
       */
      getOrCreate: "oauth-authorizations/get-or-create-authorization-for-app";
      /**
       * Get-or-create an authorization for a specific app and fingerprint.
       *
       * Returns your token of an application and fingerprint if there is one, otherwise creates it. The application
       * identifies itself by its `client_secret`.
       *
       * If it exists: 200, the token as it was created, whatever scopes and note you send now, and an empty string in
       * place of the token itself. If it does not: 201, the token, shown only this once, and your grant for the
       * application gets its scopes. A wrong client id or secret, an unknown scope, and an undeclared key get 422.
       *
       * Tokens created with this API do not work for organizations that enforce SAML single sign-on; applications get such
       * tokens through the web application flow.
       *
       * Deprecated: use the web application flow or the device flow instead. GitHub removed this operation from
       * github.com on 2020-11-13; Enterprise Server still has it.
       *
       * @deprecated It was removed from github.com; Enterprise Server still has it.
       * @see https://docs.github.com/enterprise-server@3.20/rest/oauth-authorizations/oauth-authorizations#get-or-create-an-authorization-for-a-specific-app-and-fingerprint
       */
      getOrCreateForFingerprint: "oauth-authorizations/get-or-create-authorization-for-app-and-fingerprint";
      /**
       * Get a single authorization.
       *
       * Returns one of your authorizations, without the token in plain text. For an authorization of another user the
       * response is the same as for one that does not exist.
       *
       * Deprecated: use the page of tokens in the settings instead. GitHub removed this operation from github.com on
       * 2020-11-13; Enterprise Server still has it.
       *
       * @deprecated It was removed from github.com; Enterprise Server still has it.
       * @see https://docs.github.com/enterprise-server@3.20/rest/oauth-authorizations/oauth-authorizations#get-a-single-authorization
       */
      get: "oauth-authorizations/get-authorization";
      /**
       * Update an existing authorization (POST).
       *
       * The same as PATCH, for clients that cannot send that method: GitHub accepts POST for every PATCH.
       *
       * Deprecated: use the page of tokens in the settings instead. GitHub removed this operation from github.com on
       * 2020-11-13; Enterprise Server still has it.
       *
       * @deprecated It was removed from github.com; Enterprise Server still has it.
       * @see https://docs.github.com/enterprise-server@3.20/rest/oauth-authorizations/oauth-authorizations#update-an-existing-authorization
       */
      updateByPost: "oauth-authorizations/update-authorization-by-post";
      /**
       * Delete an authorization.
       *
       * Deletes one of your tokens. It stops working at once. The grant of its application stays, also after the last
       * token, until you delete it.
       *
       * Deprecated: use the page of tokens in the settings instead. GitHub removed this operation from github.com on
       * 2020-11-13; Enterprise Server still has it.
       *
       * @deprecated It was removed from github.com; Enterprise Server still has it.
       * @see https://docs.github.com/enterprise-server@3.20/rest/oauth-authorizations/oauth-authorizations#delete-an-authorization
       */
      delete: "oauth-authorizations/delete-authorization";
      /**
       * Update an existing authorization.
       *
       * Changes the scopes, the note or the fingerprint of one of your authorizations. The token itself does not change
       * and is not shown. Your grant for the application follows the scopes.
       *
       * Of the three keys for scopes, `scopes` replaces all scopes and excludes the other two. GitHub's text allows one
       * key at a time, but its example sends `add_scopes` with `remove_scopes`: these two are accepted together, but not
       * with the same scope in both.
       *
       * Omitted fields keep their value, and `scopes: null` keeps the scopes. An undeclared key is ignored. The note of a
       * personal token cannot be emptied. A request that changes nothing gets 200 and does not update `updated_at`.
       *
       * Deprecated: use the page of tokens in the settings instead. GitHub removed this operation from github.com on
       * 2020-11-13; Enterprise Server still has it.
       *
       * @deprecated It was removed from github.com; Enterprise Server still has it.
       * @see https://docs.github.com/enterprise-server@3.20/rest/oauth-authorizations/oauth-authorizations#update-an-existing-authorization
       */
      update: "oauth-authorizations/update-authorization";
    };
  };
  application: {
    grants: {
      /**
       * Delete an app authorization.
       *
       * Revokes your application's access to the account of the user whose token you send. The grant and all tokens of the
       * application for that user are deleted and stop working at once. The application disappears from the user's
       * settings page for authorized applications.
       *
       * Any valid token of the user is accepted. A token that is unknown, expired, deleted, or of another application gets
       * 404.
       *
       * @see https://docs.github.com/enterprise-server@3.20/rest/apps/oauth-applications#delete-an-app-authorization
       */
      deleteByToken: "apps/delete-authorization";
      /**
       * Revoke a grant for an application.
       *
       * Deletes the grant of a token's user, with all tokens under it. This is the older form with the token in the path,
       * where logs and proxies may store it; use the one with the token in the body.
       *
       * Deprecated: use `DELETE /applications/{client_id}/grant` instead. GitHub removed this operation from github.com
       * on 2021-05-05; Enterprise Server still has it.
       *
       * @deprecated It was removed from github.com; Enterprise Server still has it.
       * @see https://docs.github.com/enterprise-server@3.20/rest/apps/oauth-applications#delete-an-app-authorization
       */
      deleteByTokenInPath: "apps/revoke-grant-for-application";
    };
    tokens: {
      /**
       * Check a token.
       *
       * Checks whether a token of your application is valid, and returns its user and scopes. Checks do not count as
       * logins, so an application may check as often as it needs.
       *
       * A token that is unknown, expired, deleted, or of another application gets 404.
       *
       * @see https://docs.github.com/enterprise-server@3.20/rest/apps/oauth-applications#check-a-token
       */
      check: "apps/check-token";
      /**
       * Delete an app token.
       *
       * Deletes one token of your application. It stops working at once. Other tokens of the user and the grant stay.
       *
       * A token that is unknown, expired, deleted, or of another application gets 404.
       *
       * @see https://docs.github.com/enterprise-server@3.20/rest/apps/oauth-applications#delete-an-app-token
       */
      delete: "apps/delete-token";
      /**
       * Reset a token.
       *
       * Replaces a token of your application by a new one, without involving the user. The authorization keeps its id,
       * scopes, note and fingerprint. The old token stops working at once, so store the `token` from the response: it is
       * shown only once.
       *
       * A token that is unknown, expired, deleted, or of another application gets 404.
       *
       * @see https://docs.github.com/enterprise-server@3.20/rest/apps/oauth-applications#reset-a-token
       */
      reset: "apps/reset-token";
      /**
       * Create a scoped access token.
       *
       * Creates another user token of your GitHub App from a valid one, with fewer permissions, for one account and, if
       * you name repositories, for those only. The new token expires together with the old one, which does not change.
       * Repositories and the permissions of your app are not modelled: the server accepts them as you name them.
       *
       * Give the account as either `target` or `target_id`, and repositories as either `repositories` or `repository_ids`.
       *
       * A token that is unknown, expired, deleted, or of another application gets 404. An OAuth application, which has no
       * permissions to choose from, gets 403. A token that is already scoped gets 422.
       *
       * @see https://docs.github.com/enterprise-server@3.20/rest/apps/apps#create-a-scoped-access-token
       */
      scope: "apps/scope-token";
      /**
       * Check an authorization.
       *
       * Checks whether a token of your application is valid. This is the older form with the token in the path, where logs
       * and proxies may store it; use the one with the token in the body.
       *
       * Deprecated: use `POST /applications/{client_id}/token` instead. GitHub removed this operation from github.com on
       * 2021-05-05; Enterprise Server still has it.
       *
       * @deprecated It was removed from github.com; Enterprise Server still has it.
       * @see https://docs.github.com/enterprise-server@3.20/rest/apps/oauth-applications#check-a-token
       */
      checkInPath: "apps/check-authorization";
      /**
       * Reset an authorization.
       *
       * Replaces a token of your application by a new one. This is the older form with the token in the path, where logs
       * and proxies may store it; use the one with the token in the body.
       *
       * Deprecated: use `PATCH /applications/{client_id}/token` instead. GitHub removed this operation from github.com
       * on 2021-05-05; Enterprise Server still has it.
       *
       * @deprecated It was removed from github.com; Enterprise Server still has it.
       * @see https://docs.github.com/enterprise-server@3.20/rest/apps/oauth-applications#reset-a-token
       */
      resetInPath: "apps/reset-authorization";
      /**
       * Revoke an authorization for an application.
       *
       * Deletes one token of your application. This is the older form with the token in the path, where logs and proxies
       * may store it; use the one with the token in the body.
       *
       * Deprecated: use `DELETE /applications/{client_id}/token` instead. GitHub removed this operation from github.com
       * on 2021-05-05; Enterprise Server still has it.
       *
       * @deprecated It was removed from github.com; Enterprise Server still has it.
       * @see https://docs.github.com/enterprise-server@3.20/rest/apps/oauth-applications#delete-an-app-token
       */
      deleteInPath: "apps/revoke-authorization-for-application";
    };
  };
  token: {
    users: {
      /**
       * Get the authenticated user.
       *
       * Returns the user that a token acts for. Clients call it right after they get a token; `X-OAuth-Scopes` has the
       * scopes of the token. Send the token as `Bearer` or `token`, or with Basic as the user name or the password. A
       * login and a password are accepted as well; then there are no scopes.
       *
       * @see https://docs.github.com/enterprise-server@3.20/rest/users/users#get-the-authenticated-user
       */
      getAuthenticated: "users/get-authenticated";
      /**
       * List your e-mail addresses.
       *
       * Lists the e-mail addresses of the user that a token acts for; the list is empty when the user has none. One address
       * is primary. A token needs the scope `user:email`; without it the response is 404.
       *
       * @see https://docs.github.com/enterprise-server@3.20/rest/users/emails#list-email-addresses-for-the-authenticated-user
       */
      listEmails: "users/list-emails-for-authenticated-user";
      /**
       * List your organizations.
       *
       * Lists the organizations of the user that a token acts for. This server has none, so the list is empty. A token needs
       * the scope `read:org` or `user`; without them the response is 403.
       *
       * @see https://docs.github.com/enterprise-server@3.20/rest/orgs/orgs#list-organizations-for-the-authenticated-user
       */
      listOrganizations: "orgs/list-for-authenticated-user";
      /**
       * List your teams.
       *
       * Lists the teams of the user that a token acts for. This server has none, so the list is empty. A token needs the
       * scope `read:org`, `repo` or `user`; without them the response is 404.
       *
       * @see https://docs.github.com/enterprise-server@3.20/rest/teams/teams#list-teams-for-the-authenticated-user
       */
      listTeams: "teams/list-for-authenticated-user";
    };
  };
}

/** Known scope of a token. */
export type Scope =
  | "repo"
  | "repo:status"
  | "repo_deployment"
  | "public_repo"
  | "repo:invite"
  | "security_events"
  | "admin:repo_hook"
  | "write:repo_hook"
  | "read:repo_hook"
  | "admin:org"
  | "write:org"
  | "read:org"
  | "admin:public_key"
  | "write:public_key"
  | "read:public_key"
  | "admin:org_hook"
  | "gist"
  | "notifications"
  | "user"
  | "read:user"
  | "user:email"
  | "user:follow"
  | "project"
  | "read:project"
  | "delete_repo"
  | "write:packages"
  | "read:packages"
  | "delete:packages"
  | "admin:gpg_key"
  | "write:gpg_key"
  | "read:gpg_key"
  | "workflow"
  | "write:discussion"
  | "read:discussion"
  | "admin:enterprise"
  | "manage_runners:enterprise"
  | "manage_billing:enterprise"
  | "read:enterprise"
  | "read:audit_log"
  | "admin:business"
  | "admin:pre_receive_hook"
  | "site_admin";
