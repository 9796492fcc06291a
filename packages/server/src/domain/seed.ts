import { randomBytes } from "node:crypto";
import type { ApplicationType } from "./model.js";
import { decodeSeed } from "./one-time-passwords.js";
import { Passwords } from "./passwords.js";
import { type Key, seal } from "./seal.js";
import type { Queries, Store } from "./store.js";
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
  readonly key: Key;
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
async function seedUser(target: SeedTarget, user: UserSeed): Promise<string | undefined> {
  if (await target.store.credentials(user.login)) return undefined;
  const stored = await storeUser(target, user);
  return user.password === undefined ? stored?.password : undefined;
}

/** Stores a user and gives the password, which may be generated; `undefined` when the login is taken. */
export async function storeUser(
  { store, key, now = () => new Date() }: SeedTarget,
  user: UserSeed,
): Promise<{ readonly password: string } | undefined> {
  const password = user.password ?? randomBytes(12).toString("base64url");
  const otpSeed = user.otp_secret === undefined ? null : decodeSeed(user.otp_secret);
  if (otpSeed === undefined) throw new Error(`the otp_secret of ${user.login} is not base 32`);
  const inserted = await store.insertUser({
    login: user.login,
    name: user.name ?? null,
    email: user.email ?? null,
    siteAdmin: user.site_admin ?? false,
    passwordHash: await Passwords.hash(password),
    sealedOtpSeed: otpSeed && seal(key, otpSeed),
    createdAt: now(),
  });
  return inserted && { password };
}

/** The client id and secret, where one of them was generated. */
async function seedApplication(
  target: SeedTarget,
  application: ApplicationSeed,
): Promise<SeedResult["applications"][number] | undefined> {
  const { name, client_id: given, client_secret: givenSecret } = application;
  // Two servers that start with one seed are not to have an application each.
  const stored = await target.store.transaction(async (queries) => {
    const found = await (given === undefined ? queries.applicationByName(name) : queries.application(given));
    return found ? undefined : storeApplication({ ...target, store: queries }, application);
  });
  if (!stored) return undefined;
  const { clientId, clientSecret } = stored;
  if (givenSecret === undefined) return { name, client_id: clientId, client_secret: clientSecret };
  return given === undefined ? { name, client_id: clientId } : undefined;
}

/** Stores an application and gives what it signs in with, which may be generated; `undefined` when the id is taken. */
export async function storeApplication(
  { store, now = () => new Date() }: Pick<SeedTarget, "now"> & { readonly store: Queries },
  { name, url, callback_url: callbackUrl, type = "oauth", ...given }: ApplicationSeed,
): Promise<{ readonly clientId: string; readonly clientSecret: string } | undefined> {
  const { client_id: clientId = generatedClientId(type), client_secret: clientSecret = generatedSecret() } = given;
  const inserted = await store.insertApplication({
    clientId,
    secretHash: hashSecret(clientSecret),
    name,
    url,
    callbackUrl: callbackUrl ?? null,
    type,
    createdAt: now(),
  });
  return inserted && { clientId, clientSecret };
}

/** A client secret nobody has yet, in the form the vendor gives them. */
export function generatedSecret(): string {
  return randomBytes(20).toString("hex");
}

/** 20 characters, in the form the vendor gives each type. */
function generatedClientId(type: ApplicationType): string {
  return type === "github" ? `Iv1.${randomBytes(8).toString("hex")}` : randomBytes(10).toString("hex");
}
