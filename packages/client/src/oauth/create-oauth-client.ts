import { ClientError } from "../errors.js";
import type { CallOptions } from "../options.js";
import {
  type AuthorizationRequest,
  type AuthorizeOptions,
  createAuthorizationRequest,
  readCallback,
} from "./authorization-request.js";
import { type DeviceOptions, signInOnDevice } from "./device-flow.js";
import { createSender, type SenderOptions } from "./send.js";
import type { AccessToken } from "./types.js";

/** Settings of a client of the sign-in flows. */
export interface OAuthClientOptions extends SenderOptions {
  /** Address of the server, without `/api/v3`: `https://HOST`. */
  readonly site: string;
  readonly clientId: string;
  /** Client secret. A program on a user's device has none: it uses the device flow. */
  readonly clientSecret?: string | undefined;
}

/** Client of the sign-in flows for one application. */
export interface OAuthClient {
  /** Begins the web application flow: makes a state and a PKCE challenge, and the address for the browser. */
  authorizeUrl(options?: AuthorizeOptions): Promise<AuthorizationRequest>;
  /**
   * Exchanges the code that the browser came back with for a token. `callback` is the address or the path that it
   * opened, with the query; `request` is what `authorizeUrl` returned. Throws an `OAuthError` when the user or the
   * server refused, and a `ClientError` for a callback that does not belong to the request.
   */
  exchangeCode(
    callback: string | URL,
    request: Omit<AuthorizationRequest, "url">,
    options?: CallOptions,
  ): Promise<AccessToken>;
  /** Exchanges a refresh token, which is valid once, for the next token. */
  refresh(refreshToken: string, options?: CallOptions): Promise<AccessToken>;
  /** Signs in with the device flow, and waits for the user. Throws an `OAuthError` when the user denies or is late. */
  device(options: DeviceOptions): Promise<AccessToken>;
}

/** Makes a client. Throws a `TypeError` for a site that is no address, a `ClientError` for one of the API. */
export function createOAuthClient(options: OAuthClientOptions): OAuthClient {
  const { origin, pathname } = new URL(options.site);
  const site = (origin + pathname).replace(/\/+$/, "");
  if (site.endsWith("/api/v3")) {
    throw new ClientError("invalid-request", `The site is ${site.slice(0, -"/api/v3".length)}, without /api/v3`);
  }
  const send = createSender(site, options);
  const credentials = { client_id: options.clientId, client_secret: options.clientSecret };
  return {
    authorizeUrl: (authorizeOptions = {}) => createAuthorizationRequest(site, options.clientId, authorizeOptions),
    async exchangeCode(callback, request, callOptions) {
      const { codeVerifier: code_verifier, redirectUri: redirect_uri } = request;
      const code = readCallback(callback, request, site);
      const parameters = { ...credentials, code, code_verifier, redirect_uri };
      return send("oauth/create-access-token", parameters, callOptions);
    },
    refresh: (refresh_token, callOptions) =>
      send("oauth/create-access-token", { ...credentials, grant_type: "refresh_token", refresh_token }, callOptions),
    device: (deviceOptions) => signInOnDevice(send, credentials, deviceOptions),
  };
}
