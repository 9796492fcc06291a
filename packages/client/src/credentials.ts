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

export type Credentials = UserCredentials | ApplicationCredentials;

/** The Authorization header of Basic authentication (RFC 7617), in UTF-8. */
export function basicAuthorization(credentials: Credentials): string {
  const [name, password] =
    "login" in credentials
      ? [credentials.login, credentials.password]
      : [credentials.clientId, credentials.clientSecret];
  const bytes = new TextEncoder().encode(`${name}:${password}`);
  return `Basic ${btoa(String.fromCharCode(...bytes))}`;
}
