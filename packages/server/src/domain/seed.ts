import { randomBytes } from "node:crypto";
import type { ApplicationType } from "./model.js";
import { decodeSeed } from "./one-time-passwords.js";
import { Passwords } from "./passwords.js";
import { seal } from "./seal.js";
import type { Store } from "./store.js";
import { hashSecret } from "./token.js";

/** A user to have. What is left out is generated. */
export interface UserSeed {
  readonly login: string;
  readonly password?: string;
  readonly name?: string;
  readonly email?: string;
  readonly site_admin?: boolean;
  /** Seed of one-time codes in base 32; with it the user has two-factor authentication. */
  readonly otp_secret?: string;
}

/** An application to have. What is left out is generated. */
export interface ApplicationSeed {
  readonly name: string;
  readonly url: string;
  readonly callback_url?: string;
  /** 20 characters. */
  readonly client_id?: string;
  /** At most 40 characters. */
  readonly client_secret?: string;
  /** `oauth` unless it says `github`. */
  readonly type?: ApplicationType;
}

/** Users and applications to start with. */
export interface Seed {
  readonly users?: readonly UserSeed[];
  readonly applications?: readonly ApplicationSeed[];
}

/** What seeding generated. It is nowhere to be read again. */
export interface SeedResult {
  readonly passwords: readonly { readonly login: string; readonly password: string }[];
  readonly applications: readonly {
    readonly name: string;
    readonly client_id: string;
    readonly client_secret?: string;
  }[];
}

/** Where a seed goes, and the key that one-time code seeds are sealed with. */
export interface SeedTarget {
  readonly store: Store;
  readonly key: Buffer;
  readonly now?: () => Date;
}

/**
 * Stores the users and applications that are not there yet; those that are stay as they are. A user is known by the
 * login, an application by the client id or, without one, by its name.
 */
export async function storeSeed(target: SeedTarget, { users = [], applications = [] }: Seed): Promise<SeedResult> {
  const passwords: SeedResult["passwords"][number][] = [];
  for (const user of users) {
    const password = await seedUser(target, user);
    if (password !== undefined) passwords.push({ login: user.login, password });
  }
  const made: SeedResult["applications"][number][] = [];
  for (const application of applications) {
    const generated = await seedApplication(target, application);
    if (generated) made.push(generated);
  }
  return { passwords, applications: made };
}

/** The password, where it was generated. */
async function seedUser(
  { store, key, now = () => new Date() }: SeedTarget,
  user: UserSeed,
): Promise<string | undefined> {
  if (await store.credentials(user.login)) return undefined;
  const password = user.password ?? randomBytes(12).toString("base64url");
  const otpSeed = user.otp_secret === undefined ? null : decodeSeed(user.otp_secret);
  if (otpSeed === undefined) throw new Error(`the otp_secret of ${user.login} is not base 32`);
  await store.insertUser({
    login: user.login,
    name: user.name ?? null,
    email: user.email ?? null,
    siteAdmin: user.site_admin ?? false,
    passwordHash: await Passwords.hash(password),
    sealedOtpSeed: otpSeed && seal(key, otpSeed),
    createdAt: now(),
  });
  return user.password === undefined ? password : undefined;
}

/** The client id and secret, where one of them was generated. */
async function seedApplication(
  { store, now = () => new Date() }: SeedTarget,
  { name, url, callback_url: callbackUrl, type = "oauth", ...given }: ApplicationSeed,
): Promise<SeedResult["applications"][number] | undefined> {
  const { client_id: clientId = generatedClientId(type), client_secret: clientSecret = generatedSecret() } = given;
  const found = await (given.client_id === undefined ? store.applicationByName(name) : store.application(clientId));
  if (found) return undefined;
  const secretHash = hashSecret(clientSecret);
  await store.insertApplication({
    clientId,
    secretHash,
    name,
    url,
    callbackUrl: callbackUrl ?? null,
    type,
    createdAt: now(),
  });
  if (given.client_secret === undefined) return { name, client_id: clientId, client_secret: clientSecret };
  return given.client_id === undefined ? { name, client_id: clientId } : undefined;
}

function generatedSecret(): string {
  return randomBytes(20).toString("hex");
}

/** 20 characters, in the form the vendor gives each type. */
function generatedClientId(type: ApplicationType): string {
  return type === "github" ? `Iv1.${randomBytes(8).toString("hex")}` : randomBytes(10).toString("hex");
}
