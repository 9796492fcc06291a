// Generated from openapi/ by `npm run generate`. Do not edit.
/** The operation behind each method of a client, by caller and resource. */
export interface MethodsFor {
  anyone: {
    meta: {
      /**
       * API root.
       *
       * Names the addresses that a client can find by itself. Without credentials; credentials that are sent must be right.
       *
       * In version 2026-03-10 `authorizations_url` is gone.
       *
       * @see https://docs.github.com/enterprise-server@3.20/rest/meta/meta#github-api-root
       */
      root: "meta/root";
      /**
       * Get Enterprise Server meta information.
       *
       * Says what kind of server this is. Clients read it before they choose how to sign in. Without credentials; credentials
       * that are sent must be right.
       *
       * @see https://docs.github.com/enterprise-server@3.20/rest/meta/meta#get-github-enterprise-server-meta-information
       */
      get: "meta/get";
    };
  };
  user: {
    grants: {
      /**
       * List your grants.
       *
       * Lists the applications that have access to your account, one grant for each, in the order they were granted.
       * The scopes of a grant are the union of the scopes of the application's tokens: with one token for `repo` and
       * another for `user`, the grant has both. The list is that of the settings page for authorized applications. Personal tokens belong to no application and are not listed.
       *
       * With `client_id`, the list has the grant of that application alone; 404 when there is no such application.
       *
       * @deprecated It was removed from github.com; Enterprise Server still has it.
       * @see https://docs.github.com/enterprise-server@3.20/rest/oauth-authorizations/oauth-authorizations#list-your-grants
       */
      list: "oauth-authorizations/list-grants";
      /**
       * Get a single grant.
       *
       * Shows one of your grants. A grant of another user is answered like one that does not exist.
       *
       * @deprecated It was removed from github.com; Enterprise Server still has it.
       * @see https://docs.github.com/enterprise-server@3.20/rest/oauth-authorizations/oauth-authorizations#get-a-single-grant
       */
      get: "oauth-authorizations/get-grant";
      /**
       * Delete a grant.
       *
       * Takes an application's access to your account away. All its tokens for your account are deleted with the
       * grant and stop working at once. The application is no longer listed among your grants, nor on the settings page
       * for authorized applications.
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
       * Lists your tokens, personal ones first, then application by application, within an application by fingerprint.
       * No token is shown in plain text.
       *
       * With `client_id`, the list has the tokens of that application alone; 404 when there is no such application.
       *
       * @deprecated It was removed from github.com; Enterprise Server still has it.
       * @see https://docs.github.com/enterprise-server@3.20/rest/oauth-authorizations/oauth-authorizations#list-your-authorizations
       */
      list: "oauth-authorizations/list-authorizations";
      /**
       * Create a new authorization.
       *
       * Creates a token for your account and shows it, this once. Personal tokens can also be made on the settings
       * pages of the server.
       *
       * Without `client_id` and `client_secret` it is a personal token. It needs a `note`; its note, and its fingerprint
       * if it has one, may not be in use by another personal token of yours.
       *
       * With `client_id` and `client_secret`, which are found on the application's settings page, it is a token of that
       * application, and your grant for the application gets its scopes. You have one token for each application and
       * fingerprint, having no fingerprint counting as one: for a second token with the same fingerprint the answer is
       * 422. To use the token that is there, see the operations that get or create one.
       *
       * An empty string for `client_id`, `client_secret`, `note_url` or `fingerprint` counts as left out. A key that is
       * not described is ignored. An unknown scope is answered with 422, and no token is created.
       *
       * For an organization that enforces SAML single sign-on, a personal token must be allowed by the organization
       * first, and an application's token made here does not work at all: applications get such tokens through the
       * web application flow.
       *
       * @deprecated It was removed from github.com; Enterprise Server still has it.
       * @see https://docs.github.com/enterprise-server@3.20/rest/oauth-authorizations/oauth-authorizations#create-a-new-authorization
       */
      create: "oauth-authorizations/create-authorization";
      /**
       * Get-or-create an authorization for a specific app.
       *
       * Shows your token of an application if there is one, else creates it. The application says who it is by its
       * `client_secret`.
       *
       * There: 200, the token as it was created, whatever scopes and note you send now, and an empty string in place of
       * the token itself. Not there: 201, the token shown this once, and your grant for the application gets its scopes.
       *
       * Without a `fingerprint`, or with an empty one, it is about the token that has none.
       *
       * A wrong client id or secret, an unknown scope, and a key that is not described are answered with 422.
       *
       * Tokens made with this API cannot be used for organizations that enforce SAML single sign-on; applications get
       * such tokens through the web application flow.
       *
       * @deprecated It was removed from github.com; Enterprise Server still has it.
       * @see https://docs.github.com/enterprise-server@3.20/rest/oauth-authorizations/oauth-authorizations#get-or-create-an-authorization-for-a-specific-app
       */
      getOrCreate: "oauth-authorizations/get-or-create-authorization-for-app";
      /**
       * Get-or-create an authorization for a specific app and fingerprint.
       *
       * Shows your token of an application and fingerprint if there is one, else creates it. The application says who it is by its
       * `client_secret`.
       *
       * There: 200, the token as it was created, whatever scopes and note you send now, and an empty string in place of
       * the token itself. Not there: 201, the token shown this once, and your grant for the application gets its scopes.
       *
       * A wrong client id or secret, an unknown scope, and a key that is not described are answered with 422.
       *
       * Tokens made with this API cannot be used for organizations that enforce SAML single sign-on; applications get
       * such tokens through the web application flow.
       *
       * @deprecated It was removed from github.com; Enterprise Server still has it.
       * @see https://docs.github.com/enterprise-server@3.20/rest/oauth-authorizations/oauth-authorizations#get-or-create-an-authorization-for-a-specific-app-and-fingerprint
       */
      getOrCreateForFingerprint: "oauth-authorizations/get-or-create-authorization-for-app-and-fingerprint";
      /**
       * Get a single authorization.
       *
       * Shows one of your authorizations, without the token in plain text. An authorization of another user is answered
       * like one that does not exist.
       *
       * @deprecated It was removed from github.com; Enterprise Server still has it.
       * @see https://docs.github.com/enterprise-server@3.20/rest/oauth-authorizations/oauth-authorizations#get-a-single-authorization
       */
      get: "oauth-authorizations/get-authorization";
      /**
       * Update an existing authorization (POST).
       *
       * The same as with PATCH, for clients that cannot send that method: the vendor takes POST for every PATCH.
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
       * @deprecated It was removed from github.com; Enterprise Server still has it.
       * @see https://docs.github.com/enterprise-server@3.20/rest/oauth-authorizations/oauth-authorizations#delete-an-authorization
       */
      delete: "oauth-authorizations/delete-authorization";
      /**
       * Update an existing authorization.
       *
       * Changes the scopes, the note or the fingerprint of one of your authorizations. The token itself stays as it is,
       * and is not shown. Your grant for the application follows the scopes.
       *
       * Of the three keys for scopes, `scopes` replaces them all and goes alone. The vendor's text wants one key at a
       * time, its example sends `add_scopes` with `remove_scopes`: those two may go together, but not with the same scope
       * in both. What is not sent stays, and so do the scopes with `scopes: null`. A key that is not described is ignored. The note of a personal token cannot be emptied.
       *
       * A request that changes nothing is answered with 200 and leaves `updated_at` as it was.
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
       * Ends the access of your application to the account of the user whose token you send. The grant and all tokens
       * of the application for that user are deleted, and stop working at once. The application disappears from the
       * user's settings page for authorized applications.
       *
       * Any good token of the user will do. A token that is unknown, expired, deleted, or of another application is
       * answered with 404.
       *
       * @see https://docs.github.com/enterprise-server@3.20/rest/apps/oauth-applications#delete-an-app-authorization
       */
      deleteByToken: "apps/delete-authorization";
      /**
       * Revoke a grant for an application.
       *
       * Deletes the grant of the user a token belongs to, with all tokens under it. This is the older form, with the token in
       * the path, where logs and proxies may keep it; use the one with the token in the body.
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
       * Says whether a token of your application is good, whom it acts for and what it gives access to. Checks are
       * not counted as logins, so they may be made as often as needed.
       *
       * A token that is unknown, expired, deleted, or of another application is answered with 404.
       *
       * @see https://docs.github.com/enterprise-server@3.20/rest/apps/oauth-applications#check-a-token
       */
      check: "apps/check-token";
      /**
       * Delete an app token.
       *
       * Deletes one token of your application. It stops working at once; other tokens of the user, and the grant,
       * stay.
       *
       * A token that is unknown, expired, deleted, or of another application is answered with 404.
       *
       * @see https://docs.github.com/enterprise-server@3.20/rest/apps/oauth-applications#delete-an-app-token
       */
      delete: "apps/delete-token";
      /**
       * Reset a token.
       *
       * Replaces a token of your application by a new one, without the user taking part. The authorization keeps its
       * id, scopes, note and fingerprint. The old token stops working at once, so keep the `token` of the answer: it is
       * shown this once.
       *
       * A token that is unknown, expired, deleted, or of another application is answered with 404.
       *
       * @see https://docs.github.com/enterprise-server@3.20/rest/apps/oauth-applications#reset-a-token
       */
      reset: "apps/reset-token";
      /**
       * Create a scoped access token.
       *
       * Makes another user token of your GitHub App from a good one, with fewer permissions, for one account and, if you name
       * repositories, for those alone. The new token expires with the old one, which stays as it is. Repositories and what your
       * app was given are not modelled: they are taken as you name them.
       *
       * The account is named by `target` or by `target_id`, one of them; repositories by `repositories` or by
       * `repository_ids`, not by both. A token that is unknown, expired, deleted, or of another application is answered with
       * 404; an OAuth application, which has no permissions to choose from, with 403; a token that is scoped already,
       * with 422.
       *
       * @see https://docs.github.com/enterprise-server@3.20/rest/apps/apps#create-a-scoped-access-token
       */
      scope: "apps/scope-token";
      /**
       * Check an authorization.
       *
       * Says whether a token of your application is good. This is the older form, with the token in the path, where logs and
       * proxies may keep it; use the one with the token in the body.
       *
       * @deprecated It was removed from github.com; Enterprise Server still has it.
       * @see https://docs.github.com/enterprise-server@3.20/rest/apps/oauth-applications#check-a-token
       */
      checkInPath: "apps/check-authorization";
      /**
       * Reset an authorization.
       *
       * Replaces a token of your application by a new one. This is the older form, with the token in the path, where logs and
       * proxies may keep it; use the one with the token in the body.
       *
       * @deprecated It was removed from github.com; Enterprise Server still has it.
       * @see https://docs.github.com/enterprise-server@3.20/rest/apps/oauth-applications#reset-a-token
       */
      resetInPath: "apps/reset-authorization";
      /**
       * Revoke an authorization for an application.
       *
       * Deletes one token of your application. This is the older form, with the token in the path, where logs and proxies may
       * keep it; use the one with the token in the body.
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
       * Shows whose token it is. Clients call it right after they got a token; `X-OAuth-Scopes` has the scopes of the token.
       * The token is sent as `Bearer` or `token`, or with Basic as the user name or the password. A login and a password
       * are good as well; there are no scopes then.
       *
       * @see https://docs.github.com/enterprise-server@3.20/rest/users/users#get-the-authenticated-user
       */
      getAuthenticated: "users/get-authenticated";
    };
  };
}
