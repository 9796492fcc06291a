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

/** Token, for the operations that return its user. */
export interface TokenCredentials {
  readonly token: string;
}

type All = UserCredentials & ApplicationCredentials & Partial<TokenCredentials>;

export type Credentials = UserCredentials | ApplicationCredentials | TokenCredentials;

/** The Authorization header: Basic authentication in UTF-8 (RFC 7617), or a bearer token (RFC 6750). */
export function authorizationHeader(credentials: Credentials): string {
  const { token, login, password, clientId: name = login, clientSecret: secret = password } = credentials as All;
  if (token !== undefined) return `Bearer ${token}`;
  if (name.includes(":")) throw new ClientError("invalid-request", "A login or client id cannot have a colon");
  return `Basic ${btoa(String.fromCharCode(...new TextEncoder().encode(`${name}:${secret}`)))}`;
}
