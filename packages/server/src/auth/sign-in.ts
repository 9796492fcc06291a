import { timingSafeEqual } from "node:crypto";
import type { Application, User, UserCredentials } from "../domain/model.js";
import { Refusal } from "../domain/refusal.js";
import type { ApplicationWithSecret, Queries, Store } from "../domain/store.js";
import { hashSecret } from "./credentials.js";
import { type KeyProvider, unseal } from "./encryption.js";
import type { Guard, LoginAttempt, LoginThrottle } from "./login-throttle.js";
import { networkOf } from "./network.js";
import type { Passwords } from "./passwords.js";
import { matchTotpStep } from "./totp.js";

/** What signing in needs. */
export interface SignInServices {
  readonly store: Store;
  readonly now: () => Date;
  readonly passwords: Passwords;
  readonly loginThrottle: LoginThrottle;
  /** The key that one-time code seeds are sealed with. */
  readonly key: KeyProvider;
  /** Accepts a one-time code again while it is valid. False by default. */
  readonly allowOtpReuse?: boolean;
}

/** What a user signs in with, and from where. */
export interface LoginRequest extends LoginAttempt {
  readonly password: string;
  /** A one-time code. */
  readonly code: string | undefined;
}

/**
 * Signs a user in by login and password and, with two-factor authentication, a one-time code. Only a correct password
 * reveals that a code is needed, and only complete credentials that the user is suspended. Failures are forgotten after
 * the last of the checks. An e-mail address stands for the login of the one user who has it, so that failures are
 * counted for the user, by whichever name.
 */
export async function signIn(services: SignInServices, attempt: LoginRequest): Promise<User> {
  const { store, passwords, loginThrottle } = services;
  const { password, address } = attempt;
  const login = await resolveLogin(store, attempt.login);
  return loginThrottle.signIn({ login, address }, async (guard) => {
    const found = await store.credentials(login);
    const outcome = await guard("passwords", async () =>
      (await passwords.verify(found?.passwordHash, password, networkOf(address))) ? "right" : "wrong",
    );
    if (!found || outcome !== "right") throw new Refusal({ code: "credentials-wrong" });
    if (found.sealedOtpSecret !== null) await verifyOtp(services, guard, found, found.sealedOtpSecret, attempt.code);
    requireNotSuspended(found);
    return found.user;
  });
}

/** Refuses a user whom an administrator locked out. */
export function requireNotSuspended({ suspended }: { readonly suspended: boolean }): void {
  if (suspended) throw new Refusal({ code: "account-suspended" });
}

/**
 * Verifies a one-time code. One that was used before is neither a failure nor a success: it was not guessed, and it
 * opens nothing, unless reuse is allowed.
 */
export async function verifyOtp(
  { store, key, now, allowOtpReuse }: SignInServices,
  guard: Guard,
  { user, passwordHash }: UserCredentials,
  sealedSeed: string,
  code: string | undefined,
): Promise<void> {
  if (code === undefined) throw new Refusal({ code: "one-time-code-needed" });
  const outcome = await guard(
    "codes",
    async () => {
      const step = matchTotpStep(unseal(key, sealedSeed), code, now());
      if (step === undefined) return "wrong";
      const isFirstUse = await store.useOtpStep(user.id, step);
      return isFirstUse || allowOtpReuse ? "right" : "neutral";
    },
    passwordHash,
  );
  if (outcome !== "right") throw new Refusal({ code: "one-time-code-needed" });
}

/** Login that a name stands for: a login itself, or the e-mail address of one user. */
export async function resolveLogin(store: Pick<Queries, "loginOfEmail">, name: string): Promise<string> {
  return (name.includes("@") && (await store.loginOfEmail(name))) || name;
}

/** Precision of the last use of a client secret: a request costs no write unless it is this old. */
const secretUseIntervalMs = 60 * 60_000;

/** Application with a client id and one of its client secrets, whose use is recorded. Not for a transaction. */
export async function applicationWithSecret(
  domain: { readonly store: Queries; readonly now: () => Date },
  clientId: string,
  clientSecret: string,
): Promise<Application | undefined> {
  const found = await findApplicationWithSecret(domain.store, clientId, clientSecret);
  if (found) await recordSecretUse(domain, found);
  return found?.application;
}

/** Application with a client id and one of its client secrets. An unknown client id costs as much as a wrong secret. */
export async function findApplicationWithSecret(
  queries: Queries,
  clientId: string,
  clientSecret: string,
): Promise<ApplicationWithSecret | undefined> {
  const sent = hashSecret(clientSecret);
  const found = await queries.applicationForSecret(clientId, sent);
  const stored = found?.secret.hash ?? unknownSecretHash;
  return timingSafeEqual(Buffer.from(sent), Buffer.from(stored)) ? found : undefined;
}

/**
 * Records the use of a client secret, once an hour. A database that cannot be written does not keep an application from
 * reading; in a transaction, the failure would be that of the transaction.
 */
export async function recordSecretUse(
  { store, now }: { readonly store: Queries; readonly now: () => Date },
  { application, secret }: ApplicationWithSecret,
): Promise<void> {
  if (+now() - +(secret.lastUsedAt ?? 0) < secretUseIntervalMs) return;
  try {
    await store.touchClientSecret(application.id, secret.id, now());
  } catch (error) {
    if (!(error instanceof Refusal) || error.reason.code !== "unavailable") throw error;
  }
}

/** Compared with where there is no application. */
const unknownSecretHash = hashSecret("");
