import { randomBytes } from "node:crypto";
import { hashSecret } from "../auth/credentials.js";
import { type KeyProvider, seal } from "../auth/encryption.js";
import { Passwords } from "../auth/passwords.js";
import { decodeOtpSecret } from "../auth/totp.js";
import type { ApplicationType } from "./model.js";
import type { NewUser, Queries, Store } from "./store.js";

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
  readonly key: KeyProvider;
  readonly now?: () => Date;
}

/**
 * Stores the users and applications that are not there yet; those that are stay as they are. A user is known by the
 * login, an application by the client id or, without one, by its name. All is stored in one transaction: two servers
 * that start with the same seed do not store it twice, and what was generated is not lost with a failure half-way.
 */
export async function storeSeed(target: SeedTarget, { users = [], applications = [] }: Seed): Promise<SeedResult> {
  const { store } = target;
  // Hashing takes long: it is done before the transaction, and for new users only.
  const newUsers: PreparedUser[] = [];
  for (const user of users) if (!(await store.credentials(user.login))) newUsers.push(await prepareUser(target, user));
  return store.transaction(async (queries) => {
    const passwords: SeedResult["passwords"][number][] = [];
    for (const { record, password, isGenerated } of newUsers) {
      const stored = await queries.insertUser(record);
      if (stored && isGenerated) passwords.push({ login: record.login, password });
    }
    const generated: SeedResult["applications"][number][] = [];
    for (const application of applications) {
      const made = await seedApplication({ ...target, store: queries }, application);
      if (made) generated.push(made);
    }
    return { passwords, applications: generated };
  });
}

/** A user ready to be stored, and the password that is nowhere to be read then. */
interface PreparedUser {
  readonly record: NewUser;
  readonly password: string;
  readonly isGenerated: boolean;
}

/** Stores a user and gives the password, which may be generated; `undefined` when the login is taken. */
export async function storeUser(
  target: SeedTarget,
  user: UserSeed,
): Promise<{ readonly password: string } | undefined> {
  const { record, password } = await prepareUser(target, user);
  const inserted = await target.store.insertUser(record);
  return inserted && { password };
}

async function prepareUser(
  { key, now = () => new Date() }: Omit<SeedTarget, "store">,
  user: UserSeed,
): Promise<PreparedUser> {
  const password = user.password ?? randomBytes(12).toString("base64url");
  const otpSecret = user.otp_secret === undefined ? null : decodeOtpSecret(user.otp_secret);
  if (otpSecret === undefined) throw new Error(`the otp_secret of ${user.login} is not base 32`);
  const record = {
    login: user.login,
    name: user.name ?? null,
    email: user.email ?? null,
    siteAdmin: user.site_admin ?? false,
    passwordHash: await Passwords.hash(password),
    sealedOtpSecret: otpSecret && seal(key, otpSecret),
    createdAt: now(),
  };
  return { record, password, isGenerated: user.password === undefined };
}

/** The client id and secret, where one of them was generated. */
async function seedApplication(
  target: ApplicationTarget,
  application: ApplicationSeed,
): Promise<SeedResult["applications"][number] | undefined> {
  const { name, client_id: given, client_secret: givenSecret } = application;
  const { store } = target;
  const found = await (given === undefined ? store.applicationByName(name) : store.application(given));
  const stored = found ? undefined : await storeApplication(target, application);
  if (!stored) return undefined;
  const { clientId, clientSecret } = stored;
  if (givenSecret === undefined) return { name, client_id: clientId, client_secret: clientSecret };
  return given === undefined ? { name, client_id: clientId } : undefined;
}

type ApplicationTarget = Pick<SeedTarget, "now"> & { readonly store: Queries };

/** Stores an application and gives what it signs in with, which may be generated; `undefined` when the id is taken. */
export async function storeApplication(
  { store, now = () => new Date() }: ApplicationTarget,
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
