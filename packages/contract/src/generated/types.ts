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
         * @description Names the addresses that a client can find by itself. Without credentials; credentials that are sent must be right.
         *
         *     In version 2026-03-10 `authorizations_url` is gone.
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
         * @description Lists the applications that have access to your account, one grant for each, in the order they were granted.
         *     The scopes of a grant are the union of the scopes of the application's tokens: with one token for `repo` and
         *     another for `user`, the grant has both. The list is that of the settings page for authorized applications. Personal tokens belong to no application and are not listed.
         *
         *     With `client_id`, the list has the grant of that application alone; 404 when there is no such application.
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
         * @description Shows one of your grants. A grant of another user is answered like one that does not exist.
         */
        get: operations["oauth-authorizations/get-grant"];
        put?: never;
        post?: never;
        /**
         * Delete a grant
         * @deprecated
         * @description Takes an application's access to your account away. All its tokens for your account are deleted with the
         *     grant and stop working at once. The application is no longer listed among your grants, nor on the settings page
         *     for authorized applications.
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
         * @description Ends the access of your application to the account of the user whose token you send. The grant and all tokens
         *     of the application for that user are deleted, and stop working at once. The application disappears from the
         *     user's settings page for authorized applications.
         *
         *     Any good token of the user will do. A token that is unknown, expired, deleted, or of another application is
         *     answered with 404.
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
         * @description Deletes the grant of the user a token belongs to, with all tokens under it. This is the older form, with the token in
         *     the path, where logs and proxies may keep it; use the one with the token in the body.
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
         * @description Says whether a token of your application is good, whom it acts for and what it gives access to. Checks are
         *     not counted as logins, so they may be made as often as needed.
         *
         *     A token that is unknown, expired, deleted, or of another application is answered with 404.
         */
        post: operations["apps/check-token"];
        /**
         * Delete an app token
         * @description Deletes one token of your application. It stops working at once; other tokens of the user, and the grant,
         *     stay.
         *
         *     A token that is unknown, expired, deleted, or of another application is answered with 404.
         */
        delete: operations["apps/delete-token"];
        options?: never;
        head?: never;
        /**
         * Reset a token
         * @description Replaces a token of your application by a new one, without the user taking part. The authorization keeps its
         *     id, scopes, note and fingerprint. The old token stops working at once, so keep the `token` of the answer: it is
         *     shown this once.
         *
         *     A token that is unknown, expired, deleted, or of another application is answered with 404.
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
         * @description Makes another user token of your GitHub App from a good one, with fewer permissions, for one account and, if you name
         *     repositories, for those alone. The new token expires with the old one, which stays as it is. Repositories and what your
         *     app was given are not modelled: they are taken as you name them.
         *
         *     The account is named by `target` or by `target_id`, one of them; repositories by `repositories` or by
         *     `repository_ids`, not by both. A token that is unknown, expired, deleted, or of another application is answered with
         *     404; an OAuth application, which has no permissions to choose from, with 403; a token that is scoped already,
         *     with 422.
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
         * @description Says whether a token of your application is good. This is the older form, with the token in the path, where logs and
         *     proxies may keep it; use the one with the token in the body.
         */
        get: operations["apps/check-authorization"];
        put?: never;
        /**
         * Reset an authorization
         * @deprecated
         * @description Replaces a token of your application by a new one. This is the older form, with the token in the path, where logs and
         *     proxies may keep it; use the one with the token in the body.
         */
        post: operations["apps/reset-authorization"];
        /**
         * Revoke an authorization for an application
         * @deprecated
         * @description Deletes one token of your application. This is the older form, with the token in the path, where logs and proxies may
         *     keep it; use the one with the token in the body.
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
         * @description Lists your tokens, personal ones first, then application by application, within an application by fingerprint.
         *     No token is shown in plain text.
         *
         *     With `client_id`, the list has the tokens of that application alone; 404 when there is no such application.
         */
        get: operations["oauth-authorizations/list-authorizations"];
        put?: never;
        /**
         * Create a new authorization
         * @deprecated
         * @description Creates a token for your account and shows it, this once. Personal tokens can also be made on the settings
         *     pages of the server.
         *
         *     Without `client_id` and `client_secret` it is a personal token. It needs a `note`; its note, and its fingerprint
         *     if it has one, may not be in use by another personal token of yours.
         *
         *     With `client_id` and `client_secret`, which are found on the application's settings page, it is a token of that
         *     application, and your grant for the application gets its scopes. You have one token for each application and
         *     fingerprint, having no fingerprint counting as one: for a second token with the same fingerprint the answer is
         *     422. To use the token that is there, see the operations that get or create one.
         *
         *     An empty string for `client_id`, `client_secret`, `note_url` or `fingerprint` counts as left out. A key that is
         *     not described is ignored. An unknown scope is answered with 422, and no token is created.
         *
         *     For an organization that enforces SAML single sign-on, a personal token must be allowed by the organization
         *     first, and an application's token made here does not work at all: applications get such tokens through the
         *     web application flow.
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
         * @description Shows your token of an application if there is one, else creates it. The application says who it is by its
         *     `client_secret`.
         *
         *     There: 200, the token as it was created, whatever scopes and note you send now, and an empty string in place of
         *     the token itself. Not there: 201, the token shown this once, and your grant for the application gets its scopes.
         *
         *     Without a `fingerprint`, or with an empty one, it is about the token that has none.
         *
         *     A wrong client id or secret, an unknown scope, and a key that is not described are answered with 422.
         *
         *     Tokens made with this API cannot be used for organizations that enforce SAML single sign-on; applications get
         *     such tokens through the web application flow.
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
         * @description Shows your token of an application and fingerprint if there is one, else creates it. The application says who it is by its
         *     `client_secret`.
         *
         *     There: 200, the token as it was created, whatever scopes and note you send now, and an empty string in place of
         *     the token itself. Not there: 201, the token shown this once, and your grant for the application gets its scopes.
         *
         *     A wrong client id or secret, an unknown scope, and a key that is not described are answered with 422.
         *
         *     Tokens made with this API cannot be used for organizations that enforce SAML single sign-on; applications get
         *     such tokens through the web application flow.
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
         * @description Shows one of your authorizations, without the token in plain text. An authorization of another user is answered
         *     like one that does not exist.
         */
        get: operations["oauth-authorizations/get-authorization"];
        put?: never;
        /**
         * Update an existing authorization (POST)
         * @deprecated
         * @description The same as with PATCH, for clients that cannot send that method: the vendor takes POST for every PATCH.
         */
        post: operations["oauth-authorizations/update-authorization-by-post"];
        /**
         * Delete an authorization
         * @deprecated
         * @description Deletes one of your tokens. It stops working at once. The grant of its application stays, also after the last
         *     token, until you delete it.
         */
        delete: operations["oauth-authorizations/delete-authorization"];
        options?: never;
        head?: never;
        /**
         * Update an existing authorization
         * @deprecated
         * @description Changes the scopes, the note or the fingerprint of one of your authorizations. The token itself stays as it is,
         *     and is not shown. Your grant for the application follows the scopes.
         *
         *     Of the three keys for scopes, `scopes` replaces them all and goes alone. The vendor's text wants one key at a
         *     time, its example sends `add_scopes` with `remove_scopes`: those two may go together, but not with the same scope
         *     in both. What is not sent stays, and so do the scopes with `scopes: null`. A key that is not described is ignored. The note of a personal token cannot be emptied.
         *
         *     A request that changes nothing is answered with 200 and leaves `updated_at` as it was.
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
         * @description Says what kind of server this is. Clients read it before they choose how to sign in. Without credentials; credentials
         *     that are sent must be right.
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
    "/user": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the authenticated user
         * @description Shows whose token it is. Clients call it right after they got a token; `X-OAuth-Scopes` has the scopes of the token.
         *     The token is sent as `Bearer` or `token`, or with Basic as the user name or the password. A login and a password
         *     are good as well; there are no scopes then.
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
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * Root
         * @description Addresses of the API.
         */
        root: {
            /** @description The user that signs in. */
            current_user_url: string;
            /** @description Settings page for authorized applications, as a URI template. */
            current_user_authorizations_html_url: string;
            /** @description The authorizations of the user that signs in. Not there from version 2026-03-10 on. */
            authorizations_url?: string;
        };
        /**
         * Basic Error
         * @description What went wrong.
         */
        "basic-error": {
            /** @description What went wrong, in a sentence. */
            message?: string;
            /** @description Page that describes the operation. */
            documentation_url?: string;
            /** @description Address the error is about, where there is one. */
            url?: string;
            /** @description The HTTP status, as a string. */
            status?: string;
        };
        /**
         * Application
         * @description The application that a token or a grant belongs to. A personal token has a stand-in here: its note as the
         *     name, and twenty zeros as the client id.
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
            /** @description Name the user goes by. */
            name?: string | null;
            /** @description Public e-mail address. */
            email?: string | null;
            /**
             * @description Name the user signs in with.
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
             * @description The user in this API.
             * @example https://api.github.com/users/octocat
             */
            url: string;
            /**
             * Format: uri
             * @description The page of the user.
             * @example https://github.com/octocat
             */
            html_url: string;
            /**
             * Format: uri
             * @description Who follows the user.
             * @example https://api.github.com/users/octocat/followers
             */
            followers_url: string;
            /**
             * @description Whom the user follows, as a URI template.
             * @example https://api.github.com/users/octocat/following{/other_user}
             */
            following_url: string;
            /**
             * @description Gists of the user, as a URI template.
             * @example https://api.github.com/users/octocat/gists{/gist_id}
             */
            gists_url: string;
            /**
             * @description Repositories the user starred, as a URI template.
             * @example https://api.github.com/users/octocat/starred{/owner}{/repo}
             */
            starred_url: string;
            /**
             * Format: uri
             * @description Repositories the user watches.
             * @example https://api.github.com/users/octocat/subscriptions
             */
            subscriptions_url: string;
            /**
             * Format: uri
             * @description Organizations the user belongs to.
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
             * @description What the user did, as a URI template.
             * @example https://api.github.com/users/octocat/events{/privacy}
             */
            events_url: string;
            /**
             * Format: uri
             * @description What happened around the user.
             * @example https://api.github.com/users/octocat/received_events
             */
            received_events_url: string;
            /**
             * @description Kind of account.
             * @example User
             */
            type: string;
            /** @description Whether the user administers the server. */
            site_admin: boolean;
            /**
             * @description When the user starred a repository. Not used by this API.
             * @example "2020-07-09T00:17:55Z"
             */
            starred_at?: string;
            /**
             * @description How much of the user is shown.
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
             * @description Where this grant is found.
             * @example https://api.github.com/applications/grants/1
             */
            url: string;
            app: components["schemas"]["application"];
            /**
             * Format: date-time
             * @description When the application got its first token from this user.
             * @example 2011-09-06T17:26:27Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When the scopes last changed.
             * @example 2011-09-06T20:39:23Z
             */
            updated_at: string;
            /**
             * @description Union of the scopes of the application's tokens. After the last token is gone, the scopes it had.
             * @example [
             *       "public_repo"
             *     ]
             */
            scopes: string[];
            /** @description The user who gave the access. Left out of the answers to the user's own calls. */
            user?: components["schemas"]["simple-user"] | null;
        };
        /**
         * Validation Error
         * @description Why a request that could be read was refused. Values the rules do not allow are listed in `errors`. A body
         *     that does not have the described shape, and a wrong client id or secret, have a `message` alone.
         */
        "validation-error": {
            /** @description What went wrong, in one or more sentences. */
            message: string;
            /** @description The values that were refused. */
            errors?: {
                /** @description Kind of object that was to be stored; `OauthAccess` is an authorization. */
                resource?: string;
                /** @description Field of the request. */
                field?: string;
                /** @description Why the value was refused, when the code alone does not say it. */
                message?: string;
                /** @description `missing_field`, `already_exists`, or `custom` with a `message`. */
                code: string;
                /** @description Position in a list. */
                index?: number;
                /** @description The value that was refused. */
                value?: (string | null) | (number | null) | (string[] | null);
            }[];
            /** @description Page that describes the operation. */
            documentation_url: string;
            /** @description The HTTP status, as a string. */
            status?: string;
        };
        /**
         * App Permissions
         * @description What a user token of a GitHub App may do, permission by permission. One that is left out is not given.
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
             * @description Findings and settings of code quality.
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
             * @description The files named beside the permissions, and no others.
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
             * @description Projects of organizations, the newer kind included where there is one.
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
             * @description Repositories the user starred.
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
             * @description Discussions of teams. Given on older servers only.
             * @enum {string}
             */
            team_discussions?: "read" | "write";
        };
        /**
         * Scoped Installation
         * @description The part of an installation of a GitHub App that a scoped token may reach.
         */
        "scoped-installation": {
            permissions: components["schemas"]["app-permissions"];
            /**
             * @description Whether the token reaches all repositories of the account or a selection of them.
             * @enum {string}
             */
            repository_selection: "all" | "selected";
            /**
             * @description Path of the one file the token may manage.
             * @example config.yaml
             */
            single_file_name: string | null;
            /**
             * @description Whether `single_file_paths` names more than one file.
             * @example true
             */
            has_multiple_single_files?: boolean;
            /**
             * @description Paths of the files the token may manage.
             * @example [
             *       "config.yml",
             *       ".github/issue_TEMPLATE.md"
             *     ]
             */
            single_file_paths?: string[];
            /**
             * Format: uri
             * @description Where the repositories of the account are listed.
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
             * @description Where this authorization is found.
             */
            url: string;
            app: components["schemas"]["application"];
            /**
             * @description The token in plain text in the answer that creates or resets it, the token that was sent in the answer
             *     to a check, and an empty string in every other answer.
             */
            token: string;
            /** @description SHA-256 digest of the token, 64 lower-case hexadecimal digits. */
            hashed_token: string | null;
            /** @description Last eight characters of the token. */
            token_last_eight: string | null;
            /** @description What the token is for. */
            note: string | null;
            /**
             * Format: uri
             * @description Page that says more about what the token is for.
             */
            note_url: string | null;
            /**
             * Format: date-time
             * @description When the token was created.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When the authorization last changed. A request that changes nothing leaves it.
             */
            updated_at: string;
            /** @description What the token gives access to, in the order it was given. */
            scopes: string[] | null;
            /** @description What tells this token from others of the same user and application. */
            fingerprint: string | null;
            /**
             * Format: date-time
             * @description When the token expires, or `null` if it does not.
             */
            expires_at: string | null;
            /** @description The user the token acts for. Present in the answers to applications only. */
            user?: components["schemas"]["simple-user"] | null;
            /** @description Where a scoped user token of a GitHub App may act. Absent for other tokens. */
            installation?: components["schemas"]["scoped-installation"] | null;
        };
        /**
         * Api Overview
         * @description What kind of server this is.
         */
        "api-overview": {
            /** @description Whether users sign in with a password that the server itself checks. */
            verifiable_password_authentication: boolean;
            /** @description Version of Enterprise Server. */
            installed_version?: string;
        };
    };
    responses: {
        /** @description Not modified. The copy that the request names in `If-None-Match` is current. */
        "not-modified-plain": {
            headers: {
                /**
                 * @description Names this state of the answer (RFC 9110, section 8.8.3). Send it in `If-None-Match` to be told 304 while the
                 *     state is the same, or in `If-Match` to change the object only while it is.
                 * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                 */
                ETag?: string;
                [name: string]: unknown;
            };
            content?: never;
        };
        /**
         * @description The request could not be understood: its body is no JSON object, or `X-GitHub-Api-Version` names a version
         *     that is not supported.
         */
        "bad-request": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["basic-error"];
            };
        };
        /**
         * @description Requires authentication. There are no credentials, the login or the password is wrong, or a one-time code
         *     is missing, wrong or already used; in the last three cases `X-GitHub-OTP` says so.
         */
        "user-authentication-required": {
            headers: {
                /**
                 * @description How to authenticate (RFC 9110, section 11.6.1).
                 * @example Basic realm="GitHub"
                 */
                "WWW-Authenticate"?: string;
                /**
                 * @description Sent after a right password of a user with two-factor authentication, when the one-time code is missing,
                 *     wrong or used: `required; app`.
                 * @example required; app
                 */
                "X-GitHub-OTP"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["basic-error"];
            };
        };
        /**
         * @description Forbidden. A token was sent in place of the password, there were too many failed logins, the user is suspended, or
         *     the requests of this hour are used up, where requests are limited.
         */
        forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["basic-error"];
            };
        };
        /** @description The server failed. The details are in its log, under the request id of the answer. */
        "server-error": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["basic-error"];
            };
        };
        /** @description The server has too much to do, or its database does not answer. Try again after `Retry-After`. */
        unavailable: {
            headers: {
                /**
                 * @description Seconds to wait before the next try (RFC 9110, section 10.2.3).
                 * @example 1
                 */
                "Retry-After"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["basic-error"];
            };
        };
        /** @description Not modified. The copy that the request names in `If-None-Match` or `If-Modified-Since` is current. */
        "not-modified": {
            headers: {
                /**
                 * @description Names this state of the answer (RFC 9110, section 8.8.3). Send it in `If-None-Match` to be told 304 while the
                 *     state is the same, or in `If-Match` to change the object only while it is.
                 * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                 */
                ETag?: string;
                /**
                 * @description Since when the operation is deprecated, in seconds since 1970 (RFC 9745).
                 * @example @1581638400
                 */
                Deprecation?: string;
                /**
                 * @description When the vendor removed the operation from github.com (RFC 8594).
                 * @example Fri, 13 Nov 2020 16:00:00 GMT
                 */
                Sunset?: string;
                /**
                 * @description The vendor's notice, with the relations `deprecation` and `sunset`, and what to use instead, with
                 *     `successor-version` (RFC 8288).
                 * @example <https://developer.github.com/changes/2020-02-14-deprecating-oauth-auth-endpoint/>; rel="deprecation"
                 */
                Link?: string;
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description Resource not found. There is no such object, or it belongs to somebody else: the two are answered alike. */
        "not-found": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["basic-error"];
            };
        };
        /**
         * @description Validation failed: the request does not have the described shape, a value is not allowed or in use, or a
         *     client id and its secret do not match. Sent for spamming as well. Nothing was changed.
         */
        "validation-failed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["validation-error"];
            };
        };
        /**
         * @description Not modified. Described by the vendor, and never sent: a precondition that fails on a method other than
         *     GET and HEAD is answered with 412.
         */
        "not-modified-unsafe": {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /**
         * @description A precondition of the request (`If-Match`, `If-None-Match`, `If-Unmodified-Since`) does not hold; nothing
         *     was changed.
         */
        "precondition-failed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["basic-error"];
            };
        };
        /** @description Requires authentication. There are no credentials, or the client id or the client secret is wrong. */
        "application-authentication-required": {
            headers: {
                /**
                 * @description How to authenticate (RFC 9110, section 11.6.1).
                 * @example Basic realm="GitHub"
                 */
                "WWW-Authenticate"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["basic-error"];
            };
        };
        /** @description Forbidden. The application has used up its requests of this hour, where requests are limited. */
        "rate-limited": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["basic-error"];
            };
        };
        /** @description The body is longer than 65,536 bytes. */
        "content-too-large": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["basic-error"];
            };
        };
        /**
         * @description Forbidden. The application is an OAuth application, whose tokens have no permissions, or it has used up its
         *     requests of this hour, where requests are limited.
         */
        "not-a-github-app": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["basic-error"];
            };
        };
        /** @description Gone. The operation is removed, or switched off for the time of a brown-out. */
        gone: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["basic-error"];
            };
        };
    };
    parameters: {
        /**
         * @description Media type of the answer. `application/vnd.github+json` is recommended.
         * @example application/vnd.github+json
         */
        accept: string;
        /**
         * @description Version of the API to use. Without it the oldest supported version is used. But for the
         *     API root, the operations of this description are alike in all versions. A version that is not supported is answered with 400.
         * @example 2022-11-28
         */
        "api-version": "2022-11-28" | "2026-03-10";
        /**
         * @description One-time code of a user with two-factor authentication: six digits, as RFC 6238 describes it. A code is
         *     good for one request. Users without two-factor authentication leave the header out.
         * @example 123456
         */
        otp: string;
        /**
         * @description Entity tags of the copies you have, or `*`. A read whose copy is current is answered with 304; a change of
         *     an object with an identifier is refused with 412 when one of them is current.
         * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
         */
        "if-none-match": string;
        /**
         * @description The number of results on a page, at most 100. A number out of range is brought into it.
         * @example 30
         */
        "per-page": number;
        /**
         * @description Number of the page to fetch, from 1. A smaller number is taken as 1.
         * @example 1
         */
        page: number;
        /**
         * @description Client id of an application; the list is then of that application alone.
         * @example abcde12345fghij67890
         */
        "client-id-filter": string;
        /**
         * @description Answer with 304 unless the object changed after this time. Not looked at beside `If-None-Match`.
         * @example Tue, 06 Sep 2011 20:39:23 GMT
         */
        "if-modified-since": string;
        /**
         * @description Identifier of the grant.
         * @example 1
         */
        "grant-id": number;
        /**
         * @description Carry the request out only if one of these entity tags is current, else answer with 412. The weak tags that are
         *     sent here name every byte, so they are taken.
         * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
         */
        "if-match": string;
        /**
         * @description Carry the request out only if the object did not change after this time, else answer with 412.
         * @example Tue, 06 Sep 2011 20:39:23 GMT
         */
        "if-unmodified-since": string;
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
         * @description What tells this token from others of the same user and application.
         * @example jklmnop12345678
         */
        fingerprint: string;
        /**
         * @description Identifier of the authorization.
         * @example 1
         */
        "authorization-id": number;
    };
    requestBodies: never;
    headers: {
        /**
         * @description Names this state of the answer (RFC 9110, section 8.8.3). Send it in `If-None-Match` to be told 304 while the
         *     state is the same, or in `If-Match` to change the object only while it is.
         * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
         */
        etag: string;
        /**
         * @description How to authenticate (RFC 9110, section 11.6.1).
         * @example Basic realm="GitHub"
         */
        authenticate: string;
        /**
         * @description Sent after a right password of a user with two-factor authentication, when the one-time code is missing,
         *     wrong or used: `required; app`.
         * @example required; app
         */
        otp: string;
        /**
         * @description Seconds to wait before the next try (RFC 9110, section 10.2.3).
         * @example 1
         */
        "retry-after": string;
        /**
         * @description Since when the operation is deprecated, in seconds since 1970 (RFC 9745).
         * @example @1581638400
         */
        deprecation: string;
        /**
         * @description When the vendor removed the operation from github.com (RFC 8594).
         * @example Fri, 13 Nov 2020 16:00:00 GMT
         */
        sunset: string;
        /**
         * @description Addresses of other pages of the list (RFC 8288), with the relations `prev`, `next`, `last` and `first`; none
         *     of them on the first page when there is no other. After them the links about the deprecation.
         * @example <https://api.github.com/resource?page=2>; rel="next", <https://api.github.com/resource?page=5>; rel="last"
         */
        link: string;
        /**
         * @description The vendor's notice, with the relations `deprecation` and `sunset`, and what to use instead, with
         *     `successor-version` (RFC 8288).
         * @example <https://developer.github.com/changes/2020-02-14-deprecating-oauth-auth-endpoint/>; rel="deprecation"
         */
        "deprecation-link": string;
        /**
         * @description When the object last changed (RFC 9110, section 8.8.2).
         * @example Tue, 06 Sep 2011 20:39:23 GMT
         */
        "last-modified": string;
        /**
         * @description Address of the authorization. The vendor describes it for 200 as well; a real server was recorded to send
         *     it with 201 only.
         * @example https://api.github.com/authorizations/1
         */
        location: string;
        /**
         * @description Scopes of the token that was sent, separated by commas. Left out when there was none.
         * @example gist, repo
         */
        "oauth-scopes": string;
        /**
         * @description Scopes that the operation asks for. Left out when there was no token.
         * @example
         */
        "accepted-oauth-scopes": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    "meta/root": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Media type of the answer. `application/vnd.github+json` is recommended.
                 * @example application/vnd.github+json
                 */
                accept?: components["parameters"]["accept"];
                /**
                 * @description Version of the API to use. Without it the oldest supported version is used. But for the
                 *     API root, the operations of this description are alike in all versions. A version that is not supported is answered with 400.
                 * @example 2022-11-28
                 */
                "X-GitHub-Api-Version"?: components["parameters"]["api-version"];
                /**
                 * @description One-time code of a user with two-factor authentication: six digits, as RFC 6238 describes it. A code is
                 *     good for one request. Users without two-factor authentication leave the header out.
                 * @example 123456
                 */
                "X-GitHub-OTP"?: components["parameters"]["otp"];
                /**
                 * @description Entity tags of the copies you have, or `*`. A read whose copy is current is answered with 304; a change of
                 *     an object with an identifier is refused with 412 when one of them is current.
                 * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                 */
                "If-None-Match"?: components["parameters"]["if-none-match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The addresses. */
            200: {
                headers: {
                    /**
                     * @description Names this state of the answer (RFC 9110, section 8.8.3). Send it in `If-None-Match` to be told 304 while the
                     *     state is the same, or in `If-Match` to change the object only while it is.
                     * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["root"];
                };
            };
            304: components["responses"]["not-modified-plain"];
            400: components["responses"]["bad-request"];
            401: components["responses"]["user-authentication-required"];
            403: components["responses"]["forbidden"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    "oauth-authorizations/list-grants": {
        parameters: {
            query?: {
                /**
                 * @description The number of results on a page, at most 100. A number out of range is brought into it.
                 * @example 30
                 */
                per_page?: components["parameters"]["per-page"];
                /**
                 * @description Number of the page to fetch, from 1. A smaller number is taken as 1.
                 * @example 1
                 */
                page?: components["parameters"]["page"];
                /**
                 * @description Client id of an application; the list is then of that application alone.
                 * @example abcde12345fghij67890
                 */
                client_id?: components["parameters"]["client-id-filter"];
            };
            header?: {
                /**
                 * @description Media type of the answer. `application/vnd.github+json` is recommended.
                 * @example application/vnd.github+json
                 */
                accept?: components["parameters"]["accept"];
                /**
                 * @description Version of the API to use. Without it the oldest supported version is used. But for the
                 *     API root, the operations of this description are alike in all versions. A version that is not supported is answered with 400.
                 * @example 2022-11-28
                 */
                "X-GitHub-Api-Version"?: components["parameters"]["api-version"];
                /**
                 * @description One-time code of a user with two-factor authentication: six digits, as RFC 6238 describes it. A code is
                 *     good for one request. Users without two-factor authentication leave the header out.
                 * @example 123456
                 */
                "X-GitHub-OTP"?: components["parameters"]["otp"];
                /**
                 * @description Entity tags of the copies you have, or `*`. A read whose copy is current is answered with 304; a change of
                 *     an object with an identifier is refused with 412 when one of them is current.
                 * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                 */
                "If-None-Match"?: components["parameters"]["if-none-match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Your grants, a page of them. */
            200: {
                headers: {
                    /**
                     * @description Names this state of the answer (RFC 9110, section 8.8.3). Send it in `If-None-Match` to be told 304 while the
                     *     state is the same, or in `If-Match` to change the object only while it is.
                     * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                     */
                    ETag?: string;
                    /**
                     * @description Since when the operation is deprecated, in seconds since 1970 (RFC 9745).
                     * @example @1581638400
                     */
                    Deprecation?: string;
                    /**
                     * @description When the vendor removed the operation from github.com (RFC 8594).
                     * @example Fri, 13 Nov 2020 16:00:00 GMT
                     */
                    Sunset?: string;
                    /**
                     * @description Addresses of other pages of the list (RFC 8288), with the relations `prev`, `next`, `last` and `first`; none
                     *     of them on the first page when there is no other. After them the links about the deprecation.
                     * @example <https://api.github.com/resource?page=2>; rel="next", <https://api.github.com/resource?page=5>; rel="last"
                     */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["application-grant"][];
                };
            };
            304: components["responses"]["not-modified"];
            400: components["responses"]["bad-request"];
            401: components["responses"]["user-authentication-required"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            422: components["responses"]["validation-failed"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    "oauth-authorizations/get-grant": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Media type of the answer. `application/vnd.github+json` is recommended.
                 * @example application/vnd.github+json
                 */
                accept?: components["parameters"]["accept"];
                /**
                 * @description Version of the API to use. Without it the oldest supported version is used. But for the
                 *     API root, the operations of this description are alike in all versions. A version that is not supported is answered with 400.
                 * @example 2022-11-28
                 */
                "X-GitHub-Api-Version"?: components["parameters"]["api-version"];
                /**
                 * @description One-time code of a user with two-factor authentication: six digits, as RFC 6238 describes it. A code is
                 *     good for one request. Users without two-factor authentication leave the header out.
                 * @example 123456
                 */
                "X-GitHub-OTP"?: components["parameters"]["otp"];
                /**
                 * @description Entity tags of the copies you have, or `*`. A read whose copy is current is answered with 304; a change of
                 *     an object with an identifier is refused with 412 when one of them is current.
                 * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                 */
                "If-None-Match"?: components["parameters"]["if-none-match"];
                /**
                 * @description Answer with 304 unless the object changed after this time. Not looked at beside `If-None-Match`.
                 * @example Tue, 06 Sep 2011 20:39:23 GMT
                 */
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
                     * @description Names this state of the answer (RFC 9110, section 8.8.3). Send it in `If-None-Match` to be told 304 while the
                     *     state is the same, or in `If-Match` to change the object only while it is.
                     * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                     */
                    ETag?: string;
                    /**
                     * @description When the object last changed (RFC 9110, section 8.8.2).
                     * @example Tue, 06 Sep 2011 20:39:23 GMT
                     */
                    "Last-Modified"?: string;
                    /**
                     * @description Since when the operation is deprecated, in seconds since 1970 (RFC 9745).
                     * @example @1581638400
                     */
                    Deprecation?: string;
                    /**
                     * @description When the vendor removed the operation from github.com (RFC 8594).
                     * @example Fri, 13 Nov 2020 16:00:00 GMT
                     */
                    Sunset?: string;
                    /**
                     * @description The vendor's notice, with the relations `deprecation` and `sunset`, and what to use instead, with
                     *     `successor-version` (RFC 8288).
                     * @example <https://developer.github.com/changes/2020-02-14-deprecating-oauth-auth-endpoint/>; rel="deprecation"
                     */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["application-grant"];
                };
            };
            304: components["responses"]["not-modified"];
            400: components["responses"]["bad-request"];
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
                /**
                 * @description Media type of the answer. `application/vnd.github+json` is recommended.
                 * @example application/vnd.github+json
                 */
                accept?: components["parameters"]["accept"];
                /**
                 * @description Version of the API to use. Without it the oldest supported version is used. But for the
                 *     API root, the operations of this description are alike in all versions. A version that is not supported is answered with 400.
                 * @example 2022-11-28
                 */
                "X-GitHub-Api-Version"?: components["parameters"]["api-version"];
                /**
                 * @description One-time code of a user with two-factor authentication: six digits, as RFC 6238 describes it. A code is
                 *     good for one request. Users without two-factor authentication leave the header out.
                 * @example 123456
                 */
                "X-GitHub-OTP"?: components["parameters"]["otp"];
                /**
                 * @description Carry the request out only if one of these entity tags is current, else answer with 412. The weak tags that are
                 *     sent here name every byte, so they are taken.
                 * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                 */
                "If-Match"?: components["parameters"]["if-match"];
                /**
                 * @description Entity tags of the copies you have, or `*`. A read whose copy is current is answered with 304; a change of
                 *     an object with an identifier is refused with 412 when one of them is current.
                 * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                 */
                "If-None-Match"?: components["parameters"]["if-none-match"];
                /**
                 * @description Carry the request out only if the object did not change after this time, else answer with 412.
                 * @example Tue, 06 Sep 2011 20:39:23 GMT
                 */
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
                     * @description Since when the operation is deprecated, in seconds since 1970 (RFC 9745).
                     * @example @1581638400
                     */
                    Deprecation?: string;
                    /**
                     * @description When the vendor removed the operation from github.com (RFC 8594).
                     * @example Fri, 13 Nov 2020 16:00:00 GMT
                     */
                    Sunset?: string;
                    /**
                     * @description The vendor's notice, with the relations `deprecation` and `sunset`, and what to use instead, with
                     *     `successor-version` (RFC 8288).
                     * @example <https://developer.github.com/changes/2020-02-14-deprecating-oauth-auth-endpoint/>; rel="deprecation"
                     */
                    Link?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            304: components["responses"]["not-modified-unsafe"];
            400: components["responses"]["bad-request"];
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
                /**
                 * @description Media type of the answer. `application/vnd.github+json` is recommended.
                 * @example application/vnd.github+json
                 */
                accept?: components["parameters"]["accept"];
                /**
                 * @description Version of the API to use. Without it the oldest supported version is used. But for the
                 *     API root, the operations of this description are alike in all versions. A version that is not supported is answered with 400.
                 * @example 2022-11-28
                 */
                "X-GitHub-Api-Version"?: components["parameters"]["api-version"];
                /**
                 * @description Carry the request out only if one of these entity tags is current, else answer with 412. The weak tags that are
                 *     sent here name every byte, so they are taken.
                 * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                 */
                "If-Match"?: components["parameters"]["if-match"];
                /**
                 * @description Entity tags of the copies you have, or `*`. A read whose copy is current is answered with 304; a change of
                 *     an object with an identifier is refused with 412 when one of them is current.
                 * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                 */
                "If-None-Match"?: components["parameters"]["if-none-match"];
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
                    /** @description A good token of your application, of the user to take leave of. */
                    access_token: string;
                };
            };
        };
        responses: {
            /** @description No Content. It is deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["application-authentication-required"];
            403: components["responses"]["rate-limited"];
            404: components["responses"]["not-found"];
            412: components["responses"]["precondition-failed"];
            413: components["responses"]["content-too-large"];
            422: components["responses"]["validation-failed"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    "apps/revoke-grant-for-application": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Media type of the answer. `application/vnd.github+json` is recommended.
                 * @example application/vnd.github+json
                 */
                accept?: components["parameters"]["accept"];
                /**
                 * @description Version of the API to use. Without it the oldest supported version is used. But for the
                 *     API root, the operations of this description are alike in all versions. A version that is not supported is answered with 400.
                 * @example 2022-11-28
                 */
                "X-GitHub-Api-Version"?: components["parameters"]["api-version"];
                /**
                 * @description Carry the request out only if one of these entity tags is current, else answer with 412. The weak tags that are
                 *     sent here name every byte, so they are taken.
                 * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                 */
                "If-Match"?: components["parameters"]["if-match"];
                /**
                 * @description Entity tags of the copies you have, or `*`. A read whose copy is current is answered with 304; a change of
                 *     an object with an identifier is refused with 412 when one of them is current.
                 * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
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
            /** @description No Content. It is deleted. */
            204: {
                headers: {
                    /**
                     * @description Since when the operation is deprecated, in seconds since 1970 (RFC 9745).
                     * @example @1581638400
                     */
                    Deprecation?: string;
                    /**
                     * @description When the vendor removed the operation from github.com (RFC 8594).
                     * @example Fri, 13 Nov 2020 16:00:00 GMT
                     */
                    Sunset?: string;
                    /**
                     * @description The vendor's notice, with the relations `deprecation` and `sunset`, and what to use instead, with
                     *     `successor-version` (RFC 8288).
                     * @example <https://developer.github.com/changes/2020-02-14-deprecating-oauth-auth-endpoint/>; rel="deprecation"
                     */
                    Link?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["application-authentication-required"];
            403: components["responses"]["rate-limited"];
            404: components["responses"]["not-found"];
            412: components["responses"]["precondition-failed"];
            422: components["responses"]["validation-failed"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    "apps/check-token": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Media type of the answer. `application/vnd.github+json` is recommended.
                 * @example application/vnd.github+json
                 */
                accept?: components["parameters"]["accept"];
                /**
                 * @description Version of the API to use. Without it the oldest supported version is used. But for the
                 *     API root, the operations of this description are alike in all versions. A version that is not supported is answered with 400.
                 * @example 2022-11-28
                 */
                "X-GitHub-Api-Version"?: components["parameters"]["api-version"];
                /**
                 * @description Carry the request out only if one of these entity tags is current, else answer with 412. The weak tags that are
                 *     sent here name every byte, so they are taken.
                 * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                 */
                "If-Match"?: components["parameters"]["if-match"];
                /**
                 * @description Entity tags of the copies you have, or `*`. A read whose copy is current is answered with 304; a change of
                 *     an object with an identifier is refused with 412 when one of them is current.
                 * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                 */
                "If-None-Match"?: components["parameters"]["if-none-match"];
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
                    /** @description The token to check. */
                    access_token: string;
                };
            };
        };
        responses: {
            /** @description The token is good. The answer repeats it. */
            200: {
                headers: {
                    /**
                     * @description Names this state of the answer (RFC 9110, section 8.8.3). Send it in `If-None-Match` to be told 304 while the
                     *     state is the same, or in `If-Match` to change the object only while it is.
                     * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                     */
                    ETag?: string;
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
            412: components["responses"]["precondition-failed"];
            413: components["responses"]["content-too-large"];
            422: components["responses"]["validation-failed"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    "apps/delete-token": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Media type of the answer. `application/vnd.github+json` is recommended.
                 * @example application/vnd.github+json
                 */
                accept?: components["parameters"]["accept"];
                /**
                 * @description Version of the API to use. Without it the oldest supported version is used. But for the
                 *     API root, the operations of this description are alike in all versions. A version that is not supported is answered with 400.
                 * @example 2022-11-28
                 */
                "X-GitHub-Api-Version"?: components["parameters"]["api-version"];
                /**
                 * @description Carry the request out only if one of these entity tags is current, else answer with 412. The weak tags that are
                 *     sent here name every byte, so they are taken.
                 * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                 */
                "If-Match"?: components["parameters"]["if-match"];
                /**
                 * @description Entity tags of the copies you have, or `*`. A read whose copy is current is answered with 304; a change of
                 *     an object with an identifier is refused with 412 when one of them is current.
                 * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                 */
                "If-None-Match"?: components["parameters"]["if-none-match"];
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
                    /** @description The token to delete. */
                    access_token: string;
                };
            };
        };
        responses: {
            /** @description No Content. It is deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["application-authentication-required"];
            403: components["responses"]["rate-limited"];
            404: components["responses"]["not-found"];
            412: components["responses"]["precondition-failed"];
            413: components["responses"]["content-too-large"];
            422: components["responses"]["validation-failed"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    "apps/reset-token": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Media type of the answer. `application/vnd.github+json` is recommended.
                 * @example application/vnd.github+json
                 */
                accept?: components["parameters"]["accept"];
                /**
                 * @description Version of the API to use. Without it the oldest supported version is used. But for the
                 *     API root, the operations of this description are alike in all versions. A version that is not supported is answered with 400.
                 * @example 2022-11-28
                 */
                "X-GitHub-Api-Version"?: components["parameters"]["api-version"];
                /**
                 * @description Carry the request out only if one of these entity tags is current, else answer with 412. The weak tags that are
                 *     sent here name every byte, so they are taken.
                 * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                 */
                "If-Match"?: components["parameters"]["if-match"];
                /**
                 * @description Entity tags of the copies you have, or `*`. A read whose copy is current is answered with 304; a change of
                 *     an object with an identifier is refused with 412 when one of them is current.
                 * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                 */
                "If-None-Match"?: components["parameters"]["if-none-match"];
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
                    /** @description The token to replace. */
                    access_token: string;
                };
            };
        };
        responses: {
            /** @description The token is replaced. The answer shows the new one. */
            200: {
                headers: {
                    /**
                     * @description Names this state of the answer (RFC 9110, section 8.8.3). Send it in `If-None-Match` to be told 304 while the
                     *     state is the same, or in `If-Match` to change the object only while it is.
                     * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                     */
                    ETag?: string;
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
            412: components["responses"]["precondition-failed"];
            413: components["responses"]["content-too-large"];
            422: components["responses"]["validation-failed"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    "apps/scope-token": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Media type of the answer. `application/vnd.github+json` is recommended.
                 * @example application/vnd.github+json
                 */
                accept?: components["parameters"]["accept"];
                /**
                 * @description Version of the API to use. Without it the oldest supported version is used. But for the
                 *     API root, the operations of this description are alike in all versions. A version that is not supported is answered with 400.
                 * @example 2022-11-28
                 */
                "X-GitHub-Api-Version"?: components["parameters"]["api-version"];
                /**
                 * @description Carry the request out only if one of these entity tags is current, else answer with 412. The weak tags that are
                 *     sent here name every byte, so they are taken.
                 * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                 */
                "If-Match"?: components["parameters"]["if-match"];
                /**
                 * @description Entity tags of the copies you have, or `*`. A read whose copy is current is answered with 304; a change of
                 *     an object with an identifier is refused with 412 when one of them is current.
                 * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                 */
                "If-None-Match"?: components["parameters"]["if-none-match"];
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
                    /** @description A good user token of your GitHub App. */
                    access_token: string;
                    /** @description Login of the account that the new token is for. */
                    target?: string;
                    /**
                     * Format: int64
                     * @description Identifier of that account.
                     */
                    target_id?: number;
                    /** @description Names of the repositories that the new token may reach; all when left out. */
                    repositories?: string[];
                    /** @description Identifiers of those repositories. */
                    repository_ids?: number[];
                    permissions?: components["schemas"]["app-permissions"];
                };
            };
        };
        responses: {
            /** @description The answer shows the new token, this once. */
            200: {
                headers: {
                    /**
                     * @description Names this state of the answer (RFC 9110, section 8.8.3). Send it in `If-None-Match` to be told 304 while the
                     *     state is the same, or in `If-Match` to change the object only while it is.
                     * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                     */
                    ETag?: string;
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
            412: components["responses"]["precondition-failed"];
            413: components["responses"]["content-too-large"];
            422: components["responses"]["validation-failed"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    "apps/check-authorization": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Media type of the answer. `application/vnd.github+json` is recommended.
                 * @example application/vnd.github+json
                 */
                accept?: components["parameters"]["accept"];
                /**
                 * @description Version of the API to use. Without it the oldest supported version is used. But for the
                 *     API root, the operations of this description are alike in all versions. A version that is not supported is answered with 400.
                 * @example 2022-11-28
                 */
                "X-GitHub-Api-Version"?: components["parameters"]["api-version"];
                /**
                 * @description Entity tags of the copies you have, or `*`. A read whose copy is current is answered with 304; a change of
                 *     an object with an identifier is refused with 412 when one of them is current.
                 * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
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
            /** @description The token is good. The answer repeats it. */
            200: {
                headers: {
                    /**
                     * @description Names this state of the answer (RFC 9110, section 8.8.3). Send it in `If-None-Match` to be told 304 while the
                     *     state is the same, or in `If-Match` to change the object only while it is.
                     * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                     */
                    ETag?: string;
                    /**
                     * @description Since when the operation is deprecated, in seconds since 1970 (RFC 9745).
                     * @example @1581638400
                     */
                    Deprecation?: string;
                    /**
                     * @description When the vendor removed the operation from github.com (RFC 8594).
                     * @example Fri, 13 Nov 2020 16:00:00 GMT
                     */
                    Sunset?: string;
                    /**
                     * @description The vendor's notice, with the relations `deprecation` and `sunset`, and what to use instead, with
                     *     `successor-version` (RFC 8288).
                     * @example <https://developer.github.com/changes/2020-02-14-deprecating-oauth-auth-endpoint/>; rel="deprecation"
                     */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["authorization"];
                };
            };
            304: components["responses"]["not-modified"];
            400: components["responses"]["bad-request"];
            401: components["responses"]["application-authentication-required"];
            403: components["responses"]["rate-limited"];
            404: components["responses"]["not-found"];
            422: components["responses"]["validation-failed"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    "apps/reset-authorization": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Media type of the answer. `application/vnd.github+json` is recommended.
                 * @example application/vnd.github+json
                 */
                accept?: components["parameters"]["accept"];
                /**
                 * @description Version of the API to use. Without it the oldest supported version is used. But for the
                 *     API root, the operations of this description are alike in all versions. A version that is not supported is answered with 400.
                 * @example 2022-11-28
                 */
                "X-GitHub-Api-Version"?: components["parameters"]["api-version"];
                /**
                 * @description Carry the request out only if one of these entity tags is current, else answer with 412. The weak tags that are
                 *     sent here name every byte, so they are taken.
                 * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                 */
                "If-Match"?: components["parameters"]["if-match"];
                /**
                 * @description Entity tags of the copies you have, or `*`. A read whose copy is current is answered with 304; a change of
                 *     an object with an identifier is refused with 412 when one of them is current.
                 * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
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
            /** @description The token is replaced. The answer shows the new one. */
            200: {
                headers: {
                    /**
                     * @description Names this state of the answer (RFC 9110, section 8.8.3). Send it in `If-None-Match` to be told 304 while the
                     *     state is the same, or in `If-Match` to change the object only while it is.
                     * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                     */
                    ETag?: string;
                    /**
                     * @description Since when the operation is deprecated, in seconds since 1970 (RFC 9745).
                     * @example @1581638400
                     */
                    Deprecation?: string;
                    /**
                     * @description When the vendor removed the operation from github.com (RFC 8594).
                     * @example Fri, 13 Nov 2020 16:00:00 GMT
                     */
                    Sunset?: string;
                    /**
                     * @description The vendor's notice, with the relations `deprecation` and `sunset`, and what to use instead, with
                     *     `successor-version` (RFC 8288).
                     * @example <https://developer.github.com/changes/2020-02-14-deprecating-oauth-auth-endpoint/>; rel="deprecation"
                     */
                    Link?: string;
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
            412: components["responses"]["precondition-failed"];
            422: components["responses"]["validation-failed"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    "apps/revoke-authorization-for-application": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Media type of the answer. `application/vnd.github+json` is recommended.
                 * @example application/vnd.github+json
                 */
                accept?: components["parameters"]["accept"];
                /**
                 * @description Version of the API to use. Without it the oldest supported version is used. But for the
                 *     API root, the operations of this description are alike in all versions. A version that is not supported is answered with 400.
                 * @example 2022-11-28
                 */
                "X-GitHub-Api-Version"?: components["parameters"]["api-version"];
                /**
                 * @description Carry the request out only if one of these entity tags is current, else answer with 412. The weak tags that are
                 *     sent here name every byte, so they are taken.
                 * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                 */
                "If-Match"?: components["parameters"]["if-match"];
                /**
                 * @description Entity tags of the copies you have, or `*`. A read whose copy is current is answered with 304; a change of
                 *     an object with an identifier is refused with 412 when one of them is current.
                 * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
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
            /** @description No Content. It is deleted. */
            204: {
                headers: {
                    /**
                     * @description Since when the operation is deprecated, in seconds since 1970 (RFC 9745).
                     * @example @1581638400
                     */
                    Deprecation?: string;
                    /**
                     * @description When the vendor removed the operation from github.com (RFC 8594).
                     * @example Fri, 13 Nov 2020 16:00:00 GMT
                     */
                    Sunset?: string;
                    /**
                     * @description The vendor's notice, with the relations `deprecation` and `sunset`, and what to use instead, with
                     *     `successor-version` (RFC 8288).
                     * @example <https://developer.github.com/changes/2020-02-14-deprecating-oauth-auth-endpoint/>; rel="deprecation"
                     */
                    Link?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["bad-request"];
            401: components["responses"]["application-authentication-required"];
            403: components["responses"]["rate-limited"];
            404: components["responses"]["not-found"];
            412: components["responses"]["precondition-failed"];
            422: components["responses"]["validation-failed"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    "oauth-authorizations/list-authorizations": {
        parameters: {
            query?: {
                /**
                 * @description The number of results on a page, at most 100. A number out of range is brought into it.
                 * @example 30
                 */
                per_page?: components["parameters"]["per-page"];
                /**
                 * @description Number of the page to fetch, from 1. A smaller number is taken as 1.
                 * @example 1
                 */
                page?: components["parameters"]["page"];
                /**
                 * @description Client id of an application; the list is then of that application alone.
                 * @example abcde12345fghij67890
                 */
                client_id?: components["parameters"]["client-id-filter"];
            };
            header?: {
                /**
                 * @description Media type of the answer. `application/vnd.github+json` is recommended.
                 * @example application/vnd.github+json
                 */
                accept?: components["parameters"]["accept"];
                /**
                 * @description Version of the API to use. Without it the oldest supported version is used. But for the
                 *     API root, the operations of this description are alike in all versions. A version that is not supported is answered with 400.
                 * @example 2022-11-28
                 */
                "X-GitHub-Api-Version"?: components["parameters"]["api-version"];
                /**
                 * @description One-time code of a user with two-factor authentication: six digits, as RFC 6238 describes it. A code is
                 *     good for one request. Users without two-factor authentication leave the header out.
                 * @example 123456
                 */
                "X-GitHub-OTP"?: components["parameters"]["otp"];
                /**
                 * @description Entity tags of the copies you have, or `*`. A read whose copy is current is answered with 304; a change of
                 *     an object with an identifier is refused with 412 when one of them is current.
                 * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                 */
                "If-None-Match"?: components["parameters"]["if-none-match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Your authorizations, a page of them. */
            200: {
                headers: {
                    /**
                     * @description Names this state of the answer (RFC 9110, section 8.8.3). Send it in `If-None-Match` to be told 304 while the
                     *     state is the same, or in `If-Match` to change the object only while it is.
                     * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                     */
                    ETag?: string;
                    /**
                     * @description Since when the operation is deprecated, in seconds since 1970 (RFC 9745).
                     * @example @1581638400
                     */
                    Deprecation?: string;
                    /**
                     * @description When the vendor removed the operation from github.com (RFC 8594).
                     * @example Fri, 13 Nov 2020 16:00:00 GMT
                     */
                    Sunset?: string;
                    /**
                     * @description Addresses of other pages of the list (RFC 8288), with the relations `prev`, `next`, `last` and `first`; none
                     *     of them on the first page when there is no other. After them the links about the deprecation.
                     * @example <https://api.github.com/resource?page=2>; rel="next", <https://api.github.com/resource?page=5>; rel="last"
                     */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["authorization"][];
                };
            };
            304: components["responses"]["not-modified"];
            400: components["responses"]["bad-request"];
            401: components["responses"]["user-authentication-required"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not-found"];
            422: components["responses"]["validation-failed"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    "oauth-authorizations/create-authorization": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Media type of the answer. `application/vnd.github+json` is recommended.
                 * @example application/vnd.github+json
                 */
                accept?: components["parameters"]["accept"];
                /**
                 * @description Version of the API to use. Without it the oldest supported version is used. But for the
                 *     API root, the operations of this description are alike in all versions. A version that is not supported is answered with 400.
                 * @example 2022-11-28
                 */
                "X-GitHub-Api-Version"?: components["parameters"]["api-version"];
                /**
                 * @description One-time code of a user with two-factor authentication: six digits, as RFC 6238 describes it. A code is
                 *     good for one request. Users without two-factor authentication leave the header out.
                 * @example 123456
                 */
                "X-GitHub-OTP"?: components["parameters"]["otp"];
                /**
                 * @description Carry the request out only if one of these entity tags is current, else answer with 412. The weak tags that are
                 *     sent here name every byte, so they are taken.
                 * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                 */
                "If-Match"?: components["parameters"]["if-match"];
                /**
                 * @description Entity tags of the copies you have, or `*`. A read whose copy is current is answered with 304; a change of
                 *     an object with an identifier is refused with 412 when one of them is current.
                 * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                 */
                "If-None-Match"?: components["parameters"]["if-none-match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * @description What the token gives access to; nothing but public data when left out.
                     * @example [
                     *       "public_repo",
                     *       "user"
                     *     ]
                     */
                    scopes?: string[] | null;
                    /**
                     * @description What the token is for. Needed for a personal token.
                     * @example Update all gems
                     */
                    note?: string;
                    /** @description Page that says more about what the token is for, an http or https address. It is never fetched. */
                    note_url?: string;
                    /** @description Client id of the application the token is for. */
                    client_id?: string;
                    /** @description Client secret of the application. */
                    client_secret?: string;
                    /** @description What tells this token from others of the same user and application. */
                    fingerprint?: string;
                };
            };
        };
        responses: {
            /** @description Created. The answer shows the token. */
            201: {
                headers: {
                    /**
                     * @description Names this state of the answer (RFC 9110, section 8.8.3). Send it in `If-None-Match` to be told 304 while the
                     *     state is the same, or in `If-Match` to change the object only while it is.
                     * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                     */
                    ETag?: string;
                    /**
                     * @description Since when the operation is deprecated, in seconds since 1970 (RFC 9745).
                     * @example @1581638400
                     */
                    Deprecation?: string;
                    /**
                     * @description When the vendor removed the operation from github.com (RFC 8594).
                     * @example Fri, 13 Nov 2020 16:00:00 GMT
                     */
                    Sunset?: string;
                    /**
                     * @description The vendor's notice, with the relations `deprecation` and `sunset`, and what to use instead, with
                     *     `successor-version` (RFC 8288).
                     * @example <https://developer.github.com/changes/2020-02-14-deprecating-oauth-auth-endpoint/>; rel="deprecation"
                     */
                    Link?: string;
                    /**
                     * @description Address of the authorization. The vendor describes it for 200 as well; a real server was recorded to send
                     *     it with 201 only.
                     * @example https://api.github.com/authorizations/1
                     */
                    Location?: string;
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
            410: components["responses"]["gone"];
            412: components["responses"]["precondition-failed"];
            413: components["responses"]["content-too-large"];
            422: components["responses"]["validation-failed"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    "oauth-authorizations/get-or-create-authorization-for-app": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Media type of the answer. `application/vnd.github+json` is recommended.
                 * @example application/vnd.github+json
                 */
                accept?: components["parameters"]["accept"];
                /**
                 * @description Version of the API to use. Without it the oldest supported version is used. But for the
                 *     API root, the operations of this description are alike in all versions. A version that is not supported is answered with 400.
                 * @example 2022-11-28
                 */
                "X-GitHub-Api-Version"?: components["parameters"]["api-version"];
                /**
                 * @description One-time code of a user with two-factor authentication: six digits, as RFC 6238 describes it. A code is
                 *     good for one request. Users without two-factor authentication leave the header out.
                 * @example 123456
                 */
                "X-GitHub-OTP"?: components["parameters"]["otp"];
                /**
                 * @description Carry the request out only if one of these entity tags is current, else answer with 412. The weak tags that are
                 *     sent here name every byte, so they are taken.
                 * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                 */
                "If-Match"?: components["parameters"]["if-match"];
                /**
                 * @description Entity tags of the copies you have, or `*`. A read whose copy is current is answered with 304; a change of
                 *     an object with an identifier is refused with 412 when one of them is current.
                 * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                 */
                "If-None-Match"?: components["parameters"]["if-none-match"];
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
                     * @description What the token gives access to; nothing but public data when left out.
                     * @example [
                     *       "public_repo",
                     *       "user"
                     *     ]
                     */
                    scopes?: string[] | null;
                    /**
                     * @description What the token is for.
                     * @example Update all gems
                     */
                    note?: string;
                    /** @description Page that says more about what the token is for, an http or https address. It is never fetched. */
                    note_url?: string;
                    /** @description What tells this token from others of the same user and application. */
                    fingerprint?: string;
                };
            };
        };
        responses: {
            /** @description The token is there. The answer does not show it. */
            200: {
                headers: {
                    /**
                     * @description Names this state of the answer (RFC 9110, section 8.8.3). Send it in `If-None-Match` to be told 304 while the
                     *     state is the same, or in `If-Match` to change the object only while it is.
                     * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                     */
                    ETag?: string;
                    /**
                     * @description Since when the operation is deprecated, in seconds since 1970 (RFC 9745).
                     * @example @1581638400
                     */
                    Deprecation?: string;
                    /**
                     * @description When the vendor removed the operation from github.com (RFC 8594).
                     * @example Fri, 13 Nov 2020 16:00:00 GMT
                     */
                    Sunset?: string;
                    /**
                     * @description The vendor's notice, with the relations `deprecation` and `sunset`, and what to use instead, with
                     *     `successor-version` (RFC 8288).
                     * @example <https://developer.github.com/changes/2020-02-14-deprecating-oauth-auth-endpoint/>; rel="deprecation"
                     */
                    Link?: string;
                    /**
                     * @description Address of the authorization. The vendor describes it for 200 as well; a real server was recorded to send
                     *     it with 201 only.
                     * @example https://api.github.com/authorizations/1
                     */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["authorization"];
                };
            };
            /** @description Created. The answer shows the token. */
            201: {
                headers: {
                    /**
                     * @description Names this state of the answer (RFC 9110, section 8.8.3). Send it in `If-None-Match` to be told 304 while the
                     *     state is the same, or in `If-Match` to change the object only while it is.
                     * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                     */
                    ETag?: string;
                    /**
                     * @description Since when the operation is deprecated, in seconds since 1970 (RFC 9745).
                     * @example @1581638400
                     */
                    Deprecation?: string;
                    /**
                     * @description When the vendor removed the operation from github.com (RFC 8594).
                     * @example Fri, 13 Nov 2020 16:00:00 GMT
                     */
                    Sunset?: string;
                    /**
                     * @description The vendor's notice, with the relations `deprecation` and `sunset`, and what to use instead, with
                     *     `successor-version` (RFC 8288).
                     * @example <https://developer.github.com/changes/2020-02-14-deprecating-oauth-auth-endpoint/>; rel="deprecation"
                     */
                    Link?: string;
                    /**
                     * @description Address of the authorization. The vendor describes it for 200 as well; a real server was recorded to send
                     *     it with 201 only.
                     * @example https://api.github.com/authorizations/1
                     */
                    Location?: string;
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
            412: components["responses"]["precondition-failed"];
            413: components["responses"]["content-too-large"];
            422: components["responses"]["validation-failed"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    "oauth-authorizations/get-or-create-authorization-for-app-and-fingerprint": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Media type of the answer. `application/vnd.github+json` is recommended.
                 * @example application/vnd.github+json
                 */
                accept?: components["parameters"]["accept"];
                /**
                 * @description Version of the API to use. Without it the oldest supported version is used. But for the
                 *     API root, the operations of this description are alike in all versions. A version that is not supported is answered with 400.
                 * @example 2022-11-28
                 */
                "X-GitHub-Api-Version"?: components["parameters"]["api-version"];
                /**
                 * @description One-time code of a user with two-factor authentication: six digits, as RFC 6238 describes it. A code is
                 *     good for one request. Users without two-factor authentication leave the header out.
                 * @example 123456
                 */
                "X-GitHub-OTP"?: components["parameters"]["otp"];
                /**
                 * @description Carry the request out only if one of these entity tags is current, else answer with 412. The weak tags that are
                 *     sent here name every byte, so they are taken.
                 * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                 */
                "If-Match"?: components["parameters"]["if-match"];
                /**
                 * @description Entity tags of the copies you have, or `*`. A read whose copy is current is answered with 304; a change of
                 *     an object with an identifier is refused with 412 when one of them is current.
                 * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
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
                 * @description What tells this token from others of the same user and application.
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
                     * @description What the token gives access to; nothing but public data when left out.
                     * @example [
                     *       "public_repo",
                     *       "user"
                     *     ]
                     */
                    scopes?: string[] | null;
                    /**
                     * @description What the token is for.
                     * @example Update all gems
                     */
                    note?: string;
                    /** @description Page that says more about what the token is for, an http or https address. It is never fetched. */
                    note_url?: string;
                };
            };
        };
        responses: {
            /** @description The token is there. The answer does not show it. */
            200: {
                headers: {
                    /**
                     * @description Names this state of the answer (RFC 9110, section 8.8.3). Send it in `If-None-Match` to be told 304 while the
                     *     state is the same, or in `If-Match` to change the object only while it is.
                     * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                     */
                    ETag?: string;
                    /**
                     * @description Since when the operation is deprecated, in seconds since 1970 (RFC 9745).
                     * @example @1581638400
                     */
                    Deprecation?: string;
                    /**
                     * @description When the vendor removed the operation from github.com (RFC 8594).
                     * @example Fri, 13 Nov 2020 16:00:00 GMT
                     */
                    Sunset?: string;
                    /**
                     * @description The vendor's notice, with the relations `deprecation` and `sunset`, and what to use instead, with
                     *     `successor-version` (RFC 8288).
                     * @example <https://developer.github.com/changes/2020-02-14-deprecating-oauth-auth-endpoint/>; rel="deprecation"
                     */
                    Link?: string;
                    /**
                     * @description Address of the authorization. The vendor describes it for 200 as well; a real server was recorded to send
                     *     it with 201 only.
                     * @example https://api.github.com/authorizations/1
                     */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["authorization"];
                };
            };
            /** @description Created. The answer shows the token. */
            201: {
                headers: {
                    /**
                     * @description Names this state of the answer (RFC 9110, section 8.8.3). Send it in `If-None-Match` to be told 304 while the
                     *     state is the same, or in `If-Match` to change the object only while it is.
                     * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                     */
                    ETag?: string;
                    /**
                     * @description Since when the operation is deprecated, in seconds since 1970 (RFC 9745).
                     * @example @1581638400
                     */
                    Deprecation?: string;
                    /**
                     * @description When the vendor removed the operation from github.com (RFC 8594).
                     * @example Fri, 13 Nov 2020 16:00:00 GMT
                     */
                    Sunset?: string;
                    /**
                     * @description The vendor's notice, with the relations `deprecation` and `sunset`, and what to use instead, with
                     *     `successor-version` (RFC 8288).
                     * @example <https://developer.github.com/changes/2020-02-14-deprecating-oauth-auth-endpoint/>; rel="deprecation"
                     */
                    Link?: string;
                    /**
                     * @description Address of the authorization. The vendor describes it for 200 as well; a real server was recorded to send
                     *     it with 201 only.
                     * @example https://api.github.com/authorizations/1
                     */
                    Location?: string;
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
            422: components["responses"]["validation-failed"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    "oauth-authorizations/get-authorization": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Media type of the answer. `application/vnd.github+json` is recommended.
                 * @example application/vnd.github+json
                 */
                accept?: components["parameters"]["accept"];
                /**
                 * @description Version of the API to use. Without it the oldest supported version is used. But for the
                 *     API root, the operations of this description are alike in all versions. A version that is not supported is answered with 400.
                 * @example 2022-11-28
                 */
                "X-GitHub-Api-Version"?: components["parameters"]["api-version"];
                /**
                 * @description One-time code of a user with two-factor authentication: six digits, as RFC 6238 describes it. A code is
                 *     good for one request. Users without two-factor authentication leave the header out.
                 * @example 123456
                 */
                "X-GitHub-OTP"?: components["parameters"]["otp"];
                /**
                 * @description Entity tags of the copies you have, or `*`. A read whose copy is current is answered with 304; a change of
                 *     an object with an identifier is refused with 412 when one of them is current.
                 * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                 */
                "If-None-Match"?: components["parameters"]["if-none-match"];
                /**
                 * @description Answer with 304 unless the object changed after this time. Not looked at beside `If-None-Match`.
                 * @example Tue, 06 Sep 2011 20:39:23 GMT
                 */
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
                     * @description Names this state of the answer (RFC 9110, section 8.8.3). Send it in `If-None-Match` to be told 304 while the
                     *     state is the same, or in `If-Match` to change the object only while it is.
                     * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                     */
                    ETag?: string;
                    /**
                     * @description When the object last changed (RFC 9110, section 8.8.2).
                     * @example Tue, 06 Sep 2011 20:39:23 GMT
                     */
                    "Last-Modified"?: string;
                    /**
                     * @description Since when the operation is deprecated, in seconds since 1970 (RFC 9745).
                     * @example @1581638400
                     */
                    Deprecation?: string;
                    /**
                     * @description When the vendor removed the operation from github.com (RFC 8594).
                     * @example Fri, 13 Nov 2020 16:00:00 GMT
                     */
                    Sunset?: string;
                    /**
                     * @description The vendor's notice, with the relations `deprecation` and `sunset`, and what to use instead, with
                     *     `successor-version` (RFC 8288).
                     * @example <https://developer.github.com/changes/2020-02-14-deprecating-oauth-auth-endpoint/>; rel="deprecation"
                     */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["authorization"];
                };
            };
            304: components["responses"]["not-modified"];
            400: components["responses"]["bad-request"];
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
                /**
                 * @description Media type of the answer. `application/vnd.github+json` is recommended.
                 * @example application/vnd.github+json
                 */
                accept?: components["parameters"]["accept"];
                /**
                 * @description Version of the API to use. Without it the oldest supported version is used. But for the
                 *     API root, the operations of this description are alike in all versions. A version that is not supported is answered with 400.
                 * @example 2022-11-28
                 */
                "X-GitHub-Api-Version"?: components["parameters"]["api-version"];
                /**
                 * @description One-time code of a user with two-factor authentication: six digits, as RFC 6238 describes it. A code is
                 *     good for one request. Users without two-factor authentication leave the header out.
                 * @example 123456
                 */
                "X-GitHub-OTP"?: components["parameters"]["otp"];
                /**
                 * @description Carry the request out only if one of these entity tags is current, else answer with 412. The weak tags that are
                 *     sent here name every byte, so they are taken.
                 * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                 */
                "If-Match"?: components["parameters"]["if-match"];
                /**
                 * @description Entity tags of the copies you have, or `*`. A read whose copy is current is answered with 304; a change of
                 *     an object with an identifier is refused with 412 when one of them is current.
                 * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                 */
                "If-None-Match"?: components["parameters"]["if-none-match"];
                /**
                 * @description Carry the request out only if the object did not change after this time, else answer with 412.
                 * @example Tue, 06 Sep 2011 20:39:23 GMT
                 */
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
                "application/json": {
                    /**
                     * @description What the token gives access to; it replaces what was there.
                     * @example [
                     *       "public_repo",
                     *       "user"
                     *     ]
                     */
                    scopes?: string[] | null;
                    /** @description Scopes to add, at the end. */
                    add_scopes?: string[];
                    /** @description Scopes to take away. One that is not there is passed over. */
                    remove_scopes?: string[];
                    /**
                     * @description What the token is for.
                     * @example Update all gems
                     */
                    note?: string;
                    /** @description Page that says more about what the token is for, an http or https address. It is never fetched. */
                    note_url?: string;
                    /** @description What tells this token from others of the same user and application. An empty string takes it away. */
                    fingerprint?: string;
                };
            };
        };
        responses: {
            /** @description The authorization as it is now. */
            200: {
                headers: {
                    /**
                     * @description Names this state of the answer (RFC 9110, section 8.8.3). Send it in `If-None-Match` to be told 304 while the
                     *     state is the same, or in `If-Match` to change the object only while it is.
                     * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                     */
                    ETag?: string;
                    /**
                     * @description Since when the operation is deprecated, in seconds since 1970 (RFC 9745).
                     * @example @1581638400
                     */
                    Deprecation?: string;
                    /**
                     * @description When the vendor removed the operation from github.com (RFC 8594).
                     * @example Fri, 13 Nov 2020 16:00:00 GMT
                     */
                    Sunset?: string;
                    /**
                     * @description The vendor's notice, with the relations `deprecation` and `sunset`, and what to use instead, with
                     *     `successor-version` (RFC 8288).
                     * @example <https://developer.github.com/changes/2020-02-14-deprecating-oauth-auth-endpoint/>; rel="deprecation"
                     */
                    Link?: string;
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
            422: components["responses"]["validation-failed"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    "oauth-authorizations/delete-authorization": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Media type of the answer. `application/vnd.github+json` is recommended.
                 * @example application/vnd.github+json
                 */
                accept?: components["parameters"]["accept"];
                /**
                 * @description Version of the API to use. Without it the oldest supported version is used. But for the
                 *     API root, the operations of this description are alike in all versions. A version that is not supported is answered with 400.
                 * @example 2022-11-28
                 */
                "X-GitHub-Api-Version"?: components["parameters"]["api-version"];
                /**
                 * @description One-time code of a user with two-factor authentication: six digits, as RFC 6238 describes it. A code is
                 *     good for one request. Users without two-factor authentication leave the header out.
                 * @example 123456
                 */
                "X-GitHub-OTP"?: components["parameters"]["otp"];
                /**
                 * @description Carry the request out only if one of these entity tags is current, else answer with 412. The weak tags that are
                 *     sent here name every byte, so they are taken.
                 * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                 */
                "If-Match"?: components["parameters"]["if-match"];
                /**
                 * @description Entity tags of the copies you have, or `*`. A read whose copy is current is answered with 304; a change of
                 *     an object with an identifier is refused with 412 when one of them is current.
                 * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                 */
                "If-None-Match"?: components["parameters"]["if-none-match"];
                /**
                 * @description Carry the request out only if the object did not change after this time, else answer with 412.
                 * @example Tue, 06 Sep 2011 20:39:23 GMT
                 */
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
                     * @description Since when the operation is deprecated, in seconds since 1970 (RFC 9745).
                     * @example @1581638400
                     */
                    Deprecation?: string;
                    /**
                     * @description When the vendor removed the operation from github.com (RFC 8594).
                     * @example Fri, 13 Nov 2020 16:00:00 GMT
                     */
                    Sunset?: string;
                    /**
                     * @description The vendor's notice, with the relations `deprecation` and `sunset`, and what to use instead, with
                     *     `successor-version` (RFC 8288).
                     * @example <https://developer.github.com/changes/2020-02-14-deprecating-oauth-auth-endpoint/>; rel="deprecation"
                     */
                    Link?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            304: components["responses"]["not-modified-unsafe"];
            400: components["responses"]["bad-request"];
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
                /**
                 * @description Media type of the answer. `application/vnd.github+json` is recommended.
                 * @example application/vnd.github+json
                 */
                accept?: components["parameters"]["accept"];
                /**
                 * @description Version of the API to use. Without it the oldest supported version is used. But for the
                 *     API root, the operations of this description are alike in all versions. A version that is not supported is answered with 400.
                 * @example 2022-11-28
                 */
                "X-GitHub-Api-Version"?: components["parameters"]["api-version"];
                /**
                 * @description One-time code of a user with two-factor authentication: six digits, as RFC 6238 describes it. A code is
                 *     good for one request. Users without two-factor authentication leave the header out.
                 * @example 123456
                 */
                "X-GitHub-OTP"?: components["parameters"]["otp"];
                /**
                 * @description Carry the request out only if one of these entity tags is current, else answer with 412. The weak tags that are
                 *     sent here name every byte, so they are taken.
                 * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                 */
                "If-Match"?: components["parameters"]["if-match"];
                /**
                 * @description Entity tags of the copies you have, or `*`. A read whose copy is current is answered with 304; a change of
                 *     an object with an identifier is refused with 412 when one of them is current.
                 * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                 */
                "If-None-Match"?: components["parameters"]["if-none-match"];
                /**
                 * @description Carry the request out only if the object did not change after this time, else answer with 412.
                 * @example Tue, 06 Sep 2011 20:39:23 GMT
                 */
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
                "application/json": {
                    /**
                     * @description What the token gives access to; it replaces what was there.
                     * @example [
                     *       "public_repo",
                     *       "user"
                     *     ]
                     */
                    scopes?: string[] | null;
                    /** @description Scopes to add, at the end. */
                    add_scopes?: string[];
                    /** @description Scopes to take away. One that is not there is passed over. */
                    remove_scopes?: string[];
                    /**
                     * @description What the token is for.
                     * @example Update all gems
                     */
                    note?: string;
                    /** @description Page that says more about what the token is for, an http or https address. It is never fetched. */
                    note_url?: string;
                    /** @description What tells this token from others of the same user and application. An empty string takes it away. */
                    fingerprint?: string;
                };
            };
        };
        responses: {
            /** @description The authorization as it is now. */
            200: {
                headers: {
                    /**
                     * @description Names this state of the answer (RFC 9110, section 8.8.3). Send it in `If-None-Match` to be told 304 while the
                     *     state is the same, or in `If-Match` to change the object only while it is.
                     * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                     */
                    ETag?: string;
                    /**
                     * @description Since when the operation is deprecated, in seconds since 1970 (RFC 9745).
                     * @example @1581638400
                     */
                    Deprecation?: string;
                    /**
                     * @description When the vendor removed the operation from github.com (RFC 8594).
                     * @example Fri, 13 Nov 2020 16:00:00 GMT
                     */
                    Sunset?: string;
                    /**
                     * @description The vendor's notice, with the relations `deprecation` and `sunset`, and what to use instead, with
                     *     `successor-version` (RFC 8288).
                     * @example <https://developer.github.com/changes/2020-02-14-deprecating-oauth-auth-endpoint/>; rel="deprecation"
                     */
                    Link?: string;
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
            422: components["responses"]["validation-failed"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    "meta/get": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Media type of the answer. `application/vnd.github+json` is recommended.
                 * @example application/vnd.github+json
                 */
                accept?: components["parameters"]["accept"];
                /**
                 * @description Version of the API to use. Without it the oldest supported version is used. But for the
                 *     API root, the operations of this description are alike in all versions. A version that is not supported is answered with 400.
                 * @example 2022-11-28
                 */
                "X-GitHub-Api-Version"?: components["parameters"]["api-version"];
                /**
                 * @description One-time code of a user with two-factor authentication: six digits, as RFC 6238 describes it. A code is
                 *     good for one request. Users without two-factor authentication leave the header out.
                 * @example 123456
                 */
                "X-GitHub-OTP"?: components["parameters"]["otp"];
                /**
                 * @description Entity tags of the copies you have, or `*`. A read whose copy is current is answered with 304; a change of
                 *     an object with an identifier is refused with 412 when one of them is current.
                 * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                 */
                "If-None-Match"?: components["parameters"]["if-none-match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the server is. */
            200: {
                headers: {
                    /**
                     * @description Names this state of the answer (RFC 9110, section 8.8.3). Send it in `If-None-Match` to be told 304 while the
                     *     state is the same, or in `If-Match` to change the object only while it is.
                     * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["api-overview"];
                };
            };
            304: components["responses"]["not-modified-plain"];
            400: components["responses"]["bad-request"];
            401: components["responses"]["user-authentication-required"];
            403: components["responses"]["forbidden"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    "users/get-authenticated": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Media type of the answer. `application/vnd.github+json` is recommended.
                 * @example application/vnd.github+json
                 */
                accept?: components["parameters"]["accept"];
                /**
                 * @description Version of the API to use. Without it the oldest supported version is used. But for the
                 *     API root, the operations of this description are alike in all versions. A version that is not supported is answered with 400.
                 * @example 2022-11-28
                 */
                "X-GitHub-Api-Version"?: components["parameters"]["api-version"];
                /**
                 * @description One-time code of a user with two-factor authentication: six digits, as RFC 6238 describes it. A code is
                 *     good for one request. Users without two-factor authentication leave the header out.
                 * @example 123456
                 */
                "X-GitHub-OTP"?: components["parameters"]["otp"];
                /**
                 * @description Entity tags of the copies you have, or `*`. A read whose copy is current is answered with 304; a change of
                 *     an object with an identifier is refused with 412 when one of them is current.
                 * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                 */
                "If-None-Match"?: components["parameters"]["if-none-match"];
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
                     * @description Names this state of the answer (RFC 9110, section 8.8.3). Send it in `If-None-Match` to be told 304 while the
                     *     state is the same, or in `If-Match` to change the object only while it is.
                     * @example W/"0cf2d5c12f7b4d2e9d0f0a3e2b1c9f7a6d5e4c3b2a190817263544352617089f"
                     */
                    ETag?: string;
                    /**
                     * @description Scopes of the token that was sent, separated by commas. Left out when there was none.
                     * @example gist, repo
                     */
                    "X-OAuth-Scopes"?: string;
                    /**
                     * @description Scopes that the operation asks for. Left out when there was no token.
                     * @example
                     */
                    "X-Accepted-OAuth-Scopes"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["simple-user"];
                };
            };
            304: components["responses"]["not-modified-plain"];
            400: components["responses"]["bad-request"];
            401: components["responses"]["user-authentication-required"];
            403: components["responses"]["forbidden"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
}
