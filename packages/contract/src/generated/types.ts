// Generated from openapi/ by `npm run generate`. Do not edit.

export interface paths {
    "/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * API root
         * @description Lists the URLs from which a client can discover the API. Needs no credentials; credentials that are sent must be
         *     correct.
         *
         *     Version 2026-03-10 has no `authorizations_url`.
         */
        get: operations["meta/root"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/applications/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List your grants
         * @deprecated
         * @description Lists the applications that have access to your account, one grant for each, in the order they were granted. The
         *     scopes of a grant are the union of the scopes of the application's tokens: with one token for `repo` and another
         *     for `user`, the grant has both. The settings page for authorized applications shows the same list. Personal tokens
         *     belong to no application and are not listed.
         *
         *     With `client_id`, the list has only the grant of that application; 404 when there is no such application.
         *
         *     Deprecated: use the page of authorized applications in the settings instead. GitHub removed this operation from
         *     github.com on 2020-11-13; Enterprise Server still has it.
         */
        get: operations["oauth-authorizations/list-grants"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/applications/grants/{grant_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a single grant
         * @deprecated
         * @description Returns one of your grants. For a grant of another user the response is the same as for one that does not exist.
         *
         *     Deprecated: use the page of authorized applications in the settings instead. GitHub removed this operation from
         *     github.com on 2020-11-13; Enterprise Server still has it.
         */
        get: operations["oauth-authorizations/get-grant"];
        put?: never;
        post?: never;
        /**
         * Delete a grant
         * @deprecated
         * @description Revokes an application's access to your account. All its tokens for your account are deleted with the grant and
         *     stop working at once. The application disappears from your grants and from the settings page for authorized
         *     applications.
         *
         *     Deprecated: use the page of authorized applications in the settings instead. GitHub removed this operation from
         *     github.com on 2020-11-13; Enterprise Server still has it.
         */
        delete: operations["oauth-authorizations/delete-grant"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/applications/{client_id}/grant": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete an app authorization
         * @description Revokes your application's access to the account of the user whose token you send. The grant and all tokens of the
         *     application for that user are deleted and stop working at once. The application disappears from the user's
         *     settings page for authorized applications.
         *
         *     Any valid token of the user is accepted. A token that is unknown, expired, deleted, or of another application gets
         *     404.
         */
        delete: operations["apps/delete-authorization"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/applications/{client_id}/grants/{access_token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke a grant for an application
         * @deprecated
         * @description Deletes the grant of a token's user, with all tokens under it. This is the older form with the token in the path,
         *     where logs and proxies may store it; use the one with the token in the body.
         *
         *     Deprecated: use `DELETE /applications/{client_id}/grant` instead. GitHub removed this operation from github.com
         *     on 2021-05-05; Enterprise Server still has it.
         */
        delete: operations["apps/revoke-grant-for-application"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/applications/{client_id}/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check a token
         * @description Checks whether a token of your application is valid, and returns its user and scopes. Checks do not count as
         *     logins, so an application may check as often as it needs.
         *
         *     A token that is unknown, expired, deleted, or of another application gets 404.
         */
        post: operations["apps/check-token"];
        /**
         * Delete an app token
         * @description Deletes one token of your application. It stops working at once. Other tokens of the user and the grant stay.
         *
         *     A token that is unknown, expired, deleted, or of another application gets 404.
         */
        delete: operations["apps/delete-token"];
        options?: never;
        head?: never;
        /**
         * Reset a token
         * @description Replaces a token of your application by a new one, without involving the user. The authorization keeps its id,
         *     scopes, note and fingerprint. The old token stops working at once, so store the `token` from the response: it is
         *     shown only once.
         *
         *     A token that is unknown, expired, deleted, or of another application gets 404.
         */
        patch: operations["apps/reset-token"];
        trace?: never;
    };
    "/applications/{client_id}/token/scoped": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a scoped access token
         * @description Creates another user token of your GitHub App from a valid one, with fewer permissions, for one account and, if
         *     you name repositories, for those only. The new token expires together with the old one, which does not change.
         *     Repositories and the permissions of your app are not modelled: the server accepts them as you name them.
         *
         *     Give the account as either `target` or `target_id`, and repositories as either `repositories` or `repository_ids`.
         *
         *     A token that is unknown, expired, deleted, or of another application gets 404. An OAuth application, which has no
         *     permissions to choose from, gets 403. A token that is already scoped gets 422.
         */
        post: operations["apps/scope-token"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/applications/{client_id}/tokens/{access_token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Check an authorization
         * @deprecated
         * @description Checks whether a token of your application is valid. This is the older form with the token in the path, where logs
         *     and proxies may store it; use the one with the token in the body.
         *
         *     Deprecated: use `POST /applications/{client_id}/token` instead. GitHub removed this operation from github.com on
         *     2021-05-05; Enterprise Server still has it.
         */
        get: operations["apps/check-authorization"];
        put?: never;
        /**
         * Reset an authorization
         * @deprecated
         * @description Replaces a token of your application by a new one. This is the older form with the token in the path, where logs
         *     and proxies may store it; use the one with the token in the body.
         *
         *     Deprecated: use `PATCH /applications/{client_id}/token` instead. GitHub removed this operation from github.com
         *     on 2021-05-05; Enterprise Server still has it.
         */
        post: operations["apps/reset-authorization"];
        /**
         * Revoke an authorization for an application
         * @deprecated
         * @description Deletes one token of your application. This is the older form with the token in the path, where logs and proxies
         *     may store it; use the one with the token in the body.
         *
         *     Deprecated: use `DELETE /applications/{client_id}/token` instead. GitHub removed this operation from github.com
         *     on 2021-05-05; Enterprise Server still has it.
         */
        delete: operations["apps/revoke-authorization-for-application"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/authorizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List your authorizations
         * @deprecated
         * @description Lists your tokens: personal ones first, then by application, and within an application by fingerprint. No token is
         *     shown in plain text.
         *
         *     With `client_id`, the list has only the tokens of that application; 404 when there is no such application.
         *
         *     Deprecated: use the page of tokens in the settings instead. GitHub removed this operation from github.com on
         *     2020-11-13; Enterprise Server still has it.
         */
        get: operations["oauth-authorizations/list-authorizations"];
        put?: never;
        /**
         * Create a new authorization
         * @deprecated
         * @description Creates a token for your account and shows it, only this once. Personal tokens can also be created on the settings
         *     pages of the server.
         *
         *     Without `client_id` and `client_secret` it is a personal token. It needs a `note`. None of your other personal
         *     tokens may have the same note, or the same fingerprint if there is one.
         *
         *     With `client_id` and `client_secret`, which the application's settings page shows, it is a token of that
         *     application, and your grant for the application gets its scopes. You have one token for each application and
         *     fingerprint; no fingerprint counts as one. A second token with the same fingerprint gets 422. To use the existing
         *     token, see the get-or-create operations.
         *
         *     An empty string for `client_id`, `client_secret` or `fingerprint` counts as omitted, and so does a malformed
         *     `client_id` without a secret. An empty `note_url` is kept. An undeclared key is ignored. An unknown
         *     scope gets 422, and no token is created.
         *
         *     For an organization that enforces SAML single sign-on, a personal token must be allowed by the organization first,
         *     and an application's token created here does not work at all: applications get such tokens through the web
         *     application flow.
         *
         *     Deprecated: use the web application flow or the device flow instead. GitHub removed this operation from
         *     github.com on 2020-11-13; Enterprise Server still has it.
         */
        post: operations["oauth-authorizations/create-authorization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/authorizations/clients/{client_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Get-or-create an authorization for a specific app
         * @deprecated
         * @description Returns your token of an application if there is one, otherwise creates it. The application identifies itself by
         *     its `client_secret`.
         *
         *     If it exists: 200, the token as it was created, whatever scopes and note you send now, and an empty string in
         *     place of the token itself. If it does not: 201, the token, shown only this once, and your grant for the
         *     application gets its scopes. Without a `fingerprint`, or with an empty one, the operation concerns the token
         *     without a fingerprint. A wrong client id or secret, an unknown scope, and an undeclared key get 422.
         *
         *     Tokens created with this API do not work for organizations that enforce SAML single sign-on; applications get such
         *     tokens through the web application flow.
         *
         *     Deprecated: use the web application flow or the device flow instead. GitHub removed this operation from
         *     github.com on 2020-11-13; Enterprise Server still has it.
         */
        put: operations["oauth-authorizations/get-or-create-authorization-for-app"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/authorizations/clients/{client_id}/{fingerprint}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Get-or-create an authorization for a specific app and fingerprint
         * @deprecated
         * @description Returns your token of an application and fingerprint if there is one, otherwise creates it. The application
         *     identifies itself by its `client_secret`.
         *
         *     If it exists: 200, the token as it was created, whatever scopes and note you send now, and an empty string in
         *     place of the token itself. If it does not: 201, the token, shown only this once, and your grant for the
         *     application gets its scopes. A wrong client id or secret, an unknown scope, and an undeclared key get 422.
         *
         *     Tokens created with this API do not work for organizations that enforce SAML single sign-on; applications get such
         *     tokens through the web application flow.
         *
         *     Deprecated: use the web application flow or the device flow instead. GitHub removed this operation from
         *     github.com on 2020-11-13; Enterprise Server still has it.
         */
        put: operations["oauth-authorizations/get-or-create-authorization-for-app-and-fingerprint"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/authorizations/{authorization_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a single authorization
         * @deprecated
         * @description Returns one of your authorizations, without the token in plain text. For an authorization of another user the
         *     response is the same as for one that does not exist.
         *
         *     Deprecated: use the page of tokens in the settings instead. GitHub removed this operation from github.com on
         *     2020-11-13; Enterprise Server still has it.
         */
        get: operations["oauth-authorizations/get-authorization"];
        put?: never;
        /**
         * Update an existing authorization (POST)
         * @deprecated
         * @description The same as PATCH, for clients that cannot send that method: GitHub accepts POST for every PATCH.
         *
         *     Deprecated: use the page of tokens in the settings instead. GitHub removed this operation from github.com on
         *     2020-11-13; Enterprise Server still has it.
         */
        post: operations["oauth-authorizations/update-authorization-by-post"];
        /**
         * Delete an authorization
         * @deprecated
         * @description Deletes one of your tokens. It stops working at once. The grant of its application stays, also after the last
         *     token, until you delete it.
         *
         *     Deprecated: use the page of tokens in the settings instead. GitHub removed this operation from github.com on
         *     2020-11-13; Enterprise Server still has it.
         */
        delete: operations["oauth-authorizations/delete-authorization"];
        options?: never;
        head?: never;
        /**
         * Update an existing authorization
         * @deprecated
         * @description Changes the scopes, the note or the fingerprint of one of your authorizations. The token itself does not change
         *     and is not shown. Your grant for the application follows the scopes.
         *
         *     Of the three keys for scopes, `scopes` replaces all scopes and excludes the other two. GitHub's text allows one
         *     key at a time, but its example sends `add_scopes` with `remove_scopes`: these two are accepted together, but not
         *     with the same scope in both.
         *
         *     Omitted fields keep their value, and `scopes: null` keeps the scopes. An undeclared key is ignored. The note of a
         *     personal token cannot be emptied. A request that changes nothing gets 200 and does not update `updated_at`.
         *
         *     Deprecated: use the page of tokens in the settings instead. GitHub removed this operation from github.com on
         *     2020-11-13; Enterprise Server still has it.
         */
        patch: operations["oauth-authorizations/update-authorization"];
        trace?: never;
    };
    "/meta": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Enterprise Server meta information
         * @description Returns information about the server. Clients read it before they choose how to sign in. Needs no credentials;
         *     credentials that are sent must be correct.
         */
        get: operations["meta/get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rate_limit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the rate limit status
         * @description Returns how many requests of this hour the caller has used and may still send. The request itself is not counted.
         *     Where requests are not limited, as by default, the response is 404 with the message `Rate limiting is not enabled.`
         */
        get: operations["rate-limit/get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/user": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the authenticated user
         * @description Returns the user that a token acts for. Clients call it right after they get a token; `X-OAuth-Scopes` has the
         *     scopes of the token. Send the token as `Bearer` or `token`, or with Basic as the user name or the password. A
         *     login and a password are accepted as well; then there are no scopes.
         */
        get: operations["users/get-authenticated"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/user/emails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List your e-mail addresses
         * @description Lists the e-mail addresses of the user that a token acts for; the list is empty when the user has none. One address
         *     is primary. A token needs the scope `user:email`; without it the response is 404.
         */
        get: operations["users/list-emails-for-authenticated-user"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/user/orgs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List your organizations
         * @description Lists the organizations of the user that a token acts for. This server has none, so the list is empty. A token needs
         *     the scope `read:org` or `user`; without them the response is 403.
         */
        get: operations["orgs/list-for-authenticated-user"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/user/teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List your teams
         * @description Lists the teams of the user that a token acts for. This server has none, so the list is empty. A token needs the
         *     scope `read:org`, `repo` or `user`; without them the response is 404.
         */
        get: operations["teams/list-for-authenticated-user"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{username}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a user
         * @description Returns the public profile of a user. Needs no credentials; credentials that are sent must be correct.
         */
        get: operations["users/get-by-username"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * Root
         * @description URLs of the API.
         */
        root: {
            /** @description The authenticated user. */
            current_user_url: string;
            /**
             * Format: uri-template
             * @description Settings page for authorized applications, as a URI template.
             */
            current_user_authorizations_html_url: string;
            /** @description The authorizations of the authenticated user. Removed in version 2026-03-10. */
            authorizations_url?: string;
        };
        /**
         * Bad Request Error
         * @description Reason why a request could not be read.
         */
        "bad-request-error": {
            /** @description The error, in a sentence. */
            message?: string;
            /** @description The version that was sent and the supported ones, when the version is unsupported. */
            errors?: string;
            /** @description Page about the operation. */
            documentation_url?: string;
            /** @description The HTTP status, as a string. */
            status?: string;
        };
        /**
         * Basic Error
         * @description Description of an error.
         */
        "basic-error": {
            /** @description The error, in a sentence. */
            message?: string;
            /** @description Page about the operation. */
            documentation_url?: string;
            /** @description URL that the error is about, if there is one. */
            url?: string;
            /** @description The HTTP status, as a string. */
            status?: string;
        };
        /**
         * Application
         * @description The application of a token or a grant. A personal token has a placeholder: its note as the name, and twenty zeros as
         *     the client id.
         */
        application: {
            /**
             * @description Public identifier of the application, 20 characters.
             * @example abcde12345fghij67890
             */
            client_id: string;
            /**
             * @description Name that users see.
             * @example my github app
             */
            name: string;
            /**
             * Format: uri
             * @description Home page of the application.
             * @example http://my-github-app.com
             */
            url: string;
        };
        /**
         * Simple User
         * @description A user of the server.
         */
        "simple-user": {
            /** @description Display name of the user. */
            name?: string | null;
            /** @description Public e-mail address. */
            email?: string | null;
            /**
             * @description Login name of the user.
             * @example octocat
             */
            login: string;
            /**
             * Format: int64
             * @description Identifier of the user.
             * @example 1
             */
            id: number;
            /**
             * @description Identifier of the user in the GraphQL API.
             * @example MDQ6VXNlcjE=
             */
            node_id: string;
            /**
             * Format: uri
             * @description Picture of the user.
             * @example https://github.com/images/error/octocat_happy.gif
             */
            avatar_url: string;
            /**
             * @description Gravatar of the user; empty on newer servers.
             * @example 41d064eb2195891e12d0413f63227ea7
             */
            gravatar_id: string | null;
            /**
             * Format: uri
             * @description URL of the user in this API.
             * @example https://api.github.com/users/octocat
             */
            url: string;
            /**
             * Format: uri
             * @description URL of the user's page.
             * @example https://github.com/octocat
             */
            html_url: string;
            /**
             * Format: uri
             * @description Followers of the user.
             * @example https://api.github.com/users/octocat/followers
             */
            followers_url: string;
            /**
             * Format: uri-template
             * @description Users that the user follows, as a URI template.
             * @example https://api.github.com/users/octocat/following{/other_user}
             */
            following_url: string;
            /**
             * Format: uri-template
             * @description Gists of the user, as a URI template.
             * @example https://api.github.com/users/octocat/gists{/gist_id}
             */
            gists_url: string;
            /**
             * Format: uri-template
             * @description Repositories that the user starred, as a URI template.
             * @example https://api.github.com/users/octocat/starred{/owner}{/repo}
             */
            starred_url: string;
            /**
             * Format: uri
             * @description Repositories that the user watches.
             * @example https://api.github.com/users/octocat/subscriptions
             */
            subscriptions_url: string;
            /**
             * Format: uri
             * @description Organizations that the user belongs to.
             * @example https://api.github.com/users/octocat/orgs
             */
            organizations_url: string;
            /**
             * Format: uri
             * @description Repositories of the user.
             * @example https://api.github.com/users/octocat/repos
             */
            repos_url: string;
            /**
             * Format: uri-template
             * @description Events by the user, as a URI template.
             * @example https://api.github.com/users/octocat/events{/privacy}
             */
            events_url: string;
            /**
             * Format: uri
             * @description Events that the user received.
             * @example https://api.github.com/users/octocat/received_events
             */
            received_events_url: string;
            /**
             * @description Kind of account.
             * @example User
             */
            type: string;
            /** @description True for administrators of the server. */
            site_admin: boolean;
            /**
             * @description Time when the user starred a repository. Not used by this API.
             * @example "2020-07-09T00:17:55Z"
             */
            starred_at?: string;
            /**
             * @description Level of detail of this user object.
             * @example public
             */
            user_view_type?: string;
        };
        /**
         * Application Grant
         * @description Access that a user gave to one application, whatever the number of its tokens.
         */
        "application-grant": {
            /**
             * Format: int64
             * @description Identifier of the grant.
             * @example 1
             */
            id: number;
            /**
             * Format: uri
             * @description URL of this grant.
             * @example https://api.github.com/applications/grants/1
             */
            url: string;
            app: components["schemas"]["application"];
            /**
             * Format: date-time
             * @description Time when the application got its first token from this user.
             * @example 2011-09-06T17:26:27Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description Time of the last change of the scopes.
             * @example 2011-09-06T20:39:23Z
             */
            updated_at: string;
            /**
             * @description Union of the scopes of the application's tokens. After the last token is deleted, the scopes stay.
             * @example [
             *       "public_repo"
             *     ]
             */
            scopes: string[];
            /** @description The user who gave the access. Omitted in responses to the user's own calls. */
            user?: components["schemas"]["simple-user"] | null;
        };
        /**
         * Validation Error
         * @description Reason why a parsed request was refused. `errors` lists invalid values. A body that does not have the declared
         *     shape, and a wrong client id or secret, have only a `message`.
         */
        "validation-error": {
            /** @description The error, in one or more sentences. */
            message: string;
            /** @description The refused values. */
            errors?: {
                /** @description Kind of the object; `OauthAccess` is an authorization. */
                resource?: string;
                /** @description Field of the request. */
                field?: string;
                /** @description Reason for the refusal, when the code alone does not give it. */
                message?: string;
                /** @description `missing_field`, `already_exists`, or `custom` with a `message`. */
                code: string;
                /** @description Position in a list. */
                index?: number;
                /** @description The value that was refused. */
                value?: string | number | string[] | null;
            }[];
            /** @description Page about the operation. */
            documentation_url: string;
            /** @description The HTTP status, as a string. */
            status?: string;
        };
        /**
         * Token Request
         * @description Names the token of a request by an application.
         */
        "token-request": {
            /** @description A token that was issued for your application. */
            access_token: string;
        };
        /**
         * App Permissions
         * @description Permissions of a user token of a GitHub App. An omitted permission is not granted.
         * @example {
         *       "contents": "read",
         *       "issues": "read",
         *       "deployments": "write",
         *       "single_file": "read"
         *     }
         */
        "app-permissions": {
            /**
             * @description Workflows, workflow runs and artifacts of GitHub Actions.
             * @enum {string}
             */
            actions?: "read" | "write";
            /**
             * @description Settings, teams and collaborators of repositories, and creating or deleting them.
             * @enum {string}
             */
            administration?: "read" | "write";
            /**
             * @description Records about artifacts.
             * @enum {string}
             */
            artifact_metadata?: "read" | "write";
            /**
             * @description Attestations of repositories.
             * @enum {string}
             */
            attestations?: "read" | "write";
            /**
             * @description Checks on code.
             * @enum {string}
             */
            checks?: "read" | "write";
            /**
             * @description Code quality findings and settings.
             * @enum {string}
             */
            code_quality?: "read" | "write";
            /**
             * @description Codespaces.
             * @enum {string}
             */
            codespaces?: "read" | "write";
            /**
             * @description Files, commits, branches, downloads, releases and merges.
             * @enum {string}
             */
            contents?: "read" | "write";
            /**
             * @description Secrets of Dependabot.
             * @enum {string}
             */
            dependabot_secrets?: "read" | "write";
            /**
             * @description Deployments and their statuses.
             * @enum {string}
             */
            deployments?: "read" | "write";
            /**
             * @description Discussions with their comments and labels.
             * @enum {string}
             */
            discussions?: "read" | "write";
            /**
             * @description Environments of repositories.
             * @enum {string}
             */
            environments?: "read" | "write";
            /**
             * @description Issues with their comments, assignees, labels and milestones.
             * @enum {string}
             */
            issues?: "read" | "write";
            /**
             * @description Merge queues of repositories.
             * @enum {string}
             */
            merge_queues?: "read" | "write";
            /**
             * @description Metadata of repositories, their search and their collaborators.
             * @enum {string}
             */
            metadata?: "read" | "write";
            /**
             * @description Packages that repositories publish to GitHub Packages.
             * @enum {string}
             */
            packages?: "read" | "write";
            /**
             * @description Settings, statuses and builds of Pages.
             * @enum {string}
             */
            pages?: "read" | "write";
            /**
             * @description Pull requests with their comments, assignees, labels, milestones and merges.
             * @enum {string}
             */
            pull_requests?: "read" | "write";
            /**
             * @description Values of custom properties of repositories.
             * @enum {string}
             */
            repository_custom_properties?: "read" | "write";
            /**
             * @description Webhooks (post-receive hooks) of repositories.
             * @enum {string}
             */
            repository_hooks?: "read" | "write";
            /**
             * @description Projects of repositories with their columns and cards.
             * @enum {string}
             */
            repository_projects?: "read" | "write" | "admin";
            /**
             * @description Alerts of secret scanning.
             * @enum {string}
             */
            secret_scanning_alerts?: "read" | "write";
            /**
             * @description Secrets of repositories.
             * @enum {string}
             */
            secrets?: "read" | "write";
            /**
             * @description Security events, such as code scanning alerts.
             * @enum {string}
             */
            security_events?: "read" | "write";
            /**
             * @description The files named next to the permissions, and no others.
             * @enum {string}
             */
            single_file?: "read" | "write";
            /**
             * @description Statuses of commits.
             * @enum {string}
             */
            statuses?: "read" | "write";
            /**
             * @description Alerts of Dependabot.
             * @enum {string}
             */
            vulnerability_alerts?: "read" | "write";
            /**
             * @description Workflow files of GitHub Actions.
             * @enum {string}
             */
            workflows?: "write";
            /**
             * @description Members and teams of organizations.
             * @enum {string}
             */
            members?: "read" | "write";
            /**
             * @description Access to organizations.
             * @enum {string}
             */
            organization_administration?: "read" | "write";
            /**
             * @description Custom repository roles. A preview, which may change.
             * @enum {string}
             */
            organization_custom_roles?: "read" | "write";
            /**
             * @description Custom organization roles.
             * @enum {string}
             */
            organization_custom_org_roles?: "read" | "write";
            /**
             * @description Definitions of custom properties.
             * @enum {string}
             */
            organization_custom_properties?: "read" | "write" | "admin";
            /**
             * @description Seats of Copilot in organizations.
             * @enum {string}
             */
            organization_copilot_seat_management?: "read" | "write";
            /**
             * @description Settings of the Copilot agent in organizations.
             * @enum {string}
             */
            organization_copilot_agent_settings?: "read" | "write";
            /**
             * @description Announcement banners of organizations.
             * @enum {string}
             */
            organization_announcement_banners?: "read" | "write";
            /**
             * @description Events of organizations.
             * @enum {string}
             */
            organization_events?: "read";
            /**
             * @description Webhooks (post-receive hooks) of organizations.
             * @enum {string}
             */
            organization_hooks?: "read" | "write";
            /**
             * @description Fine-grained personal tokens that reach organizations.
             * @enum {string}
             */
            organization_personal_access_tokens?: "read" | "write";
            /**
             * @description Requests for fine-grained personal tokens.
             * @enum {string}
             */
            organization_personal_access_token_requests?: "read" | "write";
            /**
             * @description Plans of organizations.
             * @enum {string}
             */
            organization_plan?: "read";
            /**
             * @description Projects of organizations, including the newer kind, if available.
             * @enum {string}
             */
            organization_projects?: "read" | "write" | "admin";
            /**
             * @description Packages that organizations publish to GitHub Packages.
             * @enum {string}
             */
            organization_packages?: "read" | "write";
            /**
             * @description Secrets of organizations.
             * @enum {string}
             */
            organization_secrets?: "read" | "write";
            /**
             * @description Self-hosted runners of organizations.
             * @enum {string}
             */
            organization_self_hosted_runners?: "read" | "write";
            /**
             * @description Users that organizations blocked.
             * @enum {string}
             */
            organization_user_blocking?: "read" | "write";
            /**
             * @description E-mail addresses of the user.
             * @enum {string}
             */
            email_addresses?: "read" | "write";
            /**
             * @description Followers of the user.
             * @enum {string}
             */
            followers?: "read" | "write";
            /**
             * @description SSH keys of the user.
             * @enum {string}
             */
            git_ssh_keys?: "read" | "write";
            /**
             * @description GPG keys of the user.
             * @enum {string}
             */
            gpg_keys?: "read" | "write";
            /**
             * @description Interaction limits of repositories.
             * @enum {string}
             */
            interaction_limits?: "read" | "write";
            /**
             * @description Profile of the user.
             * @enum {string}
             */
            profile?: "write";
            /**
             * @description Repositories that the user starred.
             * @enum {string}
             */
            starring?: "read" | "write";
            /**
             * @description Settings of enterprises.
             * @enum {string}
             */
            enterprise_administration?: "read" | "write";
            /**
             * @description Custom properties of enterprises.
             * @enum {string}
             */
            enterprise_custom_properties?: "read" | "write";
            /**
             * @description Installations of GitHub Apps in organizations of an enterprise.
             * @enum {string}
             */
            enterprise_organization_installations?: "read" | "write";
            /**
             * @description Repositories of such installations.
             * @enum {string}
             */
            enterprise_organization_installation_repositories?: "read" | "write";
            /**
             * @description Discussions of teams. On older servers only.
             * @enum {string}
             */
            team_discussions?: "read" | "write";
        };
        /**
         * Scoped Installation
         * @description The part of a GitHub App installation that a scoped token has access to.
         */
        "scoped-installation": {
            permissions: components["schemas"]["app-permissions"];
            /**
             * @description `all` when the token has access to all repositories of the account, `selected` for a selection.
             * @enum {string}
             */
            repository_selection: "all" | "selected";
            /**
             * @description Path of the one file that the token may manage.
             * @example config.yaml
             */
            single_file_name: string | null;
            /**
             * @description True when `single_file_paths` names more than one file.
             * @example true
             */
            has_multiple_single_files?: boolean;
            /**
             * @description Paths of the files that the token may manage.
             * @example [
             *       "config.yml",
             *       ".github/issue_TEMPLATE.md"
             *     ]
             */
            single_file_paths?: string[];
            /**
             * Format: uri
             * @description URL of the list of the account's repositories.
             * @example https://api.github.com/users/octocat/repos
             */
            repositories_url: string;
            account: components["schemas"]["simple-user"];
        };
        /**
         * Authorization
         * @description One token, of an OAuth application, of a GitHub App, or a personal one.
         */
        authorization: {
            /**
             * Format: int64
             * @description Identifier of the authorization. A reset keeps it.
             */
            id: number;
            /**
             * Format: uri
             * @description URL of this authorization.
             */
            url: string;
            app: components["schemas"]["application"];
            /**
             * @description The token in plain text in the response that creates or resets it, the token from the request in the response to
             *     a check, and an empty string in every other response.
             */
            token: string;
            /** @description SHA-256 digest of the token, 64 lower-case hexadecimal digits. */
            hashed_token: string | null;
            /** @description Last eight characters of the token. */
            token_last_eight: string | null;
            /** @description Purpose of the token. */
            note: string | null;
            /** @description Page with more about the purpose of the token. Empty when it was sent empty. */
            note_url: string | null;
            /**
             * Format: date-time
             * @description Time when the token was created.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description Time of the last change. A request that changes nothing does not update it.
             */
            updated_at: string;
            /** @description Scopes of the token, in the order they were given. */
            scopes: string[] | null;
            /** @description Distinguishes this token from others of the same user and application. */
            fingerprint: string | null;
            /**
             * Format: date-time
             * @description Time when the token expires, or `null` if it does not.
             */
            expires_at: string | null;
            /** @description The user the token acts for. Present in responses to applications only. */
            user?: components["schemas"]["simple-user"] | null;
            /** @description The installation that a scoped user token of a GitHub App has access to. Absent for other tokens. */
            installation?: components["schemas"]["scoped-installation"] | null;
        };
        /**
         * Authorization Patch
         * @description Changes of an authorization. Omitted fields keep their value.
         */
        "authorization-patch": {
            /**
             * @description Scopes of the token; they replace the old ones. A string is one scope.
             * @example [
             *       "public_repo",
             *       "user"
             *     ]
             */
            scopes?: string[] | string | null;
            /** @description Scopes to append. */
            add_scopes?: string[];
            /** @description Scopes to remove. A scope that the token does not have is ignored. */
            remove_scopes?: string[];
            /**
             * @description Purpose of the token.
             * @example Update all gems
             */
            note?: string;
            /** @description Page with more about the purpose of the token: an http or https URL. The server never fetches it. */
            note_url?: string;
            /** @description Distinguishes this token from others of the same user and application. An empty string removes it. */
            fingerprint?: string;
        };
        /**
         * Api Overview
         * @description Information about the server.
         */
        "api-overview": {
            /** @description True when users sign in with a password that the server itself verifies. */
            verifiable_password_authentication: boolean;
            /** @description Version of Enterprise Server. */
            installed_version?: string;
        };
        /**
         * Rate Limit
         * @description Requests of this hour.
         */
        "rate-limit": {
            /**
             * @description Maximum requests per hour.
             * @example 5000
             */
            limit: number;
            /**
             * @description Requests that were counted this hour.
             * @example 1
             */
            used: number;
            /**
             * @description Requests that are left this hour.
             * @example 4999
             */
            remaining: number;
            /**
             * @description Time when the count starts anew, in seconds since 1970.
             * @example 1372700873
             */
            reset: number;
        };
        /**
         * Rate Limit Overview
         * @description The rate limit of a caller.
         */
        "rate-limit-overview": {
            /** @description A limit for each kind of request; this API has one kind. */
            resources: {
                core: components["schemas"]["rate-limit"];
            };
            /** @description The same as `core`, for old clients. */
            rate: components["schemas"]["rate-limit"];
        };
        /**
         * Public User
         * @description A user with the public profile. What this server does not know of a user is `null` or 0.
         */
        "public-user": components["schemas"]["simple-user"] & {
            /**
             * @description Company of the user.
             * @example null
             */
            company: string | null;
            /**
             * @description Website of the user.
             * @example null
             */
            blog: string | null;
            /**
             * @description Place of the user.
             * @example null
             */
            location: string | null;
            /**
             * @description True when the user looks for a job.
             * @example null
             */
            hireable: boolean | null;
            /**
             * @description Text of the user about themselves.
             * @example null
             */
            bio: string | null;
            /**
             * @description Number of public repositories.
             * @example 0
             */
            public_repos: number;
            /**
             * @description Number of public gists.
             * @example 0
             */
            public_gists: number;
            /**
             * @description Number of users who follow this user.
             * @example 0
             */
            followers: number;
            /**
             * @description Number of users whom this user follows.
             * @example 0
             */
            following: number;
            /**
             * Format: date-time
             * @description Time when the user was created.
             * @example 2008-01-14T04:33:35Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description Time when the profile changed last.
             * @example 2008-01-14T04:33:35Z
             */
            updated_at: string;
        };
        /**
         * Email
         * @description An e-mail address of a user.
         */
        email: {
            /**
             * @description The address.
             * @example octocat@github.com
             */
            email: string;
            /** @description True for the one address that the server writes to. */
            primary: boolean;
            /** @description True when the address is known to be the user's. */
            verified: boolean;
            /**
             * @description `public` when the primary address is in the profile, `private` when not; `null` for other addresses.
             * @example public
             */
            visibility: string | null;
        };
        /**
         * Organization Simple
         * @description An organization. This server has none.
         */
        "organization-simple": {
            /**
             * @description Login name of the organization.
             * @example github
             */
            login: string;
            /**
             * Format: int64
             * @description Identifier of the organization.
             * @example 1
             */
            id: number;
        };
        /**
         * Team
         * @description A team of an organization. This server has none.
         */
        team: {
            /**
             * Format: int64
             * @description Identifier of the team.
             * @example 1
             */
            id: number;
            /**
             * @description Name of the team.
             * @example Justice League
             */
            name: string;
            /**
             * @description Name of the team in URLs.
             * @example justice-league
             */
            slug: string;
            organization: components["schemas"]["organization-simple"];
        };
    };
    responses: {
        /** @description Not modified. The copy identified by `If-None-Match` is current. */
        "not-modified-plain": {
            headers: {
                /**
                 * @description Entity tag: identifies this state of the response (RFC 9110, section 8.8.3). Send it in `If-None-Match` to receive
                 *     304 while unchanged.
                 * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                 */
                ETag?: string;
                /**
                 * @description Scopes of the token in the request, separated by commas. Omitted without a token.
                 * @example gist, repo
                 */
                "X-OAuth-Scopes"?: string;
                /**
                 * @description Client id of the application that the token in the request belongs to. Omitted without a token, and with a personal
                 *     one.
                 * @example Iv1.8a61f9b3a7aba766
                 */
                "X-OAuth-Client-Id"?: string;
                /**
                 * @description Scopes of which the token needs one, with those that include it, separated by commas; empty when it needs none.
                 *     Omitted without a token.
                 * @example
                 */
                "X-Accepted-OAuth-Scopes"?: string;
                "X-GitHub-Request-Id"?: string;
                "X-GitHub-Media-Type"?: string;
                "X-GitHub-Api-Version-Selected"?: string;
                "X-GitHub-Enterprise-Version"?: string;
                /**
                 * @description Requests in an hour that the caller may make. A server with a rate limit sends it with every response.
                 * @example 5000
                 */
                "X-RateLimit-Limit"?: string;
                /**
                 * @description Requests that remain in this hour. A server with a rate limit sends it with every response.
                 * @example 4999
                 */
                "X-RateLimit-Remaining"?: string;
                /**
                 * @description End of this hour, in seconds since 1970. A server with a rate limit sends it with every response.
                 * @example 1372700873
                 */
                "X-RateLimit-Reset"?: string;
                /**
                 * @description Limit that the request counted for. A server with a rate limit sends it with every response.
                 * @example core
                 */
                "X-RateLimit-Resource"?: string;
                /**
                 * @description Requests that were made in this hour. A server with a rate limit sends it with every response.
                 * @example 1
                 */
                "X-RateLimit-Used"?: string;
                [name: string]: unknown;
            };
            content?: never;
        };
        /**
         * @description `X-GitHub-Api-Version` names an unsupported version. Also sent to users who send a token in the query
         *     (`access_token`), where logs would keep it.
         */
        "bad-request-without-body": {
            headers: {
                /**
                 * @description Scopes of the token in the request, separated by commas. Omitted without a token.
                 * @example gist, repo
                 */
                "X-OAuth-Scopes"?: string;
                /**
                 * @description Client id of the application that the token in the request belongs to. Omitted without a token, and with a personal
                 *     one.
                 * @example Iv1.8a61f9b3a7aba766
                 */
                "X-OAuth-Client-Id"?: string;
                /**
                 * @description Scopes of which the token needs one, with those that include it, separated by commas; empty when it needs none.
                 *     Omitted without a token.
                 * @example
                 */
                "X-Accepted-OAuth-Scopes"?: string;
                /**
                 * @description Start of the deprecation, in seconds since 1970 (RFC 9745). Only deprecated operations send it.
                 * @example @1581638400
                 */
                Deprecation?: string;
                /**
                 * @description Time when GitHub removed the operation from github.com (RFC 8594). Only deprecated operations send it.
                 * @example Fri, 13 Nov 2020 16:00:00 GMT
                 */
                Sunset?: string;
                /**
                 * @description GitHub's notice, with the relation `deprecation`, and the replacement, with `alternate` (RFC 8288). Only deprecated
                 *     operations send it.
                 * @example <https://developer.github.com/changes/2020-02-14-deprecating-oauth-auth-endpoint/>; rel="deprecation"; type="text/html"
                 */
                Link?: string;
                "X-GitHub-Request-Id"?: string;
                "X-GitHub-Media-Type"?: string;
                "X-GitHub-Api-Version-Selected"?: string;
                "X-GitHub-Enterprise-Version"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["bad-request-error"];
            };
        };
        /**
         * @description Requires authentication. There are no credentials, the login or the password is wrong, or a one-time code is
         *     missing, wrong or already used. In the last three cases there is an `X-GitHub-OTP` header.
         */
        "user-authentication-required": {
            headers: {
                /**
                 * @description Sent after a correct password of a user with two-factor authentication, when the one-time code is missing, wrong
                 *     or used: `required; app`.
                 * @example required; app
                 */
                "X-GitHub-OTP"?: string;
                /**
                 * @description Start of the deprecation, in seconds since 1970 (RFC 9745). Only deprecated operations send it.
                 * @example @1581638400
                 */
                Deprecation?: string;
                /**
                 * @description Time when GitHub removed the operation from github.com (RFC 8594). Only deprecated operations send it.
                 * @example Fri, 13 Nov 2020 16:00:00 GMT
                 */
                Sunset?: string;
                /**
                 * @description GitHub's notice, with the relation `deprecation`, and the replacement, with `alternate` (RFC 8288). Only deprecated
                 *     operations send it.
                 * @example <https://developer.github.com/changes/2020-02-14-deprecating-oauth-auth-endpoint/>; rel="deprecation"; type="text/html"
                 */
                Link?: string;
                "X-GitHub-Request-Id"?: string;
                "X-GitHub-Media-Type"?: string;
                "X-GitHub-Api-Version-Selected"?: string;
                "X-GitHub-Enterprise-Version"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["basic-error"];
            };
        };
        /**
         * @description Forbidden. A token was sent as the password, there were too many failed logins, the user is suspended, or the rate
         *     limit of this hour is exhausted, if there is one. After too many failed logins, `Retry-After` has the seconds to wait.
         */
        forbidden: {
            headers: {
                /**
                 * @description Seconds to wait before the next attempt (RFC 9110, section 10.2.3).
                 * @example 1
                 */
                "Retry-After"?: string;
                /**
                 * @description Scopes of the token in the request, separated by commas. Omitted without a token.
                 * @example gist, repo
                 */
                "X-OAuth-Scopes"?: string;
                /**
                 * @description Client id of the application that the token in the request belongs to. Omitted without a token, and with a personal
                 *     one.
                 * @example Iv1.8a61f9b3a7aba766
                 */
                "X-OAuth-Client-Id"?: string;
                /**
                 * @description Scopes of which the token needs one, with those that include it, separated by commas; empty when it needs none.
                 *     Omitted without a token.
                 * @example
                 */
                "X-Accepted-OAuth-Scopes"?: string;
                /**
                 * @description Start of the deprecation, in seconds since 1970 (RFC 9745). Only deprecated operations send it.
                 * @example @1581638400
                 */
                Deprecation?: string;
                /**
                 * @description Time when GitHub removed the operation from github.com (RFC 8594). Only deprecated operations send it.
                 * @example Fri, 13 Nov 2020 16:00:00 GMT
                 */
                Sunset?: string;
                /**
                 * @description GitHub's notice, with the relation `deprecation`, and the replacement, with `alternate` (RFC 8288). Only deprecated
                 *     operations send it.
                 * @example <https://developer.github.com/changes/2020-02-14-deprecating-oauth-auth-endpoint/>; rel="deprecation"; type="text/html"
                 */
                Link?: string;
                "X-GitHub-Request-Id"?: string;
                "X-GitHub-Media-Type"?: string;
                "X-GitHub-Api-Version-Selected"?: string;
                "X-GitHub-Enterprise-Version"?: string;
                /**
                 * @description Requests in an hour that the caller may make. A server with a rate limit sends it with every response.
                 * @example 5000
                 */
                "X-RateLimit-Limit"?: string;
                /**
                 * @description Requests that remain in this hour. A server with a rate limit sends it with every response.
                 * @example 4999
                 */
                "X-RateLimit-Remaining"?: string;
                /**
                 * @description End of this hour, in seconds since 1970. A server with a rate limit sends it with every response.
                 * @example 1372700873
                 */
                "X-RateLimit-Reset"?: string;
                /**
                 * @description Limit that the request counted for. A server with a rate limit sends it with every response.
                 * @example core
                 */
                "X-RateLimit-Resource"?: string;
                /**
                 * @description Requests that were made in this hour. A server with a rate limit sends it with every response.
                 * @example 1
                 */
                "X-RateLimit-Used"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["basic-error"];
            };
        };
        /** @description The server failed. Its log has the details, under the request id of the response. */
        "server-error": {
            headers: {
                /**
                 * @description Scopes of the token in the request, separated by commas. Omitted without a token.
                 * @example gist, repo
                 */
                "X-OAuth-Scopes"?: string;
                /**
                 * @description Client id of the application that the token in the request belongs to. Omitted without a token, and with a personal
                 *     one.
                 * @example Iv1.8a61f9b3a7aba766
                 */
                "X-OAuth-Client-Id"?: string;
                /**
                 * @description Scopes of which the token needs one, with those that include it, separated by commas; empty when it needs none.
                 *     Omitted without a token.
                 * @example
                 */
                "X-Accepted-OAuth-Scopes"?: string;
                /**
                 * @description Start of the deprecation, in seconds since 1970 (RFC 9745). Only deprecated operations send it.
                 * @example @1581638400
                 */
                Deprecation?: string;
                /**
                 * @description Time when GitHub removed the operation from github.com (RFC 8594). Only deprecated operations send it.
                 * @example Fri, 13 Nov 2020 16:00:00 GMT
                 */
                Sunset?: string;
                /**
                 * @description GitHub's notice, with the relation `deprecation`, and the replacement, with `alternate` (RFC 8288). Only deprecated
                 *     operations send it.
                 * @example <https://developer.github.com/changes/2020-02-14-deprecating-oauth-auth-endpoint/>; rel="deprecation"; type="text/html"
                 */
                Link?: string;
                "X-GitHub-Request-Id"?: string;
                "X-GitHub-Media-Type"?: string;
                "X-GitHub-Api-Version-Selected"?: string;
                "X-GitHub-Enterprise-Version"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["basic-error"];
            };
        };
        /** @description The server is overloaded, or its database is unavailable. Retry after `Retry-After`. */
        unavailable: {
            headers: {
                /**
                 * @description Seconds to wait before the next attempt (RFC 9110, section 10.2.3).
                 * @example 1
                 */
                "Retry-After"?: string;
                /**
                 * @description Scopes of the token in the request, separated by commas. Omitted without a token.
                 * @example gist, repo
                 */
                "X-OAuth-Scopes"?: string;
                /**
                 * @description Client id of the application that the token in the request belongs to. Omitted without a token, and with a personal
                 *     one.
                 * @example Iv1.8a61f9b3a7aba766
                 */
                "X-OAuth-Client-Id"?: string;
                /**
                 * @description Scopes of which the token needs one, with those that include it, separated by commas; empty when it needs none.
                 *     Omitted without a token.
                 * @example
                 */
                "X-Accepted-OAuth-Scopes"?: string;
                /**
                 * @description Start of the deprecation, in seconds since 1970 (RFC 9745). Only deprecated operations send it.
                 * @example @1581638400
                 */
                Deprecation?: string;
                /**
                 * @description Time when GitHub removed the operation from github.com (RFC 8594). Only deprecated operations send it.
                 * @example Fri, 13 Nov 2020 16:00:00 GMT
                 */
                Sunset?: string;
                /**
                 * @description GitHub's notice, with the relation `deprecation`, and the replacement, with `alternate` (RFC 8288). Only deprecated
                 *     operations send it.
                 * @example <https://developer.github.com/changes/2020-02-14-deprecating-oauth-auth-endpoint/>; rel="deprecation"; type="text/html"
                 */
                Link?: string;
                "X-GitHub-Request-Id"?: string;
                "X-GitHub-Media-Type"?: string;
                "X-GitHub-Api-Version-Selected"?: string;
                "X-GitHub-Enterprise-Version"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["basic-error"];
            };
        };
        /** @description Not modified. The copy identified by `If-None-Match` is current. */
        "not-modified": {
            headers: {
                /**
                 * @description Entity tag: identifies this state of the response (RFC 9110, section 8.8.3). Send it in `If-None-Match` to receive
                 *     304 while unchanged.
                 * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                 */
                ETag?: string;
                /**
                 * @description Start of the deprecation, in seconds since 1970 (RFC 9745). Only deprecated operations send it.
                 * @example @1581638400
                 */
                Deprecation?: string;
                /**
                 * @description Time when GitHub removed the operation from github.com (RFC 8594). Only deprecated operations send it.
                 * @example Fri, 13 Nov 2020 16:00:00 GMT
                 */
                Sunset?: string;
                /**
                 * @description GitHub's notice, with the relation `deprecation`, and the replacement, with `alternate` (RFC 8288). Only deprecated
                 *     operations send it.
                 * @example <https://developer.github.com/changes/2020-02-14-deprecating-oauth-auth-endpoint/>; rel="deprecation"; type="text/html"
                 */
                Link?: string;
                "X-GitHub-Request-Id"?: string;
                "X-GitHub-Media-Type"?: string;
                "X-GitHub-Api-Version-Selected"?: string;
                "X-GitHub-Enterprise-Version"?: string;
                [name: string]: unknown;
            };
            content?: never;
        };
        /**
         * @description Resource not found. The object does not exist, or it belongs to another user or application; the response is the
         *     same.
         */
        "not-found": {
            headers: {
                /**
                 * @description Scopes of the token in the request, separated by commas. Omitted without a token.
                 * @example gist, repo
                 */
                "X-OAuth-Scopes"?: string;
                /**
                 * @description Client id of the application that the token in the request belongs to. Omitted without a token, and with a personal
                 *     one.
                 * @example Iv1.8a61f9b3a7aba766
                 */
                "X-OAuth-Client-Id"?: string;
                /**
                 * @description Scopes of which the token needs one, with those that include it, separated by commas; empty when it needs none.
                 *     Omitted without a token.
                 * @example
                 */
                "X-Accepted-OAuth-Scopes"?: string;
                /**
                 * @description Start of the deprecation, in seconds since 1970 (RFC 9745). Only deprecated operations send it.
                 * @example @1581638400
                 */
                Deprecation?: string;
                /**
                 * @description Time when GitHub removed the operation from github.com (RFC 8594). Only deprecated operations send it.
                 * @example Fri, 13 Nov 2020 16:00:00 GMT
                 */
                Sunset?: string;
                /**
                 * @description GitHub's notice, with the relation `deprecation`, and the replacement, with `alternate` (RFC 8288). Only deprecated
                 *     operations send it.
                 * @example <https://developer.github.com/changes/2020-02-14-deprecating-oauth-auth-endpoint/>; rel="deprecation"; type="text/html"
                 */
                Link?: string;
                "X-GitHub-Request-Id"?: string;
                "X-GitHub-Media-Type"?: string;
                "X-GitHub-Api-Version-Selected"?: string;
                "X-GitHub-Enterprise-Version"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["basic-error"];
            };
        };
        /** @description Validation failed: the `client_id` in the query is too long. Also sent for spamming. */
        "invalid-filter": {
            headers: {
                /**
                 * @description Start of the deprecation, in seconds since 1970 (RFC 9745). Only deprecated operations send it.
                 * @example @1581638400
                 */
                Deprecation?: string;
                /**
                 * @description Time when GitHub removed the operation from github.com (RFC 8594). Only deprecated operations send it.
                 * @example Fri, 13 Nov 2020 16:00:00 GMT
                 */
                Sunset?: string;
                /**
                 * @description GitHub's notice, with the relation `deprecation`, and the replacement, with `alternate` (RFC 8288). Only deprecated
                 *     operations send it.
                 * @example <https://developer.github.com/changes/2020-02-14-deprecating-oauth-auth-endpoint/>; rel="deprecation"; type="text/html"
                 */
                Link?: string;
                "X-GitHub-Request-Id"?: string;
                "X-GitHub-Media-Type"?: string;
                "X-GitHub-Api-Version-Selected"?: string;
                "X-GitHub-Enterprise-Version"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["validation-error"];
            };
        };
        /** @description Not modified. The copy identified by `If-None-Match` or `If-Modified-Since` is current. */
        "not-modified-object": {
            headers: {
                /**
                 * @description Entity tag: identifies this state of the response (RFC 9110, section 8.8.3). Send it in `If-None-Match` to receive
                 *     304 while unchanged, or in `If-Match` to change the object only while unchanged.
                 * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                 */
                ETag?: string;
                /**
                 * @description Time of the object's last change (RFC 9110, section 8.8.2).
                 * @example Tue, 06 Sep 2011 20:39:23 GMT
                 */
                "Last-Modified"?: string;
                /**
                 * @description Start of the deprecation, in seconds since 1970 (RFC 9745). Only deprecated operations send it.
                 * @example @1581638400
                 */
                Deprecation?: string;
                /**
                 * @description Time when GitHub removed the operation from github.com (RFC 8594). Only deprecated operations send it.
                 * @example Fri, 13 Nov 2020 16:00:00 GMT
                 */
                Sunset?: string;
                /**
                 * @description GitHub's notice, with the relation `deprecation`, and the replacement, with `alternate` (RFC 8288). Only deprecated
                 *     operations send it.
                 * @example <https://developer.github.com/changes/2020-02-14-deprecating-oauth-auth-endpoint/>; rel="deprecation"; type="text/html"
                 */
                Link?: string;
                "X-GitHub-Request-Id"?: string;
                "X-GitHub-Media-Type"?: string;
                "X-GitHub-Api-Version-Selected"?: string;
                "X-GitHub-Enterprise-Version"?: string;
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description Not modified. Documented by GitHub, and never sent: only a response to GET or HEAD can be 304. */
        "not-modified-unsafe": {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description A precondition of the request (`If-Match`, `If-Unmodified-Since`) failed; nothing was changed. */
        "precondition-failed": {
            headers: {
                /**
                 * @description Start of the deprecation, in seconds since 1970 (RFC 9745). Only deprecated operations send it.
                 * @example @1581638400
                 */
                Deprecation?: string;
                /**
                 * @description Time when GitHub removed the operation from github.com (RFC 8594). Only deprecated operations send it.
                 * @example Fri, 13 Nov 2020 16:00:00 GMT
                 */
                Sunset?: string;
                /**
                 * @description GitHub's notice, with the relation `deprecation`, and the replacement, with `alternate` (RFC 8288). Only deprecated
                 *     operations send it.
                 * @example <https://developer.github.com/changes/2020-02-14-deprecating-oauth-auth-endpoint/>; rel="deprecation"; type="text/html"
                 */
                Link?: string;
                "X-GitHub-Request-Id"?: string;
                "X-GitHub-Media-Type"?: string;
                "X-GitHub-Api-Version-Selected"?: string;
                "X-GitHub-Enterprise-Version"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["basic-error"];
            };
        };
        /**
         * @description The server cannot parse the request: its body is not a JSON object, or `X-GitHub-Api-Version` names an unsupported
         *     version. Also sent to users who send a token in the query (`access_token`), where logs would keep it.
         */
        "bad-request": {
            headers: {
                /**
                 * @description Scopes of the token in the request, separated by commas. Omitted without a token.
                 * @example gist, repo
                 */
                "X-OAuth-Scopes"?: string;
                /**
                 * @description Client id of the application that the token in the request belongs to. Omitted without a token, and with a personal
                 *     one.
                 * @example Iv1.8a61f9b3a7aba766
                 */
                "X-OAuth-Client-Id"?: string;
                /**
                 * @description Scopes of which the token needs one, with those that include it, separated by commas; empty when it needs none.
                 *     Omitted without a token.
                 * @example
                 */
                "X-Accepted-OAuth-Scopes"?: string;
                /**
                 * @description Start of the deprecation, in seconds since 1970 (RFC 9745). Only deprecated operations send it.
                 * @example @1581638400
                 */
                Deprecation?: string;
                /**
                 * @description Time when GitHub removed the operation from github.com (RFC 8594). Only deprecated operations send it.
                 * @example Fri, 13 Nov 2020 16:00:00 GMT
                 */
                Sunset?: string;
                /**
                 * @description GitHub's notice, with the relation `deprecation`, and the replacement, with `alternate` (RFC 8288). Only deprecated
                 *     operations send it.
                 * @example <https://developer.github.com/changes/2020-02-14-deprecating-oauth-auth-endpoint/>; rel="deprecation"; type="text/html"
                 */
                Link?: string;
                "X-GitHub-Request-Id"?: string;
                "X-GitHub-Media-Type"?: string;
                "X-GitHub-Api-Version-Selected"?: string;
                "X-GitHub-Enterprise-Version"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["bad-request-error"];
            };
        };
        /** @description Requires authentication. The client id or the client secret is wrong. Without credentials the response is 404. */
        "application-authentication-required": {
            headers: {
                /**
                 * @description Start of the deprecation, in seconds since 1970 (RFC 9745). Only deprecated operations send it.
                 * @example @1581638400
                 */
                Deprecation?: string;
                /**
                 * @description Time when GitHub removed the operation from github.com (RFC 8594). Only deprecated operations send it.
                 * @example Fri, 13 Nov 2020 16:00:00 GMT
                 */
                Sunset?: string;
                /**
                 * @description GitHub's notice, with the relation `deprecation`, and the replacement, with `alternate` (RFC 8288). Only deprecated
                 *     operations send it.
                 * @example <https://developer.github.com/changes/2020-02-14-deprecating-oauth-auth-endpoint/>; rel="deprecation"; type="text/html"
                 */
                Link?: string;
                "X-GitHub-Request-Id"?: string;
                "X-GitHub-Media-Type"?: string;
                "X-GitHub-Api-Version-Selected"?: string;
                "X-GitHub-Enterprise-Version"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["basic-error"];
            };
        };
        /** @description Forbidden. The application's rate limit of this hour is exhausted, if there is one. */
        "rate-limited": {
            headers: {
                /**
                 * @description Start of the deprecation, in seconds since 1970 (RFC 9745). Only deprecated operations send it.
                 * @example @1581638400
                 */
                Deprecation?: string;
                /**
                 * @description Time when GitHub removed the operation from github.com (RFC 8594). Only deprecated operations send it.
                 * @example Fri, 13 Nov 2020 16:00:00 GMT
                 */
                Sunset?: string;
                /**
                 * @description GitHub's notice, with the relation `deprecation`, and the replacement, with `alternate` (RFC 8288). Only deprecated
                 *     operations send it.
                 * @example <https://developer.github.com/changes/2020-02-14-deprecating-oauth-auth-endpoint/>; rel="deprecation"; type="text/html"
                 */
                Link?: string;
                "X-GitHub-Request-Id"?: string;
                "X-GitHub-Media-Type"?: string;
                "X-GitHub-Api-Version-Selected"?: string;
                "X-GitHub-Enterprise-Version"?: string;
                /**
                 * @description Requests in an hour that the caller may make. A server with a rate limit sends it with every response.
                 * @example 5000
                 */
                "X-RateLimit-Limit"?: string;
                /**
                 * @description Requests that remain in this hour. A server with a rate limit sends it with every response.
                 * @example 4999
                 */
                "X-RateLimit-Remaining"?: string;
                /**
                 * @description End of this hour, in seconds since 1970. A server with a rate limit sends it with every response.
                 * @example 1372700873
                 */
                "X-RateLimit-Reset"?: string;
                /**
                 * @description Limit that the request counted for. A server with a rate limit sends it with every response.
                 * @example core
                 */
                "X-RateLimit-Resource"?: string;
                /**
                 * @description Requests that were made in this hour. A server with a rate limit sends it with every response.
                 * @example 1
                 */
                "X-RateLimit-Used"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["basic-error"];
            };
        };
        /** @description The body is longer than 65,536 bytes. */
        "content-too-large": {
            headers: {
                /**
                 * @description Start of the deprecation, in seconds since 1970 (RFC 9745). Only deprecated operations send it.
                 * @example @1581638400
                 */
                Deprecation?: string;
                /**
                 * @description Time when GitHub removed the operation from github.com (RFC 8594). Only deprecated operations send it.
                 * @example Fri, 13 Nov 2020 16:00:00 GMT
                 */
                Sunset?: string;
                /**
                 * @description GitHub's notice, with the relation `deprecation`, and the replacement, with `alternate` (RFC 8288). Only deprecated
                 *     operations send it.
                 * @example <https://developer.github.com/changes/2020-02-14-deprecating-oauth-auth-endpoint/>; rel="deprecation"; type="text/html"
                 */
                Link?: string;
                "X-GitHub-Request-Id"?: string;
                "X-GitHub-Media-Type"?: string;
                "X-GitHub-Api-Version-Selected"?: string;
                "X-GitHub-Enterprise-Version"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["basic-error"];
            };
        };
        /** @description The body has a `Content-Encoding` other than `identity`. Send it uncompressed. Nothing was changed. */
        "unsupported-media-type": {
            headers: {
                /**
                 * @description Content codings that the server accepts in a request (RFC 9110, section 12.5.3).
                 * @example identity
                 */
                "Accept-Encoding"?: string;
                /**
                 * @description Start of the deprecation, in seconds since 1970 (RFC 9745). Only deprecated operations send it.
                 * @example @1581638400
                 */
                Deprecation?: string;
                /**
                 * @description Time when GitHub removed the operation from github.com (RFC 8594). Only deprecated operations send it.
                 * @example Fri, 13 Nov 2020 16:00:00 GMT
                 */
                Sunset?: string;
                /**
                 * @description GitHub's notice, with the relation `deprecation`, and the replacement, with `alternate` (RFC 8288). Only deprecated
                 *     operations send it.
                 * @example <https://developer.github.com/changes/2020-02-14-deprecating-oauth-auth-endpoint/>; rel="deprecation"; type="text/html"
                 */
                Link?: string;
                "X-GitHub-Request-Id"?: string;
                "X-GitHub-Media-Type"?: string;
                "X-GitHub-Api-Version-Selected"?: string;
                "X-GitHub-Enterprise-Version"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["basic-error"];
            };
        };
        /**
         * @description Validation failed: the body has no `access_token`, it does not have the declared shape, or a value is not allowed.
         *     Also sent for spamming. Nothing was changed.
         */
        "invalid-token-request": {
            headers: {
                /**
                 * @description Start of the deprecation, in seconds since 1970 (RFC 9745). Only deprecated operations send it.
                 * @example @1581638400
                 */
                Deprecation?: string;
                /**
                 * @description Time when GitHub removed the operation from github.com (RFC 8594). Only deprecated operations send it.
                 * @example Fri, 13 Nov 2020 16:00:00 GMT
                 */
                Sunset?: string;
                /**
                 * @description GitHub's notice, with the relation `deprecation`, and the replacement, with `alternate` (RFC 8288). Only deprecated
                 *     operations send it.
                 * @example <https://developer.github.com/changes/2020-02-14-deprecating-oauth-auth-endpoint/>; rel="deprecation"; type="text/html"
                 */
                Link?: string;
                "X-GitHub-Request-Id"?: string;
                "X-GitHub-Media-Type"?: string;
                "X-GitHub-Api-Version-Selected"?: string;
                "X-GitHub-Enterprise-Version"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["validation-error"];
            };
        };
        /** @description Validation failed: the token in the path is too long. Also sent for spamming. Nothing was changed. */
        "invalid-token-in-path": {
            headers: {
                /**
                 * @description Start of the deprecation, in seconds since 1970 (RFC 9745). Only deprecated operations send it.
                 * @example @1581638400
                 */
                Deprecation?: string;
                /**
                 * @description Time when GitHub removed the operation from github.com (RFC 8594). Only deprecated operations send it.
                 * @example Fri, 13 Nov 2020 16:00:00 GMT
                 */
                Sunset?: string;
                /**
                 * @description GitHub's notice, with the relation `deprecation`, and the replacement, with `alternate` (RFC 8288). Only deprecated
                 *     operations send it.
                 * @example <https://developer.github.com/changes/2020-02-14-deprecating-oauth-auth-endpoint/>; rel="deprecation"; type="text/html"
                 */
                Link?: string;
                "X-GitHub-Request-Id"?: string;
                "X-GitHub-Media-Type"?: string;
                "X-GitHub-Api-Version-Selected"?: string;
                "X-GitHub-Enterprise-Version"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["validation-error"];
            };
        };
        /**
         * @description Forbidden. The application is an OAuth application, whose tokens have no permissions, or its rate limit of this
         *     hour is exhausted, if there is one.
         */
        "not-a-github-app": {
            headers: {
                "X-GitHub-Request-Id"?: string;
                "X-GitHub-Media-Type"?: string;
                "X-GitHub-Api-Version-Selected"?: string;
                "X-GitHub-Enterprise-Version"?: string;
                /**
                 * @description Requests in an hour that the caller may make. A server with a rate limit sends it with every response.
                 * @example 5000
                 */
                "X-RateLimit-Limit"?: string;
                /**
                 * @description Requests that remain in this hour. A server with a rate limit sends it with every response.
                 * @example 4999
                 */
                "X-RateLimit-Remaining"?: string;
                /**
                 * @description End of this hour, in seconds since 1970. A server with a rate limit sends it with every response.
                 * @example 1372700873
                 */
                "X-RateLimit-Reset"?: string;
                /**
                 * @description Limit that the request counted for. A server with a rate limit sends it with every response.
                 * @example core
                 */
                "X-RateLimit-Resource"?: string;
                /**
                 * @description Requests that were made in this hour. A server with a rate limit sends it with every response.
                 * @example 1
                 */
                "X-RateLimit-Used"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["basic-error"];
            };
        };
        /** @description Gone. The operation is switched off during a brownout. */
        gone: {
            headers: {
                /**
                 * @description Start of the deprecation, in seconds since 1970 (RFC 9745). Only deprecated operations send it.
                 * @example @1581638400
                 */
                Deprecation?: string;
                /**
                 * @description Time when GitHub removed the operation from github.com (RFC 8594). Only deprecated operations send it.
                 * @example Fri, 13 Nov 2020 16:00:00 GMT
                 */
                Sunset?: string;
                /**
                 * @description GitHub's notice, with the relation `deprecation`, and the replacement, with `alternate` (RFC 8288). Only deprecated
                 *     operations send it.
                 * @example <https://developer.github.com/changes/2020-02-14-deprecating-oauth-auth-endpoint/>; rel="deprecation"; type="text/html"
                 */
                Link?: string;
                "X-GitHub-Request-Id"?: string;
                "X-GitHub-Media-Type"?: string;
                "X-GitHub-Api-Version-Selected"?: string;
                "X-GitHub-Enterprise-Version"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["basic-error"];
            };
        };
        /**
         * @description Validation failed: the request does not have the declared shape, or a value is not allowed or already in use. Also
         *     sent for spamming. Nothing was changed.
         */
        "validation-failed": {
            headers: {
                /**
                 * @description Start of the deprecation, in seconds since 1970 (RFC 9745). Only deprecated operations send it.
                 * @example @1581638400
                 */
                Deprecation?: string;
                /**
                 * @description Time when GitHub removed the operation from github.com (RFC 8594). Only deprecated operations send it.
                 * @example Fri, 13 Nov 2020 16:00:00 GMT
                 */
                Sunset?: string;
                /**
                 * @description GitHub's notice, with the relation `deprecation`, and the replacement, with `alternate` (RFC 8288). Only deprecated
                 *     operations send it.
                 * @example <https://developer.github.com/changes/2020-02-14-deprecating-oauth-auth-endpoint/>; rel="deprecation"; type="text/html"
                 */
                Link?: string;
                "X-GitHub-Request-Id"?: string;
                "X-GitHub-Media-Type"?: string;
                "X-GitHub-Api-Version-Selected"?: string;
                "X-GitHub-Enterprise-Version"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["validation-error"];
            };
        };
        /**
         * @description Validation failed: the client id and its secret do not match, the request does not have the declared shape, or a
         *     value is not allowed. Also sent for spamming. Nothing was changed.
         */
        "invalid-application": {
            headers: {
                /**
                 * @description Start of the deprecation, in seconds since 1970 (RFC 9745). Only deprecated operations send it.
                 * @example @1581638400
                 */
                Deprecation?: string;
                /**
                 * @description Time when GitHub removed the operation from github.com (RFC 8594). Only deprecated operations send it.
                 * @example Fri, 13 Nov 2020 16:00:00 GMT
                 */
                Sunset?: string;
                /**
                 * @description GitHub's notice, with the relation `deprecation`, and the replacement, with `alternate` (RFC 8288). Only deprecated
                 *     operations send it.
                 * @example <https://developer.github.com/changes/2020-02-14-deprecating-oauth-auth-endpoint/>; rel="deprecation"; type="text/html"
                 */
                Link?: string;
                "X-GitHub-Request-Id"?: string;
                "X-GitHub-Media-Type"?: string;
                "X-GitHub-Api-Version-Selected"?: string;
                "X-GitHub-Enterprise-Version"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["validation-error"];
            };
        };
        /** @description Requests are not limited. */
        "rate-limiting-off": {
            headers: {
                /**
                 * @description Scopes of the token in the request, separated by commas. Omitted without a token.
                 * @example gist, repo
                 */
                "X-OAuth-Scopes"?: string;
                /**
                 * @description Client id of the application that the token in the request belongs to. Omitted without a token, and with a personal
                 *     one.
                 * @example Iv1.8a61f9b3a7aba766
                 */
                "X-OAuth-Client-Id"?: string;
                /**
                 * @description Scopes of which the token needs one, with those that include it, separated by commas; empty when it needs none.
                 *     Omitted without a token.
                 * @example
                 */
                "X-Accepted-OAuth-Scopes"?: string;
                "X-GitHub-Request-Id"?: string;
                "X-GitHub-Media-Type"?: string;
                "X-GitHub-Api-Version-Selected"?: string;
                "X-GitHub-Enterprise-Version"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["basic-error"];
            };
        };
        /** @description Not modified. The copy identified by `If-None-Match` or `If-Modified-Since` is current. */
        "not-modified-user": {
            headers: {
                /**
                 * @description Entity tag: identifies this state of the response (RFC 9110, section 8.8.3). Send it in `If-None-Match` to receive
                 *     304 while unchanged.
                 * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                 */
                ETag?: string;
                /**
                 * @description Time of the object's last change (RFC 9110, section 8.8.2).
                 * @example Tue, 06 Sep 2011 20:39:23 GMT
                 */
                "Last-Modified"?: string;
                /**
                 * @description Scopes of the token in the request, separated by commas. Omitted without a token.
                 * @example gist, repo
                 */
                "X-OAuth-Scopes"?: string;
                /**
                 * @description Client id of the application that the token in the request belongs to. Omitted without a token, and with a personal
                 *     one.
                 * @example Iv1.8a61f9b3a7aba766
                 */
                "X-OAuth-Client-Id"?: string;
                /**
                 * @description Scopes of which the token needs one, with those that include it, separated by commas; empty when it needs none.
                 *     Omitted without a token.
                 * @example
                 */
                "X-Accepted-OAuth-Scopes"?: string;
                "X-GitHub-Request-Id"?: string;
                "X-GitHub-Media-Type"?: string;
                "X-GitHub-Api-Version-Selected"?: string;
                "X-GitHub-Enterprise-Version"?: string;
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description Validation failed: the login name in the path is too long. Also sent for spamming. */
        "invalid-username": {
            headers: {
                /**
                 * @description Start of the deprecation, in seconds since 1970 (RFC 9745). Only deprecated operations send it.
                 * @example @1581638400
                 */
                Deprecation?: string;
                /**
                 * @description Time when GitHub removed the operation from github.com (RFC 8594). Only deprecated operations send it.
                 * @example Fri, 13 Nov 2020 16:00:00 GMT
                 */
                Sunset?: string;
                /**
                 * @description GitHub's notice, with the relation `deprecation`, and the replacement, with `alternate` (RFC 8288). Only deprecated
                 *     operations send it.
                 * @example <https://developer.github.com/changes/2020-02-14-deprecating-oauth-auth-endpoint/>; rel="deprecation"; type="text/html"
                 */
                Link?: string;
                "X-GitHub-Request-Id"?: string;
                "X-GitHub-Media-Type"?: string;
                "X-GitHub-Api-Version-Selected"?: string;
                "X-GitHub-Enterprise-Version"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["validation-error"];
            };
        };
    };
    parameters: {
        /** @description Media type of the response. `application/vnd.github+json` is recommended. */
        accept: string;
        /**
         * @description API version to use; the oldest supported version by default. Except for the API root, the operations of this
         *     description are the same in all versions. An unsupported version gets 400.
         */
        "api-version": "2022-11-28" | "2026-03-10";
        /**
         * @description One-time code of a user with two-factor authentication: six digits (RFC 6238). A code is valid for one request.
         *     Users without two-factor authentication omit the header.
         */
        otp: string;
        /**
         * @description Entity tags of your copies, or `*`. When one of them is current, the response is 304. Ignored on POST, PUT, PATCH
         *     and DELETE.
         */
        "if-none-match": string;
        /** @description Results per page, at most 100. A larger number counts as 100, any other value as 30. */
        "per-page": number;
        /** @description Page to fetch, from 1. Any other value counts as 1. A page after the last one is empty. */
        page: number;
        /** @description Client id of an application; limits the list to that application. */
        "client-id-filter": string;
        /** @description Return 304 unless the object changed after this time. Ignored together with `If-None-Match`. */
        "if-modified-since": string;
        /**
         * @description Identifier of the grant.
         * @example 1
         */
        "grant-id": number;
        /**
         * @description Execute the request only if one of these entity tags is current, otherwise return 412. Weak tags of this API are
         *     accepted, because they identify every byte.
         */
        "if-match": string;
        /** @description Execute the request only if the object did not change after this time, otherwise return 412. */
        "if-unmodified-since": string;
        /** @description Content coding of the body. Only `identity`, no compression, is accepted; any other gets 415. */
        "content-encoding": "identity";
        /**
         * @description Client id of the application, 20 characters.
         * @example Iv1.8a61f9b3a7aba766
         */
        "client-id": string;
        /**
         * @description The token.
         * @example e72e16c7e42f292c6912e7710c838347ae178b4a
         */
        "access-token": string;
        /**
         * @description Distinguishes this token from others of the same user and application.
         * @example jklmnop12345678
         */
        fingerprint: string;
        /**
         * @description Identifier of the authorization.
         * @example 1
         */
        "authorization-id": number;
        /**
         * @description Login name of the user, in any case.
         * @example octocat
         */
        username: string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description Entity tag: identifies this state of the response (RFC 9110, section 8.8.3). Send it in `If-None-Match` to receive
         *     304 while unchanged.
         * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
         */
        "etag-of-a-read": string;
        /**
         * @description Scopes of the token in the request, separated by commas. Omitted without a token.
         * @example gist, repo
         */
        "oauth-scopes": string;
        /**
         * @description Client id of the application that the token in the request belongs to. Omitted without a token, and with a personal
         *     one.
         * @example Iv1.8a61f9b3a7aba766
         */
        "oauth-client-id": string;
        /**
         * @description Scopes of which the token needs one, with those that include it, separated by commas; empty when it needs none.
         *     Omitted without a token.
         * @example
         */
        "accepted-oauth-scopes": string;
        /**
         * @description Identifies this request in the server's log.
         * @example FD8F:235D:1C164E0:371C2F6:5BB12846
         */
        "request-id": string;
        /**
         * @description Media type that the server read from `Accept`, as GitHub writes it.
         * @example github.v3; format=json
         */
        "media-type": string;
        /**
         * @description API version that the response follows. Omitted when the request failed before its version was read.
         * @example 2022-11-28
         */
        "api-version-selected": string;
        /**
         * @description Release of Enterprise Server whose behaviour the server has.
         * @example 3.20.0
         */
        "enterprise-version": string;
        /**
         * @description Requests in an hour that the caller may make. A server with a rate limit sends it with every response.
         * @example 5000
         */
        "rate-limit-limit": string;
        /**
         * @description Requests that remain in this hour. A server with a rate limit sends it with every response.
         * @example 4999
         */
        "rate-limit-remaining": string;
        /**
         * @description End of this hour, in seconds since 1970. A server with a rate limit sends it with every response.
         * @example 1372700873
         */
        "rate-limit-reset": string;
        /**
         * @description Limit that the request counted for. A server with a rate limit sends it with every response.
         * @example core
         */
        "rate-limit-resource": string;
        /**
         * @description Requests that were made in this hour. A server with a rate limit sends it with every response.
         * @example 1
         */
        "rate-limit-used": string;
        /**
         * @description Start of the deprecation, in seconds since 1970 (RFC 9745). Only deprecated operations send it.
         * @example @1581638400
         */
        deprecation: string;
        /**
         * @description Time when GitHub removed the operation from github.com (RFC 8594). Only deprecated operations send it.
         * @example Fri, 13 Nov 2020 16:00:00 GMT
         */
        sunset: string;
        /**
         * @description GitHub's notice, with the relation `deprecation`, and the replacement, with `alternate` (RFC 8288). Only deprecated
         *     operations send it.
         * @example <https://developer.github.com/changes/2020-02-14-deprecating-oauth-auth-endpoint/>; rel="deprecation"; type="text/html"
         */
        "deprecation-link": string;
        /**
         * @description Sent after a correct password of a user with two-factor authentication, when the one-time code is missing, wrong
         *     or used: `required; app`.
         * @example required; app
         */
        otp: string;
        /**
         * @description Seconds to wait before the next attempt (RFC 9110, section 10.2.3).
         * @example 1
         */
        "retry-after": string;
        /**
         * @description URLs of other pages of the list (RFC 8288), with the relations `prev`, `next`, `last` and `first`; none of them
         *     on the only page of a list. The links about the deprecation follow.
         * @example <https://api.github.com/resource?page=2>; rel="next", <https://api.github.com/resource?page=5>; rel="last"
         */
        link: string;
        /**
         * @description Entity tag: identifies this state of the response (RFC 9110, section 8.8.3). Send it in `If-None-Match` to receive
         *     304 while unchanged, or in `If-Match` to change the object only while unchanged.
         * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
         */
        etag: string;
        /**
         * @description Time of the object's last change (RFC 9110, section 8.8.2).
         * @example Tue, 06 Sep 2011 20:39:23 GMT
         */
        "last-modified": string;
        /**
         * @description Content codings that the server accepts in a request (RFC 9110, section 12.5.3).
         * @example identity
         */
        "accept-encoding": string;
        /**
         * @description Entity tag: identifies the content of this response (RFC 9110, section 8.8.3). No operation compares it.
         * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
         */
        "etag-of-a-result": string;
        /**
         * @description URL of the authorization. GitHub documents it for 200 as well; a recorded server sent it with 201 only.
         * @example https://api.github.com/authorizations/1
         */
        location: string;
        /**
         * @description URLs of other pages of the list (RFC 8288), with the relations `prev`, `next`, `last` and `first`; no header on the
         *     only page of a list.
         * @example <https://api.github.com/resource?page=2>; rel="next", <https://api.github.com/resource?page=5>; rel="last"
         */
        "page-link": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    "meta/root": {
        parameters: {
            query?: never;
            header?: {
                /** @description Media type of the response. `application/vnd.github+json` is recommended. */
                accept?: components["parameters"]["accept"];
                /**
                 * @description API version to use; the oldest supported version by default. Except for the API root, the operations of this
                 *     description are the same in all versions. An unsupported version gets 400.
                 */
                "X-GitHub-Api-Version"?: components["parameters"]["api-version"];
                /**
                 * @description One-time code of a user with two-factor authentication: six digits (RFC 6238). A code is valid for one request.
                 *     Users without two-factor authentication omit the header.
                 */
                "X-GitHub-OTP"?: components["parameters"]["otp"];
                /**
                 * @description Entity tags of your copies, or `*`. When one of them is current, the response is 304. Ignored on POST, PUT, PATCH
                 *     and DELETE.
                 */
                "If-None-Match"?: components["parameters"]["if-none-match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The URLs. */
            200: {
                headers: {
                    /**
                     * @description Entity tag: identifies this state of the response (RFC 9110, section 8.8.3). Send it in `If-None-Match` to receive
                     *     304 while unchanged.
                     * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                     */
                    ETag?: string;
                    /**
                     * @description Scopes of the token in the request, separated by commas. Omitted without a token.
                     * @example gist, repo
                     */
                    "X-OAuth-Scopes"?: string;
                    /**
                     * @description Client id of the application that the token in the request belongs to. Omitted without a token, and with a personal
                     *     one.
                     * @example Iv1.8a61f9b3a7aba766
                     */
                    "X-OAuth-Client-Id"?: string;
                    /**
                     * @description Scopes of which the token needs one, with those that include it, separated by commas; empty when it needs none.
                     *     Omitted without a token.
                     * @example
                     */
                    "X-Accepted-OAuth-Scopes"?: string;
                    "X-GitHub-Request-Id"?: string;
                    "X-GitHub-Media-Type"?: string;
                    "X-GitHub-Api-Version-Selected"?: string;
                    "X-GitHub-Enterprise-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["root"];
                };
            };
            304: components["responses"]["not-modified-plain"];
            400: components["responses"]["bad-request-without-body"];
            401: components["responses"]["user-authentication-required"];
            403: components["responses"]["forbidden"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    "oauth-authorizations/list-grants": {
        parameters: {
            query?: {
                /** @description Results per page, at most 100. A larger number counts as 100, any other value as 30. */
                per_page?: components["parameters"]["per-page"];
                /** @description Page to fetch, from 1. Any other value counts as 1. A page after the last one is empty. */
                page?: components["parameters"]["page"];
                /** @description Client id of an application; limits the list to that application. */
                client_id?: components["parameters"]["client-id-filter"];
            };
            header?: {
                /** @description Media type of the response. `application/vnd.github+json` is recommended. */
                accept?: components["parameters"]["accept"];
                /**
                 * @description API version to use; the oldest supported version by default. Except for the API root, the operations of this
                 *     description are the same in all versions. An unsupported version gets 400.
                 */
                "X-GitHub-Api-Version"?: components["parameters"]["api-version"];
                /**
                 * @description One-time code of a user with two-factor authentication: six digits (RFC 6238). A code is valid for one request.
                 *     Users without two-factor authentication omit the header.
                 */
                "X-GitHub-OTP"?: components["parameters"]["otp"];
                /**
                 * @description Entity tags of your copies, or `*`. When one of them is current, the response is 304. Ignored on POST, PUT, PATCH
                 *     and DELETE.
                 */
                "If-None-Match"?: components["parameters"]["if-none-match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of your grants. */
            200: {
                headers: {
                    /**
                     * @description Entity tag: identifies this state of the response (RFC 9110, section 8.8.3). Send it in `If-None-Match` to receive
                     *     304 while unchanged.
                     * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                     */
                    ETag?: string;
                    /**
                     * @description Start of the deprecation, in seconds since 1970 (RFC 9745). Only deprecated operations send it.
                     * @example @1581638400
                     */
                    Deprecation?: string;
                    /**
                     * @description Time when GitHub removed the operation from github.com (RFC 8594). Only deprecated operations send it.
                     * @example Fri, 13 Nov 2020 16:00:00 GMT
                     */
                    Sunset?: string;
                    /**
                     * @description URLs of other pages of the list (RFC 8288), with the relations `prev`, `next`, `last` and `first`; none of them
                     *     on the only page of a list. The links about the deprecation follow.
                     * @example <https://api.github.com/resource?page=2>; rel="next", <https://api.github.com/resource?page=5>; rel="last"
                     */
                    Link?: string;
                    "X-GitHub-Request-Id"?: string;
                    "X-GitHub-Media-Type"?: string;
                    "X-GitHub-Api-Version-Selected"?: string;
                    "X-GitHub-Enterprise-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["application-grant"][];
                };
            };
            304: components["responses"]["not-modified"];
            400: components["responses"]["bad-request-without-body"];
            401: components["responses"]["user-authentication-required"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            422: components["responses"]["invalid-filter"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    "oauth-authorizations/get-grant": {
        parameters: {
            query?: never;
            header?: {
                /** @description Media type of the response. `application/vnd.github+json` is recommended. */
                accept?: components["parameters"]["accept"];
                /**
                 * @description API version to use; the oldest supported version by default. Except for the API root, the operations of this
                 *     description are the same in all versions. An unsupported version gets 400.
                 */
                "X-GitHub-Api-Version"?: components["parameters"]["api-version"];
                /**
                 * @description One-time code of a user with two-factor authentication: six digits (RFC 6238). A code is valid for one request.
                 *     Users without two-factor authentication omit the header.
                 */
                "X-GitHub-OTP"?: components["parameters"]["otp"];
                /**
                 * @description Entity tags of your copies, or `*`. When one of them is current, the response is 304. Ignored on POST, PUT, PATCH
                 *     and DELETE.
                 */
                "If-None-Match"?: components["parameters"]["if-none-match"];
                /** @description Return 304 unless the object changed after this time. Ignored together with `If-None-Match`. */
                "If-Modified-Since"?: components["parameters"]["if-modified-since"];
            };
            path: {
                /**
                 * @description Identifier of the grant.
                 * @example 1
                 */
                grant_id: components["parameters"]["grant-id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The grant. */
            200: {
                headers: {
                    /**
                     * @description Entity tag: identifies this state of the response (RFC 9110, section 8.8.3). Send it in `If-None-Match` to receive
                     *     304 while unchanged, or in `If-Match` to change the object only while unchanged.
                     * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                     */
                    ETag?: string;
                    /**
                     * @description Time of the object's last change (RFC 9110, section 8.8.2).
                     * @example Tue, 06 Sep 2011 20:39:23 GMT
                     */
                    "Last-Modified"?: string;
                    /**
                     * @description Start of the deprecation, in seconds since 1970 (RFC 9745). Only deprecated operations send it.
                     * @example @1581638400
                     */
                    Deprecation?: string;
                    /**
                     * @description Time when GitHub removed the operation from github.com (RFC 8594). Only deprecated operations send it.
                     * @example Fri, 13 Nov 2020 16:00:00 GMT
                     */
                    Sunset?: string;
                    /**
                     * @description GitHub's notice, with the relation `deprecation`, and the replacement, with `alternate` (RFC 8288). Only deprecated
                     *     operations send it.
                     * @example <https://developer.github.com/changes/2020-02-14-deprecating-oauth-auth-endpoint/>; rel="deprecation"; type="text/html"
                     */
                    Link?: string;
                    "X-GitHub-Request-Id"?: string;
                    "X-GitHub-Media-Type"?: string;
                    "X-GitHub-Api-Version-Selected"?: string;
                    "X-GitHub-Enterprise-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["application-grant"];
                };
            };
            304: components["responses"]["not-modified-object"];
            400: components["responses"]["bad-request-without-body"];
            401: components["responses"]["user-authentication-required"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    "oauth-authorizations/delete-grant": {
        parameters: {
            query?: never;
            header?: {
                /** @description Media type of the response. `application/vnd.github+json` is recommended. */
                accept?: components["parameters"]["accept"];
                /**
                 * @description API version to use; the oldest supported version by default. Except for the API root, the operations of this
                 *     description are the same in all versions. An unsupported version gets 400.
                 */
                "X-GitHub-Api-Version"?: components["parameters"]["api-version"];
                /**
                 * @description One-time code of a user with two-factor authentication: six digits (RFC 6238). A code is valid for one request.
                 *     Users without two-factor authentication omit the header.
                 */
                "X-GitHub-OTP"?: components["parameters"]["otp"];
                /**
                 * @description Execute the request only if one of these entity tags is current, otherwise return 412. Weak tags of this API are
                 *     accepted, because they identify every byte.
                 */
                "If-Match"?: components["parameters"]["if-match"];
                /** @description Execute the request only if the object did not change after this time, otherwise return 412. */
                "If-Unmodified-Since"?: components["parameters"]["if-unmodified-since"];
            };
            path: {
                /**
                 * @description Identifier of the grant.
                 * @example 1
                 */
                grant_id: components["parameters"]["grant-id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content. It is deleted. */
            204: {
                headers: {
                    /**
                     * @description Start of the deprecation, in seconds since 1970 (RFC 9745). Only deprecated operations send it.
                     * @example @1581638400
                     */
                    Deprecation?: string;
                    /**
                     * @description Time when GitHub removed the operation from github.com (RFC 8594). Only deprecated operations send it.
                     * @example Fri, 13 Nov 2020 16:00:00 GMT
                     */
                    Sunset?: string;
                    /**
                     * @description GitHub's notice, with the relation `deprecation`, and the replacement, with `alternate` (RFC 8288). Only deprecated
                     *     operations send it.
                     * @example <https://developer.github.com/changes/2020-02-14-deprecating-oauth-auth-endpoint/>; rel="deprecation"; type="text/html"
                     */
                    Link?: string;
                    "X-GitHub-Request-Id"?: string;
                    "X-GitHub-Media-Type"?: string;
                    "X-GitHub-Api-Version-Selected"?: string;
                    "X-GitHub-Enterprise-Version"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            304: components["responses"]["not-modified-unsafe"];
            400: components["responses"]["bad-request-without-body"];
            401: components["responses"]["user-authentication-required"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            412: components["responses"]["precondition-failed"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    "apps/delete-authorization": {
        parameters: {
            query?: never;
            header?: {
                /** @description Media type of the response. `application/vnd.github+json` is recommended. */
                accept?: components["parameters"]["accept"];
                /**
                 * @description API version to use; the oldest supported version by default. Except for the API root, the operations of this
                 *     description are the same in all versions. An unsupported version gets 400.
                 */
                "X-GitHub-Api-Version"?: components["parameters"]["api-version"];
                /** @description Content coding of the body. Only `identity`, no compression, is accepted; any other gets 415. */
                "Content-Encoding"?: components["parameters"]["content-encoding"];
            };
            path: {
                /**
                 * @description Client id of the application, 20 characters.
                 * @example Iv1.8a61f9b3a7aba766
                 */
                client_id: components["parameters"]["client-id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["token-request"];
            };
        };
        responses: {
            /** @description No Content. It is deleted. */
            204: {
                headers: {
                    "X-GitHub-Request-Id"?: string;
                    "X-GitHub-Media-Type"?: string;
                    "X-GitHub-Api-Version-Selected"?: string;
                    "X-GitHub-Enterprise-Version"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["application-authentication-required"];
            403: components["responses"]["rate-limited"];
            404: components["responses"]["not-found"];
            413: components["responses"]["content-too-large"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["invalid-token-request"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    "apps/revoke-grant-for-application": {
        parameters: {
            query?: never;
            header?: {
                /** @description Media type of the response. `application/vnd.github+json` is recommended. */
                accept?: components["parameters"]["accept"];
                /**
                 * @description API version to use; the oldest supported version by default. Except for the API root, the operations of this
                 *     description are the same in all versions. An unsupported version gets 400.
                 */
                "X-GitHub-Api-Version"?: components["parameters"]["api-version"];
            };
            path: {
                /**
                 * @description Client id of the application, 20 characters.
                 * @example Iv1.8a61f9b3a7aba766
                 */
                client_id: components["parameters"]["client-id"];
                /**
                 * @description The token.
                 * @example e72e16c7e42f292c6912e7710c838347ae178b4a
                 */
                access_token: components["parameters"]["access-token"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content. It is deleted. */
            204: {
                headers: {
                    /**
                     * @description Start of the deprecation, in seconds since 1970 (RFC 9745). Only deprecated operations send it.
                     * @example @1581638400
                     */
                    Deprecation?: string;
                    /**
                     * @description Time when GitHub removed the operation from github.com (RFC 8594). Only deprecated operations send it.
                     * @example Fri, 13 Nov 2020 16:00:00 GMT
                     */
                    Sunset?: string;
                    /**
                     * @description GitHub's notice, with the relation `deprecation`, and the replacement, with `alternate` (RFC 8288). Only deprecated
                     *     operations send it.
                     * @example <https://developer.github.com/changes/2020-02-14-deprecating-oauth-auth-endpoint/>; rel="deprecation"; type="text/html"
                     */
                    Link?: string;
                    "X-GitHub-Request-Id"?: string;
                    "X-GitHub-Media-Type"?: string;
                    "X-GitHub-Api-Version-Selected"?: string;
                    "X-GitHub-Enterprise-Version"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["bad-request-without-body"];
            401: components["responses"]["application-authentication-required"];
            403: components["responses"]["rate-limited"];
            404: components["responses"]["not-found"];
            422: components["responses"]["invalid-token-in-path"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    "apps/check-token": {
        parameters: {
            query?: never;
            header?: {
                /** @description Media type of the response. `application/vnd.github+json` is recommended. */
                accept?: components["parameters"]["accept"];
                /**
                 * @description API version to use; the oldest supported version by default. Except for the API root, the operations of this
                 *     description are the same in all versions. An unsupported version gets 400.
                 */
                "X-GitHub-Api-Version"?: components["parameters"]["api-version"];
                /** @description Content coding of the body. Only `identity`, no compression, is accepted; any other gets 415. */
                "Content-Encoding"?: components["parameters"]["content-encoding"];
            };
            path: {
                /**
                 * @description Client id of the application, 20 characters.
                 * @example Iv1.8a61f9b3a7aba766
                 */
                client_id: components["parameters"]["client-id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["token-request"];
            };
        };
        responses: {
            /** @description The token is valid. The response repeats it. */
            200: {
                headers: {
                    /**
                     * @description Entity tag: identifies the content of this response (RFC 9110, section 8.8.3). No operation compares it.
                     * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                     */
                    ETag?: string;
                    "X-GitHub-Request-Id"?: string;
                    "X-GitHub-Media-Type"?: string;
                    "X-GitHub-Api-Version-Selected"?: string;
                    "X-GitHub-Enterprise-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["authorization"];
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["application-authentication-required"];
            403: components["responses"]["rate-limited"];
            404: components["responses"]["not-found"];
            413: components["responses"]["content-too-large"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["invalid-token-request"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    "apps/delete-token": {
        parameters: {
            query?: never;
            header?: {
                /** @description Media type of the response. `application/vnd.github+json` is recommended. */
                accept?: components["parameters"]["accept"];
                /**
                 * @description API version to use; the oldest supported version by default. Except for the API root, the operations of this
                 *     description are the same in all versions. An unsupported version gets 400.
                 */
                "X-GitHub-Api-Version"?: components["parameters"]["api-version"];
                /** @description Content coding of the body. Only `identity`, no compression, is accepted; any other gets 415. */
                "Content-Encoding"?: components["parameters"]["content-encoding"];
            };
            path: {
                /**
                 * @description Client id of the application, 20 characters.
                 * @example Iv1.8a61f9b3a7aba766
                 */
                client_id: components["parameters"]["client-id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["token-request"];
            };
        };
        responses: {
            /** @description No Content. It is deleted. */
            204: {
                headers: {
                    "X-GitHub-Request-Id"?: string;
                    "X-GitHub-Media-Type"?: string;
                    "X-GitHub-Api-Version-Selected"?: string;
                    "X-GitHub-Enterprise-Version"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["application-authentication-required"];
            403: components["responses"]["rate-limited"];
            404: components["responses"]["not-found"];
            413: components["responses"]["content-too-large"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["invalid-token-request"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    "apps/reset-token": {
        parameters: {
            query?: never;
            header?: {
                /** @description Media type of the response. `application/vnd.github+json` is recommended. */
                accept?: components["parameters"]["accept"];
                /**
                 * @description API version to use; the oldest supported version by default. Except for the API root, the operations of this
                 *     description are the same in all versions. An unsupported version gets 400.
                 */
                "X-GitHub-Api-Version"?: components["parameters"]["api-version"];
                /** @description Content coding of the body. Only `identity`, no compression, is accepted; any other gets 415. */
                "Content-Encoding"?: components["parameters"]["content-encoding"];
            };
            path: {
                /**
                 * @description Client id of the application, 20 characters.
                 * @example Iv1.8a61f9b3a7aba766
                 */
                client_id: components["parameters"]["client-id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["token-request"];
            };
        };
        responses: {
            /** @description The token is replaced. The response shows the new one. */
            200: {
                headers: {
                    /**
                     * @description Entity tag: identifies the content of this response (RFC 9110, section 8.8.3). No operation compares it.
                     * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                     */
                    ETag?: string;
                    "X-GitHub-Request-Id"?: string;
                    "X-GitHub-Media-Type"?: string;
                    "X-GitHub-Api-Version-Selected"?: string;
                    "X-GitHub-Enterprise-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["authorization"];
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["application-authentication-required"];
            403: components["responses"]["rate-limited"];
            404: components["responses"]["not-found"];
            413: components["responses"]["content-too-large"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["invalid-token-request"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    "apps/scope-token": {
        parameters: {
            query?: never;
            header?: {
                /** @description Media type of the response. `application/vnd.github+json` is recommended. */
                accept?: components["parameters"]["accept"];
                /**
                 * @description API version to use; the oldest supported version by default. Except for the API root, the operations of this
                 *     description are the same in all versions. An unsupported version gets 400.
                 */
                "X-GitHub-Api-Version"?: components["parameters"]["api-version"];
                /** @description Content coding of the body. Only `identity`, no compression, is accepted; any other gets 415. */
                "Content-Encoding"?: components["parameters"]["content-encoding"];
            };
            path: {
                /**
                 * @description Client id of the application, 20 characters.
                 * @example Iv1.8a61f9b3a7aba766
                 */
                client_id: components["parameters"]["client-id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description A valid user token of your GitHub App. */
                    access_token: string;
                    /** @description Login of the account that the new token is for. */
                    target?: string;
                    /**
                     * Format: int64
                     * @description Identifier of that account.
                     */
                    target_id?: number;
                    /** @description Names of the repositories that the new token has access to; all by default. */
                    repositories?: string[];
                    /** @description Identifiers of those repositories. */
                    repository_ids?: number[];
                    permissions?: components["schemas"]["app-permissions"];
                };
            };
        };
        responses: {
            /** @description The response shows the new token, only this once. */
            200: {
                headers: {
                    /**
                     * @description Entity tag: identifies the content of this response (RFC 9110, section 8.8.3). No operation compares it.
                     * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                     */
                    ETag?: string;
                    "X-GitHub-Request-Id"?: string;
                    "X-GitHub-Media-Type"?: string;
                    "X-GitHub-Api-Version-Selected"?: string;
                    "X-GitHub-Enterprise-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["authorization"];
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["application-authentication-required"];
            403: components["responses"]["not-a-github-app"];
            404: components["responses"]["not-found"];
            413: components["responses"]["content-too-large"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["invalid-token-request"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    "apps/check-authorization": {
        parameters: {
            query?: never;
            header?: {
                /** @description Media type of the response. `application/vnd.github+json` is recommended. */
                accept?: components["parameters"]["accept"];
                /**
                 * @description API version to use; the oldest supported version by default. Except for the API root, the operations of this
                 *     description are the same in all versions. An unsupported version gets 400.
                 */
                "X-GitHub-Api-Version"?: components["parameters"]["api-version"];
                /**
                 * @description Entity tags of your copies, or `*`. When one of them is current, the response is 304. Ignored on POST, PUT, PATCH
                 *     and DELETE.
                 */
                "If-None-Match"?: components["parameters"]["if-none-match"];
            };
            path: {
                /**
                 * @description Client id of the application, 20 characters.
                 * @example Iv1.8a61f9b3a7aba766
                 */
                client_id: components["parameters"]["client-id"];
                /**
                 * @description The token.
                 * @example e72e16c7e42f292c6912e7710c838347ae178b4a
                 */
                access_token: components["parameters"]["access-token"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The token is valid. The response repeats it. */
            200: {
                headers: {
                    /**
                     * @description Entity tag: identifies this state of the response (RFC 9110, section 8.8.3). Send it in `If-None-Match` to receive
                     *     304 while unchanged.
                     * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                     */
                    ETag?: string;
                    /**
                     * @description Start of the deprecation, in seconds since 1970 (RFC 9745). Only deprecated operations send it.
                     * @example @1581638400
                     */
                    Deprecation?: string;
                    /**
                     * @description Time when GitHub removed the operation from github.com (RFC 8594). Only deprecated operations send it.
                     * @example Fri, 13 Nov 2020 16:00:00 GMT
                     */
                    Sunset?: string;
                    /**
                     * @description GitHub's notice, with the relation `deprecation`, and the replacement, with `alternate` (RFC 8288). Only deprecated
                     *     operations send it.
                     * @example <https://developer.github.com/changes/2020-02-14-deprecating-oauth-auth-endpoint/>; rel="deprecation"; type="text/html"
                     */
                    Link?: string;
                    "X-GitHub-Request-Id"?: string;
                    "X-GitHub-Media-Type"?: string;
                    "X-GitHub-Api-Version-Selected"?: string;
                    "X-GitHub-Enterprise-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["authorization"];
                };
            };
            304: components["responses"]["not-modified"];
            400: components["responses"]["bad-request-without-body"];
            401: components["responses"]["application-authentication-required"];
            403: components["responses"]["rate-limited"];
            404: components["responses"]["not-found"];
            422: components["responses"]["invalid-token-in-path"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    "apps/reset-authorization": {
        parameters: {
            query?: never;
            header?: {
                /** @description Media type of the response. `application/vnd.github+json` is recommended. */
                accept?: components["parameters"]["accept"];
                /**
                 * @description API version to use; the oldest supported version by default. Except for the API root, the operations of this
                 *     description are the same in all versions. An unsupported version gets 400.
                 */
                "X-GitHub-Api-Version"?: components["parameters"]["api-version"];
            };
            path: {
                /**
                 * @description Client id of the application, 20 characters.
                 * @example Iv1.8a61f9b3a7aba766
                 */
                client_id: components["parameters"]["client-id"];
                /**
                 * @description The token.
                 * @example e72e16c7e42f292c6912e7710c838347ae178b4a
                 */
                access_token: components["parameters"]["access-token"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The token is replaced. The response shows the new one. */
            200: {
                headers: {
                    /**
                     * @description Entity tag: identifies the content of this response (RFC 9110, section 8.8.3). No operation compares it.
                     * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                     */
                    ETag?: string;
                    /**
                     * @description Start of the deprecation, in seconds since 1970 (RFC 9745). Only deprecated operations send it.
                     * @example @1581638400
                     */
                    Deprecation?: string;
                    /**
                     * @description Time when GitHub removed the operation from github.com (RFC 8594). Only deprecated operations send it.
                     * @example Fri, 13 Nov 2020 16:00:00 GMT
                     */
                    Sunset?: string;
                    /**
                     * @description GitHub's notice, with the relation `deprecation`, and the replacement, with `alternate` (RFC 8288). Only deprecated
                     *     operations send it.
                     * @example <https://developer.github.com/changes/2020-02-14-deprecating-oauth-auth-endpoint/>; rel="deprecation"; type="text/html"
                     */
                    Link?: string;
                    "X-GitHub-Request-Id"?: string;
                    "X-GitHub-Media-Type"?: string;
                    "X-GitHub-Api-Version-Selected"?: string;
                    "X-GitHub-Enterprise-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["authorization"];
                };
            };
            400: components["responses"]["bad-request-without-body"];
            401: components["responses"]["application-authentication-required"];
            403: components["responses"]["rate-limited"];
            404: components["responses"]["not-found"];
            422: components["responses"]["invalid-token-in-path"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    "apps/revoke-authorization-for-application": {
        parameters: {
            query?: never;
            header?: {
                /** @description Media type of the response. `application/vnd.github+json` is recommended. */
                accept?: components["parameters"]["accept"];
                /**
                 * @description API version to use; the oldest supported version by default. Except for the API root, the operations of this
                 *     description are the same in all versions. An unsupported version gets 400.
                 */
                "X-GitHub-Api-Version"?: components["parameters"]["api-version"];
            };
            path: {
                /**
                 * @description Client id of the application, 20 characters.
                 * @example Iv1.8a61f9b3a7aba766
                 */
                client_id: components["parameters"]["client-id"];
                /**
                 * @description The token.
                 * @example e72e16c7e42f292c6912e7710c838347ae178b4a
                 */
                access_token: components["parameters"]["access-token"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content. It is deleted. */
            204: {
                headers: {
                    /**
                     * @description Start of the deprecation, in seconds since 1970 (RFC 9745). Only deprecated operations send it.
                     * @example @1581638400
                     */
                    Deprecation?: string;
                    /**
                     * @description Time when GitHub removed the operation from github.com (RFC 8594). Only deprecated operations send it.
                     * @example Fri, 13 Nov 2020 16:00:00 GMT
                     */
                    Sunset?: string;
                    /**
                     * @description GitHub's notice, with the relation `deprecation`, and the replacement, with `alternate` (RFC 8288). Only deprecated
                     *     operations send it.
                     * @example <https://developer.github.com/changes/2020-02-14-deprecating-oauth-auth-endpoint/>; rel="deprecation"; type="text/html"
                     */
                    Link?: string;
                    "X-GitHub-Request-Id"?: string;
                    "X-GitHub-Media-Type"?: string;
                    "X-GitHub-Api-Version-Selected"?: string;
                    "X-GitHub-Enterprise-Version"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["bad-request-without-body"];
            401: components["responses"]["application-authentication-required"];
            403: components["responses"]["rate-limited"];
            404: components["responses"]["not-found"];
            422: components["responses"]["invalid-token-in-path"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    "oauth-authorizations/list-authorizations": {
        parameters: {
            query?: {
                /** @description Results per page, at most 100. A larger number counts as 100, any other value as 30. */
                per_page?: components["parameters"]["per-page"];
                /** @description Page to fetch, from 1. Any other value counts as 1. A page after the last one is empty. */
                page?: components["parameters"]["page"];
                /** @description Client id of an application; limits the list to that application. */
                client_id?: components["parameters"]["client-id-filter"];
            };
            header?: {
                /** @description Media type of the response. `application/vnd.github+json` is recommended. */
                accept?: components["parameters"]["accept"];
                /**
                 * @description API version to use; the oldest supported version by default. Except for the API root, the operations of this
                 *     description are the same in all versions. An unsupported version gets 400.
                 */
                "X-GitHub-Api-Version"?: components["parameters"]["api-version"];
                /**
                 * @description One-time code of a user with two-factor authentication: six digits (RFC 6238). A code is valid for one request.
                 *     Users without two-factor authentication omit the header.
                 */
                "X-GitHub-OTP"?: components["parameters"]["otp"];
                /**
                 * @description Entity tags of your copies, or `*`. When one of them is current, the response is 304. Ignored on POST, PUT, PATCH
                 *     and DELETE.
                 */
                "If-None-Match"?: components["parameters"]["if-none-match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of your authorizations. */
            200: {
                headers: {
                    /**
                     * @description Entity tag: identifies this state of the response (RFC 9110, section 8.8.3). Send it in `If-None-Match` to receive
                     *     304 while unchanged.
                     * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                     */
                    ETag?: string;
                    /**
                     * @description Start of the deprecation, in seconds since 1970 (RFC 9745). Only deprecated operations send it.
                     * @example @1581638400
                     */
                    Deprecation?: string;
                    /**
                     * @description Time when GitHub removed the operation from github.com (RFC 8594). Only deprecated operations send it.
                     * @example Fri, 13 Nov 2020 16:00:00 GMT
                     */
                    Sunset?: string;
                    /**
                     * @description URLs of other pages of the list (RFC 8288), with the relations `prev`, `next`, `last` and `first`; none of them
                     *     on the only page of a list. The links about the deprecation follow.
                     * @example <https://api.github.com/resource?page=2>; rel="next", <https://api.github.com/resource?page=5>; rel="last"
                     */
                    Link?: string;
                    "X-GitHub-Request-Id"?: string;
                    "X-GitHub-Media-Type"?: string;
                    "X-GitHub-Api-Version-Selected"?: string;
                    "X-GitHub-Enterprise-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["authorization"][];
                };
            };
            304: components["responses"]["not-modified"];
            400: components["responses"]["bad-request-without-body"];
            401: components["responses"]["user-authentication-required"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            422: components["responses"]["invalid-filter"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    "oauth-authorizations/create-authorization": {
        parameters: {
            query?: never;
            header?: {
                /** @description Media type of the response. `application/vnd.github+json` is recommended. */
                accept?: components["parameters"]["accept"];
                /**
                 * @description API version to use; the oldest supported version by default. Except for the API root, the operations of this
                 *     description are the same in all versions. An unsupported version gets 400.
                 */
                "X-GitHub-Api-Version"?: components["parameters"]["api-version"];
                /** @description Content coding of the body. Only `identity`, no compression, is accepted; any other gets 415. */
                "Content-Encoding"?: components["parameters"]["content-encoding"];
                /**
                 * @description One-time code of a user with two-factor authentication: six digits (RFC 6238). A code is valid for one request.
                 *     Users without two-factor authentication omit the header.
                 */
                "X-GitHub-OTP"?: components["parameters"]["otp"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * @description Scopes of the token; only public data by default. A string is one scope.
                     * @example [
                     *       "public_repo",
                     *       "user"
                     *     ]
                     */
                    scopes?: string[] | string | null;
                    /**
                     * @description Purpose of the token. Required for a personal token.
                     * @example Update all gems
                     */
                    note?: string;
                    /** @description Page with more about the purpose of the token: an http or https URL. The server never fetches it. */
                    note_url?: string;
                    /** @description Client id of the application the token is for. */
                    client_id?: string;
                    /** @description Client secret of the application. */
                    client_secret?: string;
                    /** @description Distinguishes this token from others of the same user and application. */
                    fingerprint?: string;
                };
            };
        };
        responses: {
            /** @description Created. The response shows the token. */
            201: {
                headers: {
                    /**
                     * @description Entity tag: identifies the content of this response (RFC 9110, section 8.8.3). No operation compares it.
                     * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                     */
                    ETag?: string;
                    /**
                     * @description Start of the deprecation, in seconds since 1970 (RFC 9745). Only deprecated operations send it.
                     * @example @1581638400
                     */
                    Deprecation?: string;
                    /**
                     * @description Time when GitHub removed the operation from github.com (RFC 8594). Only deprecated operations send it.
                     * @example Fri, 13 Nov 2020 16:00:00 GMT
                     */
                    Sunset?: string;
                    /**
                     * @description GitHub's notice, with the relation `deprecation`, and the replacement, with `alternate` (RFC 8288). Only deprecated
                     *     operations send it.
                     * @example <https://developer.github.com/changes/2020-02-14-deprecating-oauth-auth-endpoint/>; rel="deprecation"; type="text/html"
                     */
                    Link?: string;
                    /**
                     * @description URL of the authorization. GitHub documents it for 200 as well; a recorded server sent it with 201 only.
                     * @example https://api.github.com/authorizations/1
                     */
                    Location?: string;
                    "X-GitHub-Request-Id"?: string;
                    "X-GitHub-Media-Type"?: string;
                    "X-GitHub-Api-Version-Selected"?: string;
                    "X-GitHub-Enterprise-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["authorization"];
                };
            };
            304: components["responses"]["not-modified-unsafe"];
            400: components["responses"]["bad-request"];
            401: components["responses"]["user-authentication-required"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            410: components["responses"]["gone"];
            413: components["responses"]["content-too-large"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["validation-failed"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    "oauth-authorizations/get-or-create-authorization-for-app": {
        parameters: {
            query?: never;
            header?: {
                /** @description Media type of the response. `application/vnd.github+json` is recommended. */
                accept?: components["parameters"]["accept"];
                /**
                 * @description API version to use; the oldest supported version by default. Except for the API root, the operations of this
                 *     description are the same in all versions. An unsupported version gets 400.
                 */
                "X-GitHub-Api-Version"?: components["parameters"]["api-version"];
                /** @description Content coding of the body. Only `identity`, no compression, is accepted; any other gets 415. */
                "Content-Encoding"?: components["parameters"]["content-encoding"];
                /**
                 * @description One-time code of a user with two-factor authentication: six digits (RFC 6238). A code is valid for one request.
                 *     Users without two-factor authentication omit the header.
                 */
                "X-GitHub-OTP"?: components["parameters"]["otp"];
            };
            path: {
                /**
                 * @description Client id of the application, 20 characters.
                 * @example Iv1.8a61f9b3a7aba766
                 */
                client_id: components["parameters"]["client-id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Client secret of the application. */
                    client_secret: string;
                    /**
                     * @description Scopes of the token; only public data by default. A string is one scope.
                     * @example [
                     *       "public_repo",
                     *       "user"
                     *     ]
                     */
                    scopes?: string[] | string | null;
                    /**
                     * @description Purpose of the token.
                     * @example Update all gems
                     */
                    note?: string;
                    /** @description Page with more about the purpose of the token: an http or https URL. The server never fetches it. */
                    note_url?: string;
                    /** @description Distinguishes this token from others of the same user and application. */
                    fingerprint?: string;
                };
            };
        };
        responses: {
            /** @description The token exists. The response does not show it. */
            200: {
                headers: {
                    /**
                     * @description Entity tag: identifies the content of this response (RFC 9110, section 8.8.3). No operation compares it.
                     * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                     */
                    ETag?: string;
                    /**
                     * @description Start of the deprecation, in seconds since 1970 (RFC 9745). Only deprecated operations send it.
                     * @example @1581638400
                     */
                    Deprecation?: string;
                    /**
                     * @description Time when GitHub removed the operation from github.com (RFC 8594). Only deprecated operations send it.
                     * @example Fri, 13 Nov 2020 16:00:00 GMT
                     */
                    Sunset?: string;
                    /**
                     * @description GitHub's notice, with the relation `deprecation`, and the replacement, with `alternate` (RFC 8288). Only deprecated
                     *     operations send it.
                     * @example <https://developer.github.com/changes/2020-02-14-deprecating-oauth-auth-endpoint/>; rel="deprecation"; type="text/html"
                     */
                    Link?: string;
                    /**
                     * @description URL of the authorization. GitHub documents it for 200 as well; a recorded server sent it with 201 only.
                     * @example https://api.github.com/authorizations/1
                     */
                    Location?: string;
                    "X-GitHub-Request-Id"?: string;
                    "X-GitHub-Media-Type"?: string;
                    "X-GitHub-Api-Version-Selected"?: string;
                    "X-GitHub-Enterprise-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["authorization"];
                };
            };
            /** @description Created. The response shows the token. */
            201: {
                headers: {
                    /**
                     * @description Entity tag: identifies the content of this response (RFC 9110, section 8.8.3). No operation compares it.
                     * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                     */
                    ETag?: string;
                    /**
                     * @description Start of the deprecation, in seconds since 1970 (RFC 9745). Only deprecated operations send it.
                     * @example @1581638400
                     */
                    Deprecation?: string;
                    /**
                     * @description Time when GitHub removed the operation from github.com (RFC 8594). Only deprecated operations send it.
                     * @example Fri, 13 Nov 2020 16:00:00 GMT
                     */
                    Sunset?: string;
                    /**
                     * @description GitHub's notice, with the relation `deprecation`, and the replacement, with `alternate` (RFC 8288). Only deprecated
                     *     operations send it.
                     * @example <https://developer.github.com/changes/2020-02-14-deprecating-oauth-auth-endpoint/>; rel="deprecation"; type="text/html"
                     */
                    Link?: string;
                    /**
                     * @description URL of the authorization. GitHub documents it for 200 as well; a recorded server sent it with 201 only.
                     * @example https://api.github.com/authorizations/1
                     */
                    Location?: string;
                    "X-GitHub-Request-Id"?: string;
                    "X-GitHub-Media-Type"?: string;
                    "X-GitHub-Api-Version-Selected"?: string;
                    "X-GitHub-Enterprise-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["authorization"];
                };
            };
            304: components["responses"]["not-modified-unsafe"];
            400: components["responses"]["bad-request"];
            401: components["responses"]["user-authentication-required"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            413: components["responses"]["content-too-large"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["invalid-application"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    "oauth-authorizations/get-or-create-authorization-for-app-and-fingerprint": {
        parameters: {
            query?: never;
            header?: {
                /** @description Media type of the response. `application/vnd.github+json` is recommended. */
                accept?: components["parameters"]["accept"];
                /**
                 * @description API version to use; the oldest supported version by default. Except for the API root, the operations of this
                 *     description are the same in all versions. An unsupported version gets 400.
                 */
                "X-GitHub-Api-Version"?: components["parameters"]["api-version"];
                /** @description Content coding of the body. Only `identity`, no compression, is accepted; any other gets 415. */
                "Content-Encoding"?: components["parameters"]["content-encoding"];
                /**
                 * @description One-time code of a user with two-factor authentication: six digits (RFC 6238). A code is valid for one request.
                 *     Users without two-factor authentication omit the header.
                 */
                "X-GitHub-OTP"?: components["parameters"]["otp"];
            };
            path: {
                /**
                 * @description Client id of the application, 20 characters.
                 * @example Iv1.8a61f9b3a7aba766
                 */
                client_id: components["parameters"]["client-id"];
                /**
                 * @description Distinguishes this token from others of the same user and application.
                 * @example jklmnop12345678
                 */
                fingerprint: components["parameters"]["fingerprint"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Client secret of the application. */
                    client_secret: string;
                    /**
                     * @description Scopes of the token; only public data by default. A string is one scope.
                     * @example [
                     *       "public_repo",
                     *       "user"
                     *     ]
                     */
                    scopes?: string[] | string | null;
                    /**
                     * @description Purpose of the token.
                     * @example Update all gems
                     */
                    note?: string;
                    /** @description Page with more about the purpose of the token: an http or https URL. The server never fetches it. */
                    note_url?: string;
                };
            };
        };
        responses: {
            /** @description The token exists. The response does not show it. */
            200: {
                headers: {
                    /**
                     * @description Entity tag: identifies the content of this response (RFC 9110, section 8.8.3). No operation compares it.
                     * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                     */
                    ETag?: string;
                    /**
                     * @description Start of the deprecation, in seconds since 1970 (RFC 9745). Only deprecated operations send it.
                     * @example @1581638400
                     */
                    Deprecation?: string;
                    /**
                     * @description Time when GitHub removed the operation from github.com (RFC 8594). Only deprecated operations send it.
                     * @example Fri, 13 Nov 2020 16:00:00 GMT
                     */
                    Sunset?: string;
                    /**
                     * @description GitHub's notice, with the relation `deprecation`, and the replacement, with `alternate` (RFC 8288). Only deprecated
                     *     operations send it.
                     * @example <https://developer.github.com/changes/2020-02-14-deprecating-oauth-auth-endpoint/>; rel="deprecation"; type="text/html"
                     */
                    Link?: string;
                    /**
                     * @description URL of the authorization. GitHub documents it for 200 as well; a recorded server sent it with 201 only.
                     * @example https://api.github.com/authorizations/1
                     */
                    Location?: string;
                    "X-GitHub-Request-Id"?: string;
                    "X-GitHub-Media-Type"?: string;
                    "X-GitHub-Api-Version-Selected"?: string;
                    "X-GitHub-Enterprise-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["authorization"];
                };
            };
            /** @description Created. The response shows the token. */
            201: {
                headers: {
                    /**
                     * @description Entity tag: identifies the content of this response (RFC 9110, section 8.8.3). No operation compares it.
                     * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                     */
                    ETag?: string;
                    /**
                     * @description Start of the deprecation, in seconds since 1970 (RFC 9745). Only deprecated operations send it.
                     * @example @1581638400
                     */
                    Deprecation?: string;
                    /**
                     * @description Time when GitHub removed the operation from github.com (RFC 8594). Only deprecated operations send it.
                     * @example Fri, 13 Nov 2020 16:00:00 GMT
                     */
                    Sunset?: string;
                    /**
                     * @description GitHub's notice, with the relation `deprecation`, and the replacement, with `alternate` (RFC 8288). Only deprecated
                     *     operations send it.
                     * @example <https://developer.github.com/changes/2020-02-14-deprecating-oauth-auth-endpoint/>; rel="deprecation"; type="text/html"
                     */
                    Link?: string;
                    /**
                     * @description URL of the authorization. GitHub documents it for 200 as well; a recorded server sent it with 201 only.
                     * @example https://api.github.com/authorizations/1
                     */
                    Location?: string;
                    "X-GitHub-Request-Id"?: string;
                    "X-GitHub-Media-Type"?: string;
                    "X-GitHub-Api-Version-Selected"?: string;
                    "X-GitHub-Enterprise-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["authorization"];
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["user-authentication-required"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            413: components["responses"]["content-too-large"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["invalid-application"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    "oauth-authorizations/get-authorization": {
        parameters: {
            query?: never;
            header?: {
                /** @description Media type of the response. `application/vnd.github+json` is recommended. */
                accept?: components["parameters"]["accept"];
                /**
                 * @description API version to use; the oldest supported version by default. Except for the API root, the operations of this
                 *     description are the same in all versions. An unsupported version gets 400.
                 */
                "X-GitHub-Api-Version"?: components["parameters"]["api-version"];
                /**
                 * @description One-time code of a user with two-factor authentication: six digits (RFC 6238). A code is valid for one request.
                 *     Users without two-factor authentication omit the header.
                 */
                "X-GitHub-OTP"?: components["parameters"]["otp"];
                /**
                 * @description Entity tags of your copies, or `*`. When one of them is current, the response is 304. Ignored on POST, PUT, PATCH
                 *     and DELETE.
                 */
                "If-None-Match"?: components["parameters"]["if-none-match"];
                /** @description Return 304 unless the object changed after this time. Ignored together with `If-None-Match`. */
                "If-Modified-Since"?: components["parameters"]["if-modified-since"];
            };
            path: {
                /**
                 * @description Identifier of the authorization.
                 * @example 1
                 */
                authorization_id: components["parameters"]["authorization-id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The authorization. */
            200: {
                headers: {
                    /**
                     * @description Entity tag: identifies this state of the response (RFC 9110, section 8.8.3). Send it in `If-None-Match` to receive
                     *     304 while unchanged, or in `If-Match` to change the object only while unchanged.
                     * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                     */
                    ETag?: string;
                    /**
                     * @description Time of the object's last change (RFC 9110, section 8.8.2).
                     * @example Tue, 06 Sep 2011 20:39:23 GMT
                     */
                    "Last-Modified"?: string;
                    /**
                     * @description Start of the deprecation, in seconds since 1970 (RFC 9745). Only deprecated operations send it.
                     * @example @1581638400
                     */
                    Deprecation?: string;
                    /**
                     * @description Time when GitHub removed the operation from github.com (RFC 8594). Only deprecated operations send it.
                     * @example Fri, 13 Nov 2020 16:00:00 GMT
                     */
                    Sunset?: string;
                    /**
                     * @description GitHub's notice, with the relation `deprecation`, and the replacement, with `alternate` (RFC 8288). Only deprecated
                     *     operations send it.
                     * @example <https://developer.github.com/changes/2020-02-14-deprecating-oauth-auth-endpoint/>; rel="deprecation"; type="text/html"
                     */
                    Link?: string;
                    "X-GitHub-Request-Id"?: string;
                    "X-GitHub-Media-Type"?: string;
                    "X-GitHub-Api-Version-Selected"?: string;
                    "X-GitHub-Enterprise-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["authorization"];
                };
            };
            304: components["responses"]["not-modified-object"];
            400: components["responses"]["bad-request-without-body"];
            401: components["responses"]["user-authentication-required"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    "oauth-authorizations/update-authorization-by-post": {
        parameters: {
            query?: never;
            header?: {
                /** @description Media type of the response. `application/vnd.github+json` is recommended. */
                accept?: components["parameters"]["accept"];
                /**
                 * @description API version to use; the oldest supported version by default. Except for the API root, the operations of this
                 *     description are the same in all versions. An unsupported version gets 400.
                 */
                "X-GitHub-Api-Version"?: components["parameters"]["api-version"];
                /** @description Content coding of the body. Only `identity`, no compression, is accepted; any other gets 415. */
                "Content-Encoding"?: components["parameters"]["content-encoding"];
                /**
                 * @description One-time code of a user with two-factor authentication: six digits (RFC 6238). A code is valid for one request.
                 *     Users without two-factor authentication omit the header.
                 */
                "X-GitHub-OTP"?: components["parameters"]["otp"];
                /**
                 * @description Execute the request only if one of these entity tags is current, otherwise return 412. Weak tags of this API are
                 *     accepted, because they identify every byte.
                 */
                "If-Match"?: components["parameters"]["if-match"];
                /** @description Execute the request only if the object did not change after this time, otherwise return 412. */
                "If-Unmodified-Since"?: components["parameters"]["if-unmodified-since"];
            };
            path: {
                /**
                 * @description Identifier of the authorization.
                 * @example 1
                 */
                authorization_id: components["parameters"]["authorization-id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["authorization-patch"];
            };
        };
        responses: {
            /** @description The authorization after the change. */
            200: {
                headers: {
                    /**
                     * @description Entity tag: identifies this state of the response (RFC 9110, section 8.8.3). Send it in `If-None-Match` to receive
                     *     304 while unchanged, or in `If-Match` to change the object only while unchanged.
                     * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                     */
                    ETag?: string;
                    /**
                     * @description Start of the deprecation, in seconds since 1970 (RFC 9745). Only deprecated operations send it.
                     * @example @1581638400
                     */
                    Deprecation?: string;
                    /**
                     * @description Time when GitHub removed the operation from github.com (RFC 8594). Only deprecated operations send it.
                     * @example Fri, 13 Nov 2020 16:00:00 GMT
                     */
                    Sunset?: string;
                    /**
                     * @description GitHub's notice, with the relation `deprecation`, and the replacement, with `alternate` (RFC 8288). Only deprecated
                     *     operations send it.
                     * @example <https://developer.github.com/changes/2020-02-14-deprecating-oauth-auth-endpoint/>; rel="deprecation"; type="text/html"
                     */
                    Link?: string;
                    "X-GitHub-Request-Id"?: string;
                    "X-GitHub-Media-Type"?: string;
                    "X-GitHub-Api-Version-Selected"?: string;
                    "X-GitHub-Enterprise-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["authorization"];
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["user-authentication-required"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            412: components["responses"]["precondition-failed"];
            413: components["responses"]["content-too-large"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["validation-failed"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    "oauth-authorizations/delete-authorization": {
        parameters: {
            query?: never;
            header?: {
                /** @description Media type of the response. `application/vnd.github+json` is recommended. */
                accept?: components["parameters"]["accept"];
                /**
                 * @description API version to use; the oldest supported version by default. Except for the API root, the operations of this
                 *     description are the same in all versions. An unsupported version gets 400.
                 */
                "X-GitHub-Api-Version"?: components["parameters"]["api-version"];
                /**
                 * @description One-time code of a user with two-factor authentication: six digits (RFC 6238). A code is valid for one request.
                 *     Users without two-factor authentication omit the header.
                 */
                "X-GitHub-OTP"?: components["parameters"]["otp"];
                /**
                 * @description Execute the request only if one of these entity tags is current, otherwise return 412. Weak tags of this API are
                 *     accepted, because they identify every byte.
                 */
                "If-Match"?: components["parameters"]["if-match"];
                /** @description Execute the request only if the object did not change after this time, otherwise return 412. */
                "If-Unmodified-Since"?: components["parameters"]["if-unmodified-since"];
            };
            path: {
                /**
                 * @description Identifier of the authorization.
                 * @example 1
                 */
                authorization_id: components["parameters"]["authorization-id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content. It is deleted. */
            204: {
                headers: {
                    /**
                     * @description Start of the deprecation, in seconds since 1970 (RFC 9745). Only deprecated operations send it.
                     * @example @1581638400
                     */
                    Deprecation?: string;
                    /**
                     * @description Time when GitHub removed the operation from github.com (RFC 8594). Only deprecated operations send it.
                     * @example Fri, 13 Nov 2020 16:00:00 GMT
                     */
                    Sunset?: string;
                    /**
                     * @description GitHub's notice, with the relation `deprecation`, and the replacement, with `alternate` (RFC 8288). Only deprecated
                     *     operations send it.
                     * @example <https://developer.github.com/changes/2020-02-14-deprecating-oauth-auth-endpoint/>; rel="deprecation"; type="text/html"
                     */
                    Link?: string;
                    "X-GitHub-Request-Id"?: string;
                    "X-GitHub-Media-Type"?: string;
                    "X-GitHub-Api-Version-Selected"?: string;
                    "X-GitHub-Enterprise-Version"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            304: components["responses"]["not-modified-unsafe"];
            400: components["responses"]["bad-request-without-body"];
            401: components["responses"]["user-authentication-required"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            412: components["responses"]["precondition-failed"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    "oauth-authorizations/update-authorization": {
        parameters: {
            query?: never;
            header?: {
                /** @description Media type of the response. `application/vnd.github+json` is recommended. */
                accept?: components["parameters"]["accept"];
                /**
                 * @description API version to use; the oldest supported version by default. Except for the API root, the operations of this
                 *     description are the same in all versions. An unsupported version gets 400.
                 */
                "X-GitHub-Api-Version"?: components["parameters"]["api-version"];
                /** @description Content coding of the body. Only `identity`, no compression, is accepted; any other gets 415. */
                "Content-Encoding"?: components["parameters"]["content-encoding"];
                /**
                 * @description One-time code of a user with two-factor authentication: six digits (RFC 6238). A code is valid for one request.
                 *     Users without two-factor authentication omit the header.
                 */
                "X-GitHub-OTP"?: components["parameters"]["otp"];
                /**
                 * @description Execute the request only if one of these entity tags is current, otherwise return 412. Weak tags of this API are
                 *     accepted, because they identify every byte.
                 */
                "If-Match"?: components["parameters"]["if-match"];
                /** @description Execute the request only if the object did not change after this time, otherwise return 412. */
                "If-Unmodified-Since"?: components["parameters"]["if-unmodified-since"];
            };
            path: {
                /**
                 * @description Identifier of the authorization.
                 * @example 1
                 */
                authorization_id: components["parameters"]["authorization-id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["authorization-patch"];
            };
        };
        responses: {
            /** @description The authorization after the change. */
            200: {
                headers: {
                    /**
                     * @description Entity tag: identifies this state of the response (RFC 9110, section 8.8.3). Send it in `If-None-Match` to receive
                     *     304 while unchanged, or in `If-Match` to change the object only while unchanged.
                     * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                     */
                    ETag?: string;
                    /**
                     * @description Start of the deprecation, in seconds since 1970 (RFC 9745). Only deprecated operations send it.
                     * @example @1581638400
                     */
                    Deprecation?: string;
                    /**
                     * @description Time when GitHub removed the operation from github.com (RFC 8594). Only deprecated operations send it.
                     * @example Fri, 13 Nov 2020 16:00:00 GMT
                     */
                    Sunset?: string;
                    /**
                     * @description GitHub's notice, with the relation `deprecation`, and the replacement, with `alternate` (RFC 8288). Only deprecated
                     *     operations send it.
                     * @example <https://developer.github.com/changes/2020-02-14-deprecating-oauth-auth-endpoint/>; rel="deprecation"; type="text/html"
                     */
                    Link?: string;
                    "X-GitHub-Request-Id"?: string;
                    "X-GitHub-Media-Type"?: string;
                    "X-GitHub-Api-Version-Selected"?: string;
                    "X-GitHub-Enterprise-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["authorization"];
                };
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["user-authentication-required"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            412: components["responses"]["precondition-failed"];
            413: components["responses"]["content-too-large"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["validation-failed"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    "meta/get": {
        parameters: {
            query?: never;
            header?: {
                /** @description Media type of the response. `application/vnd.github+json` is recommended. */
                accept?: components["parameters"]["accept"];
                /**
                 * @description API version to use; the oldest supported version by default. Except for the API root, the operations of this
                 *     description are the same in all versions. An unsupported version gets 400.
                 */
                "X-GitHub-Api-Version"?: components["parameters"]["api-version"];
                /**
                 * @description One-time code of a user with two-factor authentication: six digits (RFC 6238). A code is valid for one request.
                 *     Users without two-factor authentication omit the header.
                 */
                "X-GitHub-OTP"?: components["parameters"]["otp"];
                /**
                 * @description Entity tags of your copies, or `*`. When one of them is current, the response is 304. Ignored on POST, PUT, PATCH
                 *     and DELETE.
                 */
                "If-None-Match"?: components["parameters"]["if-none-match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Information about the server. */
            200: {
                headers: {
                    /**
                     * @description Entity tag: identifies this state of the response (RFC 9110, section 8.8.3). Send it in `If-None-Match` to receive
                     *     304 while unchanged.
                     * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                     */
                    ETag?: string;
                    /**
                     * @description Scopes of the token in the request, separated by commas. Omitted without a token.
                     * @example gist, repo
                     */
                    "X-OAuth-Scopes"?: string;
                    /**
                     * @description Client id of the application that the token in the request belongs to. Omitted without a token, and with a personal
                     *     one.
                     * @example Iv1.8a61f9b3a7aba766
                     */
                    "X-OAuth-Client-Id"?: string;
                    /**
                     * @description Scopes of which the token needs one, with those that include it, separated by commas; empty when it needs none.
                     *     Omitted without a token.
                     * @example
                     */
                    "X-Accepted-OAuth-Scopes"?: string;
                    "X-GitHub-Request-Id"?: string;
                    "X-GitHub-Media-Type"?: string;
                    "X-GitHub-Api-Version-Selected"?: string;
                    "X-GitHub-Enterprise-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["api-overview"];
                };
            };
            304: components["responses"]["not-modified-plain"];
            400: components["responses"]["bad-request-without-body"];
            401: components["responses"]["user-authentication-required"];
            403: components["responses"]["forbidden"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    "rate-limit/get": {
        parameters: {
            query?: never;
            header?: {
                /** @description Media type of the response. `application/vnd.github+json` is recommended. */
                accept?: components["parameters"]["accept"];
                /**
                 * @description API version to use; the oldest supported version by default. Except for the API root, the operations of this
                 *     description are the same in all versions. An unsupported version gets 400.
                 */
                "X-GitHub-Api-Version"?: components["parameters"]["api-version"];
                /**
                 * @description One-time code of a user with two-factor authentication: six digits (RFC 6238). A code is valid for one request.
                 *     Users without two-factor authentication omit the header.
                 */
                "X-GitHub-OTP"?: components["parameters"]["otp"];
                /**
                 * @description Entity tags of your copies, or `*`. When one of them is current, the response is 304. Ignored on POST, PUT, PATCH
                 *     and DELETE.
                 */
                "If-None-Match"?: components["parameters"]["if-none-match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The numbers of the caller. */
            200: {
                headers: {
                    /**
                     * @description Entity tag: identifies this state of the response (RFC 9110, section 8.8.3). Send it in `If-None-Match` to receive
                     *     304 while unchanged.
                     * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                     */
                    ETag?: string;
                    /**
                     * @description Scopes of the token in the request, separated by commas. Omitted without a token.
                     * @example gist, repo
                     */
                    "X-OAuth-Scopes"?: string;
                    /**
                     * @description Client id of the application that the token in the request belongs to. Omitted without a token, and with a personal
                     *     one.
                     * @example Iv1.8a61f9b3a7aba766
                     */
                    "X-OAuth-Client-Id"?: string;
                    /**
                     * @description Scopes of which the token needs one, with those that include it, separated by commas; empty when it needs none.
                     *     Omitted without a token.
                     * @example
                     */
                    "X-Accepted-OAuth-Scopes"?: string;
                    "X-GitHub-Request-Id"?: string;
                    "X-GitHub-Media-Type"?: string;
                    "X-GitHub-Api-Version-Selected"?: string;
                    "X-GitHub-Enterprise-Version"?: string;
                    /**
                     * @description Requests in an hour that the caller may make. A server with a rate limit sends it with every response.
                     * @example 5000
                     */
                    "X-RateLimit-Limit"?: string;
                    /**
                     * @description Requests that remain in this hour. A server with a rate limit sends it with every response.
                     * @example 4999
                     */
                    "X-RateLimit-Remaining"?: string;
                    /**
                     * @description End of this hour, in seconds since 1970. A server with a rate limit sends it with every response.
                     * @example 1372700873
                     */
                    "X-RateLimit-Reset"?: string;
                    /**
                     * @description Limit that the request counted for. A server with a rate limit sends it with every response.
                     * @example core
                     */
                    "X-RateLimit-Resource"?: string;
                    /**
                     * @description Requests that were made in this hour. A server with a rate limit sends it with every response.
                     * @example 1
                     */
                    "X-RateLimit-Used"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["rate-limit-overview"];
                };
            };
            304: components["responses"]["not-modified-plain"];
            400: components["responses"]["bad-request-without-body"];
            401: components["responses"]["user-authentication-required"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["rate-limiting-off"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    "users/get-authenticated": {
        parameters: {
            query?: never;
            header?: {
                /** @description Media type of the response. `application/vnd.github+json` is recommended. */
                accept?: components["parameters"]["accept"];
                /**
                 * @description API version to use; the oldest supported version by default. Except for the API root, the operations of this
                 *     description are the same in all versions. An unsupported version gets 400.
                 */
                "X-GitHub-Api-Version"?: components["parameters"]["api-version"];
                /**
                 * @description One-time code of a user with two-factor authentication: six digits (RFC 6238). A code is valid for one request.
                 *     Users without two-factor authentication omit the header.
                 */
                "X-GitHub-OTP"?: components["parameters"]["otp"];
                /**
                 * @description Entity tags of your copies, or `*`. When one of them is current, the response is 304. Ignored on POST, PUT, PATCH
                 *     and DELETE.
                 */
                "If-None-Match"?: components["parameters"]["if-none-match"];
                /** @description Return 304 unless the object changed after this time. Ignored together with `If-None-Match`. */
                "If-Modified-Since"?: components["parameters"]["if-modified-since"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user. */
            200: {
                headers: {
                    /**
                     * @description Entity tag: identifies this state of the response (RFC 9110, section 8.8.3). Send it in `If-None-Match` to receive
                     *     304 while unchanged.
                     * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                     */
                    ETag?: string;
                    /**
                     * @description Time of the object's last change (RFC 9110, section 8.8.2).
                     * @example Tue, 06 Sep 2011 20:39:23 GMT
                     */
                    "Last-Modified"?: string;
                    /**
                     * @description Scopes of the token in the request, separated by commas. Omitted without a token.
                     * @example gist, repo
                     */
                    "X-OAuth-Scopes"?: string;
                    /**
                     * @description Client id of the application that the token in the request belongs to. Omitted without a token, and with a personal
                     *     one.
                     * @example Iv1.8a61f9b3a7aba766
                     */
                    "X-OAuth-Client-Id"?: string;
                    /**
                     * @description Scopes of which the token needs one, with those that include it, separated by commas; empty when it needs none.
                     *     Omitted without a token.
                     * @example
                     */
                    "X-Accepted-OAuth-Scopes"?: string;
                    "X-GitHub-Request-Id"?: string;
                    "X-GitHub-Media-Type"?: string;
                    "X-GitHub-Api-Version-Selected"?: string;
                    "X-GitHub-Enterprise-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["public-user"];
                };
            };
            304: components["responses"]["not-modified-user"];
            400: components["responses"]["bad-request-without-body"];
            401: components["responses"]["user-authentication-required"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    "users/list-emails-for-authenticated-user": {
        parameters: {
            query?: {
                /** @description Results per page, at most 100. A larger number counts as 100, any other value as 30. */
                per_page?: components["parameters"]["per-page"];
                /** @description Page to fetch, from 1. Any other value counts as 1. A page after the last one is empty. */
                page?: components["parameters"]["page"];
            };
            header?: {
                /** @description Media type of the response. `application/vnd.github+json` is recommended. */
                accept?: components["parameters"]["accept"];
                /**
                 * @description API version to use; the oldest supported version by default. Except for the API root, the operations of this
                 *     description are the same in all versions. An unsupported version gets 400.
                 */
                "X-GitHub-Api-Version"?: components["parameters"]["api-version"];
                /**
                 * @description One-time code of a user with two-factor authentication: six digits (RFC 6238). A code is valid for one request.
                 *     Users without two-factor authentication omit the header.
                 */
                "X-GitHub-OTP"?: components["parameters"]["otp"];
                /**
                 * @description Entity tags of your copies, or `*`. When one of them is current, the response is 304. Ignored on POST, PUT, PATCH
                 *     and DELETE.
                 */
                "If-None-Match"?: components["parameters"]["if-none-match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The addresses, or none. */
            200: {
                headers: {
                    /**
                     * @description Entity tag: identifies this state of the response (RFC 9110, section 8.8.3). Send it in `If-None-Match` to receive
                     *     304 while unchanged.
                     * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                     */
                    ETag?: string;
                    /**
                     * @description URLs of other pages of the list (RFC 8288), with the relations `prev`, `next`, `last` and `first`; no header on the
                     *     only page of a list.
                     * @example <https://api.github.com/resource?page=2>; rel="next", <https://api.github.com/resource?page=5>; rel="last"
                     */
                    Link?: string;
                    /**
                     * @description Scopes of the token in the request, separated by commas. Omitted without a token.
                     * @example gist, repo
                     */
                    "X-OAuth-Scopes"?: string;
                    /**
                     * @description Client id of the application that the token in the request belongs to. Omitted without a token, and with a personal
                     *     one.
                     * @example Iv1.8a61f9b3a7aba766
                     */
                    "X-OAuth-Client-Id"?: string;
                    /**
                     * @description Scopes of which the token needs one, with those that include it, separated by commas; empty when it needs none.
                     *     Omitted without a token.
                     * @example
                     */
                    "X-Accepted-OAuth-Scopes"?: string;
                    "X-GitHub-Request-Id"?: string;
                    "X-GitHub-Media-Type"?: string;
                    "X-GitHub-Api-Version-Selected"?: string;
                    "X-GitHub-Enterprise-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["email"][];
                };
            };
            304: components["responses"]["not-modified-plain"];
            400: components["responses"]["bad-request-without-body"];
            401: components["responses"]["user-authentication-required"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    "orgs/list-for-authenticated-user": {
        parameters: {
            query?: {
                /** @description Results per page, at most 100. A larger number counts as 100, any other value as 30. */
                per_page?: components["parameters"]["per-page"];
                /** @description Page to fetch, from 1. Any other value counts as 1. A page after the last one is empty. */
                page?: components["parameters"]["page"];
            };
            header?: {
                /** @description Media type of the response. `application/vnd.github+json` is recommended. */
                accept?: components["parameters"]["accept"];
                /**
                 * @description API version to use; the oldest supported version by default. Except for the API root, the operations of this
                 *     description are the same in all versions. An unsupported version gets 400.
                 */
                "X-GitHub-Api-Version"?: components["parameters"]["api-version"];
                /**
                 * @description One-time code of a user with two-factor authentication: six digits (RFC 6238). A code is valid for one request.
                 *     Users without two-factor authentication omit the header.
                 */
                "X-GitHub-OTP"?: components["parameters"]["otp"];
                /**
                 * @description Entity tags of your copies, or `*`. When one of them is current, the response is 304. Ignored on POST, PUT, PATCH
                 *     and DELETE.
                 */
                "If-None-Match"?: components["parameters"]["if-none-match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No organizations. */
            200: {
                headers: {
                    /**
                     * @description Entity tag: identifies this state of the response (RFC 9110, section 8.8.3). Send it in `If-None-Match` to receive
                     *     304 while unchanged.
                     * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                     */
                    ETag?: string;
                    /**
                     * @description URLs of other pages of the list (RFC 8288), with the relations `prev`, `next`, `last` and `first`; no header on the
                     *     only page of a list.
                     * @example <https://api.github.com/resource?page=2>; rel="next", <https://api.github.com/resource?page=5>; rel="last"
                     */
                    Link?: string;
                    /**
                     * @description Scopes of the token in the request, separated by commas. Omitted without a token.
                     * @example gist, repo
                     */
                    "X-OAuth-Scopes"?: string;
                    /**
                     * @description Client id of the application that the token in the request belongs to. Omitted without a token, and with a personal
                     *     one.
                     * @example Iv1.8a61f9b3a7aba766
                     */
                    "X-OAuth-Client-Id"?: string;
                    /**
                     * @description Scopes of which the token needs one, with those that include it, separated by commas; empty when it needs none.
                     *     Omitted without a token.
                     * @example
                     */
                    "X-Accepted-OAuth-Scopes"?: string;
                    "X-GitHub-Request-Id"?: string;
                    "X-GitHub-Media-Type"?: string;
                    "X-GitHub-Api-Version-Selected"?: string;
                    "X-GitHub-Enterprise-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["organization-simple"][];
                };
            };
            304: components["responses"]["not-modified-plain"];
            400: components["responses"]["bad-request-without-body"];
            401: components["responses"]["user-authentication-required"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    "teams/list-for-authenticated-user": {
        parameters: {
            query?: {
                /** @description Results per page, at most 100. A larger number counts as 100, any other value as 30. */
                per_page?: components["parameters"]["per-page"];
                /** @description Page to fetch, from 1. Any other value counts as 1. A page after the last one is empty. */
                page?: components["parameters"]["page"];
            };
            header?: {
                /** @description Media type of the response. `application/vnd.github+json` is recommended. */
                accept?: components["parameters"]["accept"];
                /**
                 * @description API version to use; the oldest supported version by default. Except for the API root, the operations of this
                 *     description are the same in all versions. An unsupported version gets 400.
                 */
                "X-GitHub-Api-Version"?: components["parameters"]["api-version"];
                /**
                 * @description One-time code of a user with two-factor authentication: six digits (RFC 6238). A code is valid for one request.
                 *     Users without two-factor authentication omit the header.
                 */
                "X-GitHub-OTP"?: components["parameters"]["otp"];
                /**
                 * @description Entity tags of your copies, or `*`. When one of them is current, the response is 304. Ignored on POST, PUT, PATCH
                 *     and DELETE.
                 */
                "If-None-Match"?: components["parameters"]["if-none-match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No teams. */
            200: {
                headers: {
                    /**
                     * @description Entity tag: identifies this state of the response (RFC 9110, section 8.8.3). Send it in `If-None-Match` to receive
                     *     304 while unchanged.
                     * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                     */
                    ETag?: string;
                    /**
                     * @description URLs of other pages of the list (RFC 8288), with the relations `prev`, `next`, `last` and `first`; no header on the
                     *     only page of a list.
                     * @example <https://api.github.com/resource?page=2>; rel="next", <https://api.github.com/resource?page=5>; rel="last"
                     */
                    Link?: string;
                    /**
                     * @description Scopes of the token in the request, separated by commas. Omitted without a token.
                     * @example gist, repo
                     */
                    "X-OAuth-Scopes"?: string;
                    /**
                     * @description Client id of the application that the token in the request belongs to. Omitted without a token, and with a personal
                     *     one.
                     * @example Iv1.8a61f9b3a7aba766
                     */
                    "X-OAuth-Client-Id"?: string;
                    /**
                     * @description Scopes of which the token needs one, with those that include it, separated by commas; empty when it needs none.
                     *     Omitted without a token.
                     * @example
                     */
                    "X-Accepted-OAuth-Scopes"?: string;
                    "X-GitHub-Request-Id"?: string;
                    "X-GitHub-Media-Type"?: string;
                    "X-GitHub-Api-Version-Selected"?: string;
                    "X-GitHub-Enterprise-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["team"][];
                };
            };
            304: components["responses"]["not-modified-plain"];
            400: components["responses"]["bad-request-without-body"];
            401: components["responses"]["user-authentication-required"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    "users/get-by-username": {
        parameters: {
            query?: never;
            header?: {
                /** @description Media type of the response. `application/vnd.github+json` is recommended. */
                accept?: components["parameters"]["accept"];
                /**
                 * @description API version to use; the oldest supported version by default. Except for the API root, the operations of this
                 *     description are the same in all versions. An unsupported version gets 400.
                 */
                "X-GitHub-Api-Version"?: components["parameters"]["api-version"];
                /**
                 * @description One-time code of a user with two-factor authentication: six digits (RFC 6238). A code is valid for one request.
                 *     Users without two-factor authentication omit the header.
                 */
                "X-GitHub-OTP"?: components["parameters"]["otp"];
                /**
                 * @description Entity tags of your copies, or `*`. When one of them is current, the response is 304. Ignored on POST, PUT, PATCH
                 *     and DELETE.
                 */
                "If-None-Match"?: components["parameters"]["if-none-match"];
                /** @description Return 304 unless the object changed after this time. Ignored together with `If-None-Match`. */
                "If-Modified-Since"?: components["parameters"]["if-modified-since"];
            };
            path: {
                /**
                 * @description Login name of the user, in any case.
                 * @example octocat
                 */
                username: components["parameters"]["username"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user. */
            200: {
                headers: {
                    /**
                     * @description Entity tag: identifies this state of the response (RFC 9110, section 8.8.3). Send it in `If-None-Match` to receive
                     *     304 while unchanged.
                     * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                     */
                    ETag?: string;
                    /**
                     * @description Time of the object's last change (RFC 9110, section 8.8.2).
                     * @example Tue, 06 Sep 2011 20:39:23 GMT
                     */
                    "Last-Modified"?: string;
                    /**
                     * @description Scopes of the token in the request, separated by commas. Omitted without a token.
                     * @example gist, repo
                     */
                    "X-OAuth-Scopes"?: string;
                    /**
                     * @description Client id of the application that the token in the request belongs to. Omitted without a token, and with a personal
                     *     one.
                     * @example Iv1.8a61f9b3a7aba766
                     */
                    "X-OAuth-Client-Id"?: string;
                    /**
                     * @description Scopes of which the token needs one, with those that include it, separated by commas; empty when it needs none.
                     *     Omitted without a token.
                     * @example
                     */
                    "X-Accepted-OAuth-Scopes"?: string;
                    "X-GitHub-Request-Id"?: string;
                    "X-GitHub-Media-Type"?: string;
                    "X-GitHub-Api-Version-Selected"?: string;
                    "X-GitHub-Enterprise-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["public-user"];
                };
            };
            304: components["responses"]["not-modified-user"];
            400: components["responses"]["bad-request-without-body"];
            401: components["responses"]["user-authentication-required"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            422: components["responses"]["invalid-username"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
}
