export type { CallerWith, CallResult, Client, ClientOptions } from "./create-client.js";
export { createClient } from "./create-client.js";
export type { ApplicationCredentials, Credentials, TokenCredentials, UserCredentials } from "./credentials.js";
export { ClientError, type ClientErrorCode } from "./errors.js";
