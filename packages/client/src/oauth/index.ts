export type { Fetch } from "../request.js";
export type { AuthorizationRequest, AuthorizeOptions } from "./authorization-request.js";
export { createOAuthClient, type OAuthClient, type OAuthClientOptions } from "./create-oauth-client.js";
export type { DeviceOptions } from "./device-flow.js";
export { OAuthError, type OAuthErrorCode } from "./errors.js";
export type { AccessToken, DeviceCode } from "./types.js";
