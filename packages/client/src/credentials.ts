import { ClientError } from "./errors.js";

/** A user, for the operations on the user's own tokens and grants. */
export interface UserCredentials {
  readonly login: string;
  readonly password: string;
}

/** An application, for the operations on the tokens that were issued for it. */
export interface ApplicationCredentials {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Whoever has a token, for the operations that say whose it is. */
export interface TokenCredentials {
  readonly token: string;
}

export type Credentials = UserCredentials | ApplicationCredentials | TokenCredentials;

/** Whether a text can be the value of a header. */
export function isHeaderValue(text: string): boolean {
  return /^[\t\x20-\x7e\x80-\xff]*$/.test(text);
}

/**
 * The Authorization header: Basic authentication in UTF-8 (RFC 7617), or a bearer token (RFC 6750). Throws a
 * `ClientError` for credentials that cannot be sent, without saying what they are.
 */
export function authorizationHeader(credentials: Credentials): string {
  if ("token" in credentials) {
    if (!isHeaderValue(credentials.token)) throw new ClientError("invalid-request", "The token cannot be sent");
    return `Bearer ${credentials.token}`;
  }
  return "login" in credentials
    ? basic(credentials.login, credentials.password)
    : basic(credentials.clientId, credentials.clientSecret);
}

function basic(name: string, password: string): string {
  if (name.includes(":")) throw new ClientError("invalid-request", "A login or a client id cannot have a colon");
  const bytes = new TextEncoder().encode(`${name}:${password}`);
  return `Basic ${btoa(String.fromCharCode(...bytes))}`;
}
