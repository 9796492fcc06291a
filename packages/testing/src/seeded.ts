/** User of the seed: the `auth` of a client, too. */
export interface TestUser {
  readonly login: string;
  readonly password: string;
  /** Secret of the authenticator in base 32, where the user has one. */
  readonly otpSecret: string | undefined;
}

/** Application of the seed: the `auth` of a client, too. */
export interface TestApplication {
  readonly name: string;
  readonly clientId: string;
  readonly clientSecret: string;
}
