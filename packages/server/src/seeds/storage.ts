import { randomBytes } from "node:crypto";
import { hashSecret, mintClientSecret } from "../auth/credentials.js";
import { type KeyProvider, seal } from "../auth/encryption.js";
import { Passwords } from "../auth/passwords.js";
import { decodeOtpSecret } from "../auth/totp.js";
import type { ApplicationType, Email } from "../domain/model.js";
import type { NewUser, Queries, Store } from "../domain/store.js";
import type { ConsentRule } from "../oauth/model.js";
import { hashRecoveryCode } from "../oauth/recovery-codes.js";
import { SeedError } from "./seed-error.js";

/** User to be stored. A password that is left out is generated. */
export interface UserDetails {
  readonly login: string;
  readonly password?: string | undefined;
  readonly name?: string | undefined;
  /** The one address, which is public. */
  readonly email?: string | undefined;
  /** Addresses, in place of `email`. */
  readonly emails?: readonly Email[] | undefined;
  readonly siteAdmin?: boolean | undefined;
  /** Secret of one-time codes in base 32; with it the user has two-factor authentication. */
  readonly otpSecret?: string | undefined;
  /** Codes that take the place of a one-time code, once each. None by default. */
  readonly recoveryCodes?: readonly string[] | undefined;
}

/** Application to be stored. A client id and a client secret that are left out are generated. */
export interface ApplicationDetails {
  readonly name: string;
  readonly url: string;
  /** Callback URLs, the default first. None by default; several are for a GitHub App. */
  readonly callbackUrls?: readonly string[] | undefined;
  readonly clientId?: string | undefined;
  readonly clientSecret?: string | undefined;
  /** `oauth` by default. */
  readonly type?: ApplicationType | undefined;
  /** Off by default. */
  readonly deviceFlow?: boolean | undefined;
  /** Tokens expire after eight hours. On by default for a GitHub App, off for an OAuth application. */
  readonly expireUserTokens?: boolean | undefined;
  /** `ask` by default. `always` and `never` answer the request for consent without a page, for tests. */
  readonly consent?: ConsentRule | undefined;
  /** Login of the user who manages the application. */
  readonly owner?: string | undefined;
}

/** Users and applications to start with. */
export interface SeedContent {
  readonly users: readonly UserDetails[];
  readonly applications: readonly ApplicationDetails[];
}

/** Passwords, client ids and client secrets that were generated. They cannot be read again. */
export interface GeneratedSecrets {
  readonly passwords: readonly { readonly login: string; readonly password: string }[];
  readonly applications: readonly GeneratedCredentials[];
}

/** Client id of an application, and the client secret where it was generated. */
interface GeneratedCredentials {
  readonly name: string;
  readonly clientId: string;
  readonly clientSecret?: string;
}

