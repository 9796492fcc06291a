import { randomBytes } from "node:crypto";
import { type Book, removeIn } from "./domain/authorizations.js";
import type { Application, Authorization, UserCredentials } from "./domain/model.js";
import { encodeSeed } from "./domain/one-time-passwords.js";
import { Passwords } from "./domain/passwords.js";
import { firstOf, isMarkOf, type Key, keyMark, markOf, seal, unseal } from "./domain/seal.js";
import { type ApplicationSeed, generatedSecret, storeApplication, storeUser, type UserSeed } from "./domain/seed.js";
import type { Queries } from "./domain/store.js";
import { hashSecret } from "./domain/token.js";
import { requireSeed, SeedError } from "./seed.js";

/** What was asked for cannot be done. The message says why, in one line, and never has a secret in it. */
export class AdministrationError extends Error {
  override readonly name = "AdministrationError";
}

/** What is administered, and the key that one-time code seeds are sealed with. */
export interface AdministrationTarget extends Book {
  readonly key: Key;
}

/** A user in a list. */
export interface UserEntry {
  readonly id: number;
  readonly login: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly site_admin: boolean;
  readonly two_factor: boolean;
  /** ISO 8601; `null` for a user who is not suspended. */
  readonly suspended_at: string | null;
  readonly created_at: string;
}

/** An application in a list. */
export interface ApplicationEntry {
  readonly id: number;
  readonly client_id: string;
  readonly name: string;
  readonly url: string;
  readonly type: string;
  readonly created_at: string;
}

/** A token in a list: what tells it from others, and never its text. */
export interface TokenEntry {
  readonly id: number;
  /** `null` for a personal token. */
  readonly client_id: string | null;
  readonly application: string | null;
  readonly note: string | null;
  readonly fingerprint: string | null;
  readonly scopes: readonly string[];
  readonly token_last_eight: string | null;
  readonly created_at: string;
  readonly expires_at: string | null;
}

/** Entries of a list come so many at a time. */
const entriesAtATime = 100;

/**
 * What an operator does, beside the API: every command takes and gives values of JSON, so that it can be called from
 * another process. Each throws an {@link AdministrationError}, and has then changed nothing.
 */
export function createAdministration(target: AdministrationTarget) {
  const { store, key, now } = target;

  return {
    /** Stores a user. Gives the password where it was generated. */
    async addUser(user: UserSeed): Promise<{ readonly login: string; readonly password?: string }> {
      requireValid("users", user);
      const stored = await storeUser(target, user);
      if (!stored) throw new AdministrationError(`there is a user ${user.login} already`);
      return { login: user.login, ...(user.password === undefined ? stored : {}) };
    },

    /** The users with a greater id than this, a number of them. */
    async listUsers({ after }: { readonly after: number }): Promise<readonly UserEntry[]> {
      const accounts = await store.accounts(after, entriesAtATime);
      return accounts.map(({ user: { siteAdmin, ...user }, twoFactor, suspendedAt, createdAt }) => ({
        ...user,
        site_admin: siteAdmin,
        two_factor: twoFactor,
        suspended_at: suspendedAt?.toISOString() ?? null,
        created_at: createdAt.toISOString(),
      }));
    },

    /** Gives a user another password, at once and everywhere. One that is left out is generated, and given. */
    async setPassword({ login, password }: { readonly login: string; readonly password?: string }) {
      const { user } = await existingUser(store, login);
      if (password !== undefined) requireValid("users", { login: user.login, password });
      const chosen = password ?? randomBytes(12).toString("base64url");
      await store.setPasswordHash(user.id, await Passwords.hash(chosen));
      return { login: user.login, ...(password === undefined ? { password: chosen } : {}) };
    },

    /** Switches two-factor authentication on. The seed is not shown again. */
    async enableOtp({ login }: { readonly login: string }) {
      const otpSeed = randomBytes(20);
      return store.transaction(async (queries) => {
        await holdKey(queries, key);
        const { user, sealedOtpSeed } = await existingUser(queries, login);
        if (sealedOtpSeed !== null) {
          throw new AdministrationError(`${user.login} has two-factor authentication already; disable it first`);
        }
        await queries.setOtpSeed(user.id, seal(key, otpSeed));
        const secret = encodeSeed(otpSeed);
        const label = encodeURIComponent(`Grantbook:${user.login}`);
        return { login: user.login, secret, uri: `otpauth://totp/${label}?secret=${secret}&issuer=Grantbook` };
      });
    },

    async disableOtp({ login }: { readonly login: string }) {
      const { user } = await existingUser(store, login);
      await store.setOtpSeed(user.id, null);
      return { login: user.login };
    },

    /** Locks a user out: neither the password nor a token is good for anything, until {@link unsuspendUser}. */
    async suspendUser({ login }: { readonly login: string }) {
      const { user, suspended } = await existingUser(store, login);
      if (!suspended) await store.setSuspended(user.id, now());
      return { login: user.login };
    },

    async unsuspendUser({ login }: { readonly login: string }) {
      const { user } = await existingUser(store, login);
      await store.setSuspended(user.id, null);
      return { login: user.login };
    },

    /** Stores an application. Gives the client id, and the client secret where it was generated. */
    async addApplication(application: ApplicationSeed) {
      requireValid("applications", application);
      const { name, client_secret: given } = application;
      const namesake = await store.applicationByName(name);
      if (namesake) {
        throw new AdministrationError(
          `there is an application ${name} already, with the client id ${namesake.clientId}`,
        );
      }
      const stored = await storeApplication(target, application);
      if (!stored) throw new AdministrationError(`the client id ${application.client_id} is taken`);
      return {
        name,
        client_id: stored.clientId,
        ...(given === undefined ? { client_secret: stored.clientSecret } : {}),
      };
    },

    /** The applications with a greater id than this, a number of them. */
    async listApplications({ after }: { readonly after: number }): Promise<readonly ApplicationEntry[]> {
      const records = await store.applications(after, entriesAtATime);
      return records.map(({ clientId, createdAt, ...application }) => ({
        ...application,
        client_id: clientId,
        created_at: createdAt.toISOString(),
      }));
    },

    /** Gives an application another client secret; its tokens stay good. The secret is not shown again. */
    async rotateSecret({ client_id: clientId }: { readonly client_id: string }) {
      const application = await existingApplication(store, clientId);
      const secret = generatedSecret();
      await store.setSecretHash(application.id, hashSecret(secret));
      return { name: application.name, client_id: clientId, client_secret: secret };
    },

    /** Deletes an application with all grants and tokens it has. */
    async removeApplication({ client_id: clientId }: { readonly client_id: string }) {
      return store.transaction(async (queries) => {
        const { id, name } = await existingApplication(queries, clientId);
        return { name, client_id: clientId, tokens: await queries.deleteApplication(id) };
      });
    },

    /** A page of a user's tokens; of one application where its client id is given. */
    async listTokens(wanted: {
      readonly login: string;
      readonly client_id?: string;
      readonly page: number;
    }): Promise<{ readonly tokens: readonly TokenEntry[]; readonly last_page: number }> {
      const { user } = await existingUser(store, wanted.login);
      const clientId = wanted.client_id;
      const application = clientId === undefined ? null : await existingApplication(store, clientId);
      const request = { page: wanted.page, perPage: entriesAtATime };
      const { items, lastPage } = await store.authorizations(user.id, request, application?.id ?? null);
      return { tokens: items.map(tokenEntry), last_page: lastPage };
    },

    /** Deletes a token: a user's by its id, or anybody's by its text. */
    async revokeToken(wanted: { readonly login: string; readonly id: number } | { readonly token: string }) {
      return store.transaction(async (queries) => {
        const { authorization, login } = await wantedToken(queries, wanted, now());
        await removeIn(target, queries, authorization);
        return { id: authorization.id, login };
      });
    },

    /**
     * Seals all seeds of one-time codes with another key, from then on the only one that fits. Stored whole or not at
     * all. Says how many there were.
     */
    async rotateKey(next: Buffer): Promise<number> {
      return store.transaction(async (queries) => {
        const mark = await holdKey(queries, key);
        await queries.replaceProperty(keyMark, mark, markOf(next));
        let seeds = await queries.otpSeeds(0, entriesAtATime);
        let count = 0;
        while (seeds.length > 0) {
          for (const { userId, sealedOtpSeed } of seeds) {
            await queries.replaceOtpSeed(userId, sealedOtpSeed, seal(next, unseal(key, sealedOtpSeed)));
          }
          count += seeds.length;
          seeds = await queries.otpSeeds(seeds.at(-1)?.userId ?? 0, entriesAtATime);
        }
        return count;
      });
    },
  };
}

