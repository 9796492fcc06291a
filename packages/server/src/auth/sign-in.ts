import { timingSafeEqual } from "node:crypto";
import type { Application, User, UserCredentials } from "../domain/model.js";
import { Refusal } from "../domain/refusal.js";
import type { Queries, Store } from "../domain/store.js";
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

/** Application with a client id and client secret. An unknown client id costs as much as a wrong secret. */
export async function applicationWithSecret(
  queries: Queries,
  clientId: string,
  clientSecret: string,
): Promise<Application | undefined> {
  const sent = hashSecret(clientSecret);
  const application = await queries.applicationForSecret(clientId, sent);
  const stored = application?.secretHash ?? unknownSecretHash;
  return timingSafeEqual(Buffer.from(sent), Buffer.from(stored)) ? application : undefined;
}

/** Compared with where there is no application. */
const unknownSecretHash = hashSecret("");
