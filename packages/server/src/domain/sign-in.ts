import { timingSafeEqual } from "node:crypto";
import type { Attempt, FailedLogins } from "./failed-logins.js";
import type { Application, User } from "./model.js";
import { stepOfCode } from "./one-time-passwords.js";
import type { Passwords } from "./passwords.js";
import { Refusal } from "./refusal.js";
import { type Key, unseal } from "./seal.js";
import type { Queries, Store } from "./store.js";
import { hashSecret, looksLikeToken } from "./token.js";

/** What signing in needs. */
export interface SignInServices {
  readonly store: Store;
  readonly now: () => Date;
  readonly passwords: Passwords;
  readonly failedLogins: FailedLogins;
  /** The key that one-time code seeds are sealed with. */
  readonly key: Key;
}

/** What a user signs in with, and from where. */
export interface UserLogin extends Attempt {
  readonly password: string;
  /** A one-time code. */
  readonly code: string | undefined;
}

/**
 * Lets a user in by login and password and, with two-factor authentication, a one-time code. That a code is needed is
 * told only after a right password, and that the user is suspended only to whoever had all that is asked for. A token in
 * place of the password is refused as such when it is a good one.
 */
export async function signInUser(services: SignInServices, attempt: UserLogin): Promise<User> {
  const { store, passwords, failedLogins } = services;
  const { login, password } = attempt;
  await refuseToken(services, tokenInPair(login, password));
  const found = await store.credentials(login);
  const right = await failedLogins.guard("passwords", attempt, () => passwords.verify(found?.passwordHash, password));
  if (!found || !right) throw new Refusal({ code: "credentials-wrong" });
  if (found.sealedOtpSeed !== null) await requireCode(services, found.user, found.sealedOtpSeed, attempt);
  requireNotSuspended(found);
  return found.user;
}

/** Refuses a user whom an administrator locked out. */
export function requireNotSuspended({ suspended }: { readonly suspended: boolean }): void {
  if (suspended) throw new Refusal({ code: "account-suspended" });
}

/** A right code that was used before is refused without being counted: nobody guessed it. */
async function requireCode(
  services: SignInServices,
  user: User,
  sealedSeed: string,
  attempt: UserLogin,
): Promise<void> {
  const { store, key, now, failedLogins } = services;
  const { code } = attempt;
  if (code === undefined) throw new Refusal({ code: "one-time-code-needed" });
  let step: number | undefined;
  await failedLogins.guard("codes", attempt, async () => {
    step = stepOfCode(unseal(key, sealedSeed), code, now());
    return step !== undefined;
  });
  if (step === undefined || !(await store.useOtpStep(user.id, step))) {
    throw new Refusal({ code: "one-time-code-needed" });
  }
}

/** Refuses a live token where a password belongs. Anything else passes. */
export async function refuseToken({ store, now }: SignInServices, text: string | undefined): Promise<void> {
  if (text !== undefined && (await store.anyToken(hashSecret(text), now()))) {
    throw new Refusal({ code: "password-needed" });
  }
}

/** The token in a pair of user name and password, where there is one: clients put it into either place. */
export function tokenInPair(name: string, password: string): string | undefined {
  const text = password === "" || password === "x-oauth-basic" ? name : password;
  return looksLikeToken(text) ? text : undefined;
}

/** Lets an application in by client id and client secret. */
export async function signInApplication(store: Store, clientId: string, clientSecret: string): Promise<Application> {
  const application = await applicationWithSecret(store, clientId, clientSecret);
  if (!application) throw new Refusal({ code: "credentials-wrong" });
  return application;
}

/** The application whose client id and client secret these are. An unknown client id costs as much as a wrong secret. */
export async function applicationWithSecret(
  queries: Queries,
  clientId: string,
  clientSecret: string,
): Promise<Application | undefined> {
  const application = await queries.application(clientId);
  const sent = Buffer.from(hashSecret(clientSecret));
  const stored = Buffer.from(application?.secretHash ?? hashSecret(""));
  return timingSafeEqual(sent, stored) ? application : undefined;
}