/** What {@link createAdministration} makes. */
export type Administration = ReturnType<typeof createAdministration>;

async function existingUser(queries: Queries, login: string): Promise<UserCredentials> {
  const found = await queries.credentials(login);
  if (!found) throw new AdministrationError(`there is no user ${login}`);
  return found;
}

async function existingApplication(queries: Queries, clientId: string): Promise<Application> {
  const application = await queries.application(clientId);
  if (!application) throw new AdministrationError(`there is no application with the client id ${clientId}`);
  return application;
}

async function wantedToken(
  queries: Queries,
  wanted: { readonly login: string; readonly id: number } | { readonly token: string },
  now: Date,
): Promise<{ readonly authorization: Authorization; readonly login: string }> {
  if ("token" in wanted) {
    const holder = await queries.anyToken(hashSecret(wanted.token), now);
    if (!holder) throw new AdministrationError("there is no such token, or it has expired");
    return { authorization: holder.authorization, login: holder.user.login };
  }
  const { user } = await existingUser(queries, wanted.login);
  const authorization = await queries.authorization(user.id, wanted.id);
  if (!authorization) throw new AdministrationError(`${user.login} has no token with the id ${wanted.id}`);
  return { authorization, login: user.login };
}

/** Holds the mark of the key until the transaction ends, so that nobody replaces the key in the meantime. */
async function holdKey(queries: Queries, key: Key): Promise<string> {
  const mark = (await queries.property(keyMark)) ?? "";
  const isHeld = await queries.replaceProperty(keyMark, mark, mark);
  if (!isHeld || !isMarkOf(firstOf(key), mark)) {
    throw new AdministrationError("the key was just replaced; try again");
  }
  return mark;
}

function tokenEntry(authorization: Authorization): TokenEntry {
  const { id, application, note, fingerprint, scopes, tokenLastEight, createdAt, expiresAt } = authorization;
  return {
    id,
    client_id: application?.clientId ?? null,
    application: application?.name ?? null,
    note,
    fingerprint,
    scopes,
    token_last_eight: tokenLastEight,
    created_at: createdAt.toISOString(),
    expires_at: expiresAt?.toISOString() ?? null,
  };
}

function requireValid(kind: "users" | "applications", entry: object): void {
  try {
    requireSeed({ [kind]: [entry] });
  } catch (error) {
    if (!(error instanceof SeedError)) throw error;
    throw new AdministrationError(error.message.replace(/^\w+\[0\][. ]/, ""));
  }
}