/** Store that a seed goes to, and the key that encrypts the secrets of one-time codes. */
export interface SeedTarget {
  readonly store: Store;
  readonly key: KeyProvider;
  readonly now?: () => Date;
  /** Called after each user whose password is hashed, with how many are done; hashing is what takes long. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Stores the users and applications that are not there yet; those that are stay as they are. A user is known by the
 * login, an application by the client id or, without one, by its name. All is stored in one transaction: two servers
 * that start with the same seed do not store it twice, and what was generated is not lost with a failure half-way.
 * Throws a {@link SeedError} for an owner who is no user.
 */
export async function storeSeed(target: SeedTarget, { users, applications }: SeedContent): Promise<GeneratedSecrets> {
  const { store } = target;
  // Hashing takes long: it is done before the transaction, and for new users only.
  const newUsers: PreparedUser[] = [];
  for (const [index, user] of users.entries()) {
    if (!(await store.credentials(user.login))) newUsers.push(await prepareUser(target, user));
    target.onProgress?.(index + 1, users.length);
  }
  return store.transaction(async (queries) => {
    const passwords: GeneratedSecrets["passwords"][number][] = [];
    for (const { record, password, isGenerated, recoveryCodeHashes } of newUsers) {
      const stored = await queries.insertUser(record);
      if (stored) await queries.replaceRecoveryCodes(stored.id, recoveryCodeHashes);
      if (stored && isGenerated) passwords.push({ login: record.login, password });
    }
    const generated: GeneratedCredentials[] = [];
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
  readonly recoveryCodeHashes: readonly string[];
}

/** Stores a user and gives the password, which may be generated; `undefined` when the login is taken. */
export async function storeUser(
  target: SeedTarget,
  user: UserDetails,
): Promise<{ readonly password: string } | undefined> {
  const { record, password, recoveryCodeHashes } = await prepareUser(target, user);
  return target.store.transaction(async (queries) => {
    const inserted = await queries.insertUser(record);
    if (inserted) await queries.replaceRecoveryCodes(inserted.id, recoveryCodeHashes);
    return inserted && { password };
  });
}

async function prepareUser(
  { key, now = () => new Date() }: Omit<SeedTarget, "store">,
  user: UserDetails,
): Promise<PreparedUser> {
  const password = user.password ?? randomBytes(12).toString("base64url");
  const otpSecret = user.otpSecret === undefined ? null : decodeOtpSecret(user.otpSecret);
  if (otpSecret === undefined) throw new Error(`the secret of one-time codes of ${user.login} is not base 32`);
  const record = {
    login: user.login,
    name: user.name ?? null,
    emails: user.emails ?? publicAddress(user.email),
    siteAdmin: user.siteAdmin ?? false,
    passwordHash: await Passwords.hash(password),
    sealedOtpSecret: otpSecret && seal(key, otpSecret),
    createdAt: now(),
  };
  const recoveryCodeHashes = (user.recoveryCodes ?? []).map(hashRecoveryCode);
  return { record, password, isGenerated: user.password === undefined, recoveryCodeHashes };
}

function publicAddress(email: string | undefined): readonly Email[] {
  return email === undefined ? [] : [{ email, primary: true, verified: true, visibility: "public" }];
}

/** The client id and secret, where one of them was generated. */
async function seedApplication(
  target: ApplicationTarget,
  application: ApplicationDetails,
): Promise<GeneratedCredentials | undefined> {
  const { name, clientId: given, clientSecret: givenSecret } = application;
  const { store } = target;
  const found = await (given === undefined ? store.applicationByName(name) : store.application(given));
  const stored = found ? undefined : await storeApplication(target, application);
  if (!stored) return undefined;
  const { clientId, clientSecret } = stored;
  if (givenSecret === undefined) return { name, clientId, clientSecret };
  return given === undefined ? { name, clientId } : undefined;
}

type ApplicationTarget = Pick<SeedTarget, "now"> & { readonly store: Queries };

/** Stores an application and gives what it signs in with, which may be generated; `undefined` when the id is taken. */
export async function storeApplication(
  { store, now = () => new Date() }: ApplicationTarget,
  { name, url, callbackUrls = [], type = "oauth", ...given }: ApplicationDetails,
): Promise<{ readonly clientId: string; readonly clientSecret: string } | undefined> {
  const { clientId = generateClientId(type), owner, consent } = given;
  const minted = given.clientSecret === undefined ? mintClientSecret() : undefined;
  const clientSecret = given.clientSecret ?? minted?.text ?? "";
  const ownerUser = owner === undefined ? null : (await store.credentials(owner))?.user;
  if (ownerUser === undefined)
    throw new SeedError(`there is no user ${owner}, whom the application ${name} names as its owner`);
  const inserted = await store.insertApplication({
    clientId,
    secretHash: hashSecret(clientSecret),
    secretLastEight: minted?.lastEight ?? null,
    name,
    url,
    callbackUrls,
    type,
    deviceFlow: given.deviceFlow ?? false,
    expireUserTokens: given.expireUserTokens ?? type === "github",
    ...(consent === undefined ? {} : { consent }),
    ownerId: ownerUser?.id ?? null,
    createdAt: now(),
  });
  return inserted && { clientId, clientSecret };
}

/** Returns a new client id of 20 characters, in the form that GitHub gives each type. */
function generateClientId(type: ApplicationType): string {
  return type === "github" ? `Iv1.${randomBytes(8).toString("hex")}` : randomBytes(10).toString("hex");
}
