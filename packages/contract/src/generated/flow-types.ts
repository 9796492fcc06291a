// Generated from openapi/ by `npm run generate`. Do not edit.

export interface paths {
    "/api/graphql": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Query the user of a token
         * @description Runs a GraphQL query. The schema has `viewer`, the user of the token: `gh` asks for the login right after a
         *     sign-in. A query that the schema does not have gets `errors`, with the status 200.
         */
        post: operations["graphql/query"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/login/device/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start the device flow
         * @description Returns a code for the device, and one that its user types at `verification_uri`. Then the device asks
         *     `POST /login/oauth/access_token` for the token, every `interval` seconds. Needs no credentials. The device flow
         *     must be switched on for the application.
         */
        post: operations["oauth/create-device-code"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/login/oauth/access_token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Exchange a code for a token
         * @description Exchanges the code of an authorization request, a device code, or a refresh token for a token. The
         *     application sends its client id and client secret as parameters or with Basic authentication; a device code,
         *     and a refresh token of the device flow, need no secret. A code is valid once, for ten minutes; if it is sent
         *     again, the token that it was exchanged for is revoked.
         */
        post: operations["oauth/create-access-token"];
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
        "graphql-request": {
            /** @description The query. */
            query: string;
            /** @description Values of the query's variables. */
            variables?: Record<string, never> | null;
            /** @description Name of the operation to run, where the query has several. */
            operationName?: string | null;
        };
        "graphql-response": {
            /** @description The data that was asked for. */
            data?: Record<string, never> | null;
            /** @description What is wrong with the query. */
            errors?: {
                /** @description The problem in words. */
                message: string;
            }[];
        };
        "device-code-request": {
            /** @description Client id of the application. */
            client_id: string;
            /** @description Scopes, separated by spaces or commas. A GitHub App has none. */
            scope?: string;
        };
        "device-code": {
            /** @description Secret of the device. */
            device_code: string;
            /** @description Code that the user types, in any case and with or without the hyphen. */
            user_code: string;
            /** @description Address of the page for the user code. */
            verification_uri: string;
            /** @description Seconds until both codes expire. */
            expires_in: number;
            /** @description Seconds between two requests for the token. */
            interval: number;
        };
        "access-token-request": {
            /** @description Client id of the application. With Basic authentication it may be left out. */
            client_id?: string;
            /** @description Client secret of the application. */
            client_secret?: string;
            /** @description Code of the redirect. */
            code?: string;
            /** @description The same as in the authorization request, where it is sent. */
            redirect_uri?: string;
            /** @description Verifier of the challenge (PKCE), where the authorization request had one. */
            code_verifier?: string;
            /** @description `authorization_code` by default, `refresh_token`, or `urn:ietf:params:oauth:grant-type:device_code`. */
            grant_type?: string;
            /** @description Secret of the device. */
            device_code?: string;
            /** @description Refresh token. It is valid once. */
            refresh_token?: string;
        };
        "access-token": {
            /** @description The token. */
            access_token: string;
            /** @description Seconds until the token expires. Left out for a token that does not. */
            expires_in?: number;
            /** @description Token to exchange for the next one, together with `expires_in`. */
            refresh_token?: string;
            /** @description Seconds until the refresh token expires. */
            refresh_token_expires_in?: number;
            /** @description Scopes of the token, separated by commas. */
            scope: string;
            /**
             * @description How to send the token.
             * @constant
             */
            token_type: "bearer";
        };
        "flow-error": {
            /**
             * @description Code of the error.
             * @enum {unknown}
             */
            error: "access_denied" | "authorization_pending" | "bad_refresh_token" | "bad_verification_code" | "device_flow_disabled" | "expired_token" | "incorrect_client_credentials" | "incorrect_device_code" | "invalid_scope" | "redirect_uri_mismatch" | "slow_down" | "unsupported_grant_type" | "unverified_user_email";
            /** @description The error in words. */
            error_description: string;
            /** @description GitHub's page about the error. */
            error_uri: string;
            /** @description Seconds to wait from now on, with `slow_down`. */
            interval?: number;
        };
        "not-found": {
            /**
             * @description There is no such application.
             * @constant
             */
            error: "Not Found";
        };
        message: {
            /** @description The problem in words. */
            message: string;
            /** @description Page about the API. */
            documentation_url: string;
            /** @description The status of the response. */
            status: string;
        };
    };
    responses: {
        /** @description There is no application with this client id. */
        "unknown-application": {
            headers: {
                "X-GitHub-Request-Id"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["not-found"];
            };
        };
        /** @description The body is too large. */
        "content-too-large": {
            headers: {
                "X-GitHub-Request-Id"?: string;
                "X-GitHub-Media-Type"?: string;
                "X-GitHub-Enterprise-Version"?: string;
                /**
                 * @description Scopes of the token in the request, separated by commas. Omitted without a token.
                 * @example gist, repo
                 */
                "X-OAuth-Scopes"?: string;
                /**
                 * @description Scopes of which the token needs one, with those that include it, separated by commas; empty when it needs none.
                 *     Omitted without a token.
                 * @example
                 */
                "X-Accepted-OAuth-Scopes"?: string;
                /**
                 * @description Client id of the application that the token in the request belongs to. Omitted without a token, and with a personal
                 *     one.
                 * @example Iv1.8a61f9b3a7aba766
                 */
                "X-OAuth-Client-Id"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["message"];
            };
        };
        /** @description The body is compressed. */
        "unsupported-coding": {
            headers: {
                "X-GitHub-Request-Id"?: string;
                "X-GitHub-Media-Type"?: string;
                "X-GitHub-Enterprise-Version"?: string;
                /**
                 * @description Scopes of the token in the request, separated by commas. Omitted without a token.
                 * @example gist, repo
                 */
                "X-OAuth-Scopes"?: string;
                /**
                 * @description Scopes of which the token needs one, with those that include it, separated by commas; empty when it needs none.
                 *     Omitted without a token.
                 * @example
                 */
                "X-Accepted-OAuth-Scopes"?: string;
                /**
                 * @description Client id of the application that the token in the request belongs to. Omitted without a token, and with a personal
                 *     one.
                 * @example Iv1.8a61f9b3a7aba766
                 */
                "X-OAuth-Client-Id"?: string;
                /** @description The only coding that is supported. */
                "Accept-Encoding"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["message"];
            };
        };
        /** @description A parameter is missing, is there twice with different values, is no string, or cannot be stored. */
        "invalid-parameters": {
            headers: {
                "X-GitHub-Request-Id"?: string;
                "X-GitHub-Media-Type"?: string;
                "X-GitHub-Enterprise-Version"?: string;
                /**
                 * @description Scopes of the token in the request, separated by commas. Omitted without a token.
                 * @example gist, repo
                 */
                "X-OAuth-Scopes"?: string;
                /**
                 * @description Scopes of which the token needs one, with those that include it, separated by commas; empty when it needs none.
                 *     Omitted without a token.
                 * @example
                 */
                "X-Accepted-OAuth-Scopes"?: string;
                /**
                 * @description Client id of the application that the token in the request belongs to. Omitted without a token, and with a personal
                 *     one.
                 * @example Iv1.8a61f9b3a7aba766
                 */
                "X-OAuth-Client-Id"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["message"];
            };
        };
        /** @description The server failed. Its log says why. */
        "server-error": {
            headers: {
                "X-GitHub-Request-Id"?: string;
                "X-GitHub-Media-Type"?: string;
                "X-GitHub-Enterprise-Version"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["message"];
            };
        };
        /** @description The server cannot do it now. */
        unavailable: {
            headers: {
                "X-GitHub-Request-Id"?: string;
                "X-GitHub-Media-Type"?: string;
                "X-GitHub-Enterprise-Version"?: string;
                /**
                 * @description Seconds to wait before the next attempt (RFC 9110, section 10.2.3).
                 * @example 1
                 */
                "Retry-After"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["message"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: {
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
         * @description Release of Enterprise Server whose behaviour the server has.
         * @example 3.20.0
         */
        "enterprise-version": string;
        /**
         * @description Scopes of the token in the request, separated by commas. Omitted without a token.
         * @example gist, repo
         */
        "oauth-scopes": string;
        /**
         * @description Scopes of which the token needs one, with those that include it, separated by commas; empty when it needs none.
         *     Omitted without a token.
         * @example
         */
        "accepted-oauth-scopes": string;
        /**
         * @description Client id of the application that the token in the request belongs to. Omitted without a token, and with a personal
         *     one.
         * @example Iv1.8a61f9b3a7aba766
         */
        "oauth-client-id": string;
        /**
         * @description Seconds to wait before the next attempt (RFC 9110, section 10.2.3).
         * @example 1
         */
        "retry-after": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    "graphql/query": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["graphql-request"];
            };
        };
        responses: {
            /** @description The data, or errors. */
            200: {
                headers: {
                    "X-GitHub-Request-Id"?: string;
                    "X-GitHub-Media-Type"?: string;
                    "X-GitHub-Enterprise-Version"?: string;
                    /**
                     * @description Scopes of the token in the request, separated by commas. Omitted without a token.
                     * @example gist, repo
                     */
                    "X-OAuth-Scopes"?: string;
                    /**
                     * @description Scopes of which the token needs one, with those that include it, separated by commas; empty when it needs none.
                     *     Omitted without a token.
                     * @example
                     */
                    "X-Accepted-OAuth-Scopes"?: string;
                    /**
                     * @description Client id of the application that the token in the request belongs to. Omitted without a token, and with a personal
                     *     one.
                     * @example Iv1.8a61f9b3a7aba766
                     */
                    "X-OAuth-Client-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["graphql-response"];
                };
            };
            /** @description The body is not JSON. */
            400: {
                headers: {
                    "X-GitHub-Request-Id"?: string;
                    "X-GitHub-Media-Type"?: string;
                    "X-GitHub-Enterprise-Version"?: string;
                    /**
                     * @description Scopes of the token in the request, separated by commas. Omitted without a token.
                     * @example gist, repo
                     */
                    "X-OAuth-Scopes"?: string;
                    /**
                     * @description Scopes of which the token needs one, with those that include it, separated by commas; empty when it needs none.
                     *     Omitted without a token.
                     * @example
                     */
                    "X-Accepted-OAuth-Scopes"?: string;
                    /**
                     * @description Client id of the application that the token in the request belongs to. Omitted without a token, and with a personal
                     *     one.
                     * @example Iv1.8a61f9b3a7aba766
                     */
                    "X-OAuth-Client-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["message"];
                };
            };
            /** @description The token is missing, or it is not valid. */
            401: {
                headers: {
                    "X-GitHub-Request-Id"?: string;
                    "X-GitHub-Media-Type"?: string;
                    "X-GitHub-Enterprise-Version"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["message"];
                };
            };
            /** @description An administrator suspended the user. */
            403: {
                headers: {
                    "X-GitHub-Request-Id"?: string;
                    "X-GitHub-Media-Type"?: string;
                    "X-GitHub-Enterprise-Version"?: string;
                    /**
                     * @description Scopes of the token in the request, separated by commas. Omitted without a token.
                     * @example gist, repo
                     */
                    "X-OAuth-Scopes"?: string;
                    /**
                     * @description Scopes of which the token needs one, with those that include it, separated by commas; empty when it needs none.
                     *     Omitted without a token.
                     * @example
                     */
                    "X-Accepted-OAuth-Scopes"?: string;
                    /**
                     * @description Client id of the application that the token in the request belongs to. Omitted without a token, and with a personal
                     *     one.
                     * @example Iv1.8a61f9b3a7aba766
                     */
                    "X-OAuth-Client-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["message"];
                };
            };
            413: components["responses"]["content-too-large"];
            415: components["responses"]["unsupported-coding"];
            422: components["responses"]["invalid-parameters"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    "oauth/create-device-code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["device-code-request"];
                "application/x-www-form-urlencoded": components["schemas"]["device-code-request"];
            };
        };
        responses: {
            /** @description The codes, or an error such as `invalid_scope`. */
            200: {
                headers: {
                    "X-GitHub-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["device-code"] | components["schemas"]["flow-error"];
                };
            };
            /** @description The device flow is switched off for the application, or the body is not JSON. */
            400: {
                headers: {
                    "X-GitHub-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["flow-error"] | components["schemas"]["message"];
                };
            };
            404: components["responses"]["unknown-application"];
            413: components["responses"]["content-too-large"];
            415: components["responses"]["unsupported-coding"];
            422: components["responses"]["invalid-parameters"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
    "oauth/create-access-token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["access-token-request"];
                "application/x-www-form-urlencoded": components["schemas"]["access-token-request"];
            };
        };
        responses: {
            /** @description The token, or an error such as `bad_verification_code`. */
            200: {
                headers: {
                    "X-GitHub-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["access-token"] | components["schemas"]["flow-error"];
                };
            };
            /** @description The body is not JSON. */
            400: {
                headers: {
                    "X-GitHub-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["flow-error"] | components["schemas"]["message"];
                };
            };
            404: components["responses"]["unknown-application"];
            413: components["responses"]["content-too-large"];
            415: components["responses"]["unsupported-coding"];
            422: components["responses"]["invalid-parameters"];
            500: components["responses"]["server-error"];
            503: components["responses"]["unavailable"];
        };
    };
}
