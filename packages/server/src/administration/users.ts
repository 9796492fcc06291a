import { randomBytes } from "node:crypto";
import { seal, unseal } from "../auth/encryption.js";
import { Passwords } from "../auth/passwords.js";
import { encodeOtpSecret, generateTotp } from "../auth/totp.js";
import type { UserCredentials } from "../domain/model.js";
import type { Queries } from "../domain/store.js";
import { disableTwoFactor, generateOtpSecret, otpUri } from "../oauth/two-factor.js";
import { parseUser, type UserSeed } from "../seeds/format.js";
import { userSchema } from "../seeds/schema.js";
import { storeUser } from "../seeds/storage.js";
import { object, text, wholeNumber } from "../validation.js";
import { AdministrationError, command } from "./command.js";
import { requireKeyLock } from "./key.js";
import { type AdministrationTarget, pageSize } from "./target.js";

/** A user in a list. */
export interface UserEntry {
  readonly id: number;
  readonly login: string;
  readonly name: string | null;
  /** Public address. */
  readonly email: string | null;
  /** Also when it is private. */
  readonly primary_email: string | null;
  readonly site_admin: boolean;
  readonly two_factor: boolean;
  /** ISO 8601; `null` for a user who is not suspended. */
  readonly suspended_at: string | null;
  readonly created_at: string;
}

/** A user by the login. */
export interface Login {
  readonly login: string;
}

/** A login to look up. That it can be one is not asked: then there is no such user. */
export const loginSchema = text(255);
const byLogin = object({ login: loginSchema }, "login");

/** The commands for users. */
export function userCommands(target: AdministrationTarget) {
  const { store, key, now } = target;
  return {
    /** Stores a user. Returns the password where it was generated. */
    addUser: command(userSchema, async (user: UserSeed): Promise<Login & { readonly password?: string }> => {
      const stored = await storeUser(target, parseUser(user));
      if (!stored) throw new AdministrationError(`there is a user ${user.login} already`);
      return { login: user.login, ...(user.password === undefined ? stored : {}) };
    }),

    /** Lists the next users by id, those after the given one. */
    listUsers: command(
      object({ after: wholeNumber }, "after"),
      async ({ after }: { readonly after: number }): Promise<readonly UserEntry[]> => {
        const records = await store.listUsers(after, pageSize);
        return records.map(({ user: { siteAdmin, ...user }, twoFactor, suspendedAt, createdAt, primaryEmail }) => ({
          ...user,
          primary_email: primaryEmail,
          site_admin: siteAdmin,
          two_factor: twoFactor,
          suspended_at: suspendedAt?.toISOString() ?? null,
          created_at: createdAt.toISOString(),
        }));
      },
    ),

    /** Changes the password of a user, at once and everywhere. Generates and returns one that is left out. */
    setPassword: command(
      object({ login: loginSchema, password: text(1024) }, "login"),
      async ({ login, password }: Login & { readonly password?: string }) => {
        const { user } = await requireUser(store, login);
        const chosen = password ?? randomBytes(12).toString("base64url");
        await store.setPasswordHash(user.id, await Passwords.hash(chosen));
        return { login: user.login, ...(password === undefined ? { password: chosen } : {}) };
      },
    ),

    /** Switches two-factor authentication on. The secret is not shown again. */
    enableOtp: command(byLogin, async ({ login }: Login) => {
      const otpSecret = generateOtpSecret();
      return store.transaction(async (queries) => {
        await requireKeyLock(queries, key);
        const { user, sealedOtpSecret } = await requireUser(queries, login);
        if (sealedOtpSecret !== null) {
          throw new AdministrationError(`${user.login} has two-factor authentication already; disable it first`);
        }
        await queries.setOtpSecret(user.id, seal(key, otpSecret));
        const secret = encodeOtpSecret(otpSecret);
        return { login: user.login, secret, uri: otpUri(user, secret) };
      });
    }),

    /** Returns the current one-time code of a user, as an authenticator would show it. */
    otpCode: command(byLogin, async ({ login }: Login) => {
      const { user, sealedOtpSecret } = await requireUser(store, login);
      if (sealedOtpSecret === null) throw new AdministrationError(`${user.login} has no two-factor authentication`);
      return { login: user.login, code: generateTotp(unseal(key, sealedOtpSecret), now()) };
    }),

    /** Switches two-factor authentication off, with its recovery codes. */
    disableOtp: command(byLogin, async ({ login }: Login) => {
      const { user } = await requireUser(store, login);
      await disableTwoFactor(target, user);
      return { login: user.login };
    }),

    /** Suspends a user: the password and all tokens are refused until {@link unsuspendUser}. */
    suspendUser: command(byLogin, async ({ login }: Login) => {
      const { user, suspended } = await requireUser(store, login);
      if (!suspended) await store.setSuspended(user.id, now());
      return { login: user.login };
    }),

    /** Ends the suspension of a user. */
    unsuspendUser: command(byLogin, async ({ login }: Login) => {
      const { user } = await requireUser(store, login);
      await store.setSuspended(user.id, null);
      return { login: user.login };
    }),
  };
}

/** Returns the user with a login. Throws an {@link AdministrationError} when there is none. */
export async function requireUser(queries: Queries, login: string): Promise<UserCredentials> {
  const found = await queries.credentials(login);
  if (!found) throw new AdministrationError(`there is no user ${login}`);
  return found;
}
