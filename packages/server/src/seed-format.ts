import type { ApplicationType } from "./domain/model.js";
import type * as domain from "./domain/seed.js";

/** User of a seed, and the parameters of the command that adds one. What is left out is generated. */
export interface UserSeed {
  readonly login: string;
  readonly password?: string;
  readonly name?: string;
  readonly email?: string;
  readonly site_admin?: boolean;
  /** Secret of one-time codes in base 32; with it the user has two-factor authentication. */
  readonly otp_secret?: string;
}

/** Application of a seed, and the parameters of the command that adds one. What is left out is generated. */
export interface ApplicationSeed {
  readonly name: string;
  readonly url: string;
  readonly callback_url?: string;
  /** 20 characters. */
  readonly client_id?: string;
  /** At most 40 characters. */
  readonly client_secret?: string;
  /** `oauth` by default. */
  readonly type?: ApplicationType;
}

/** Users and applications to start with. */
export interface Seed {
  readonly users?: readonly UserSeed[];
  readonly applications?: readonly ApplicationSeed[];
}

/** Passwords, client ids and client secrets that seeding generated. They cannot be read again. */
export interface SeedResult {
  readonly passwords: readonly { readonly login: string; readonly password: string }[];
  readonly applications: readonly {
    readonly name: string;
    readonly client_id: string;
    readonly client_secret?: string;
  }[];
}

/** Parses a seed that was found valid. */
export function parseSeed({ users = [], applications = [] }: Seed): domain.SeedContent {
  return { users: users.map(parseUser), applications: applications.map(parseApplication) };
}

/** Parses a user that was found valid. */
export function parseUser({ site_admin: siteAdmin, otp_secret: otpSecret, ...user }: UserSeed): domain.UserDetails {
  return { ...user, siteAdmin, otpSecret };
}

/** Parses an application that was found valid. */
export function parseApplication(application: ApplicationSeed): domain.ApplicationDetails {
  const { client_id: clientId, client_secret: clientSecret, callback_url: callbackUrl, ...rest } = application;
  return { ...rest, clientId, clientSecret, callbackUrl };
}

/** Returns what seeding generated, in the form of a seed. */
export function serializeSeedResult({ passwords, applications }: domain.GeneratedSecrets): SeedResult {
  return {
    passwords,
    applications: applications.map(({ name, clientId, clientSecret }) => ({
      name,
      client_id: clientId,
      ...(clientSecret === undefined ? {} : { client_secret: clientSecret }),
    })),
  };
}
