import type { ApplicationType, Email } from "../domain/model.js";
import type { ConsentRule } from "../oauth/model.js";
import type { ApplicationDetails, GeneratedSecrets, SeedContent, UserDetails } from "./storage.js";

/** User of a seed, and the parameters of the command that adds one. What is left out is generated. */
export interface UserSeed {
  readonly login: string;
  readonly password?: string;
  readonly name?: string;
  /** Public address: the same as one of `emails` that is primary and public. */
  readonly email?: string;
  /** Addresses, in place of `email`. At most ten; the first is primary when none says so. */
  readonly emails?: readonly EmailSeed[];
  readonly site_admin?: boolean;
  /** Secret of one-time codes in base 32; with it the user has two-factor authentication. */
  readonly otp_secret?: string;
  /** Codes that take the place of a one-time code, once each. None by default. */
  readonly recovery_codes?: readonly string[];
}

/** E-mail address of a user. */
export interface EmailSeed {
  readonly email: string;
  readonly primary?: boolean;
  /** True by default. */
  readonly verified?: boolean;
  /** Of the primary address, `private` by default; a `public` one is in the profile. */
  readonly visibility?: "public" | "private";
}

/** Application of a seed, and the parameters of the command that adds one. What is left out is generated. */
export interface ApplicationSeed {
  readonly name: string;
  readonly url: string;
  readonly callback_url?: string;
  /** Several callback URLs in place of one, the default first; for a GitHub App. */
  readonly callback_urls?: readonly string[];
  /** 20 characters. */
  readonly client_id?: string;
  /** At most 40 characters. */
  readonly client_secret?: string;
  /** `oauth` by default. */
  readonly type?: ApplicationType;
  /** Off by default. */
  readonly device_flow?: boolean;
  /** Tokens expire after eight hours. On by default for a GitHub App, off for an OAuth application. */
  readonly expire_user_tokens?: boolean;
  /** `ask` by default. `always` and `never` answer the request for consent without a page, for tests. */
  readonly consent?: ConsentRule;
  /** Login of the user who manages the application. */
  readonly owner?: string;
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
export function parseSeed({ users = [], applications = [] }: Seed): SeedContent {
  return { users: users.map(parseUser), applications: applications.map(parseApplication) };
}

/** Parses a user that was found valid. */
export function parseUser(seed: UserSeed): UserDetails {
  const { site_admin: siteAdmin, otp_secret: otpSecret, recovery_codes: recoveryCodes, emails, ...user } = seed;
  return { ...user, siteAdmin, otpSecret, recoveryCodes, emails: emails && parseEmails(emails) };
}

function parseEmails(emails: readonly EmailSeed[]): Email[] {
  const marked = emails.findIndex(({ primary }) => primary);
  return emails.map(({ email, verified = true, visibility = "private" }, index) => {
    const primary = index === Math.max(marked, 0);
    return { email, primary, verified, visibility: primary ? visibility : null };
  });
}

/** Parses an application that was found valid. */
export function parseApplication(application: ApplicationSeed): ApplicationDetails {
  const { client_id: clientId, client_secret: clientSecret, callback_url: one, callback_urls: several } = application;
  const {
    name,
    url,
    type,
    device_flow: deviceFlow,
    expire_user_tokens: expireUserTokens,
    consent,
    owner,
  } = application;
  const callbackUrls = several ?? (one === undefined ? [] : [one]);
  return { name, url, clientId, clientSecret, callbackUrls, type, deviceFlow, expireUserTokens, consent, owner };
}

/** Returns what seeding generated, in the form of a seed. */
export function serializeSeedResult({ passwords, applications }: GeneratedSecrets): SeedResult {
  return {
    passwords,
    applications: applications.map(({ name, clientId, clientSecret }) => ({
      name,
      client_id: clientId,
      ...(clientSecret === undefined ? {} : { client_secret: clientSecret }),
    })),
  };
}
