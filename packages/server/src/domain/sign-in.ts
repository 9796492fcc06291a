import { timingSafeEqual } from "node:crypto";
import type { Application, User } from "./model.js";
import { stepOfCode } from "./one-time-passwords.js";
import type { Passwords } from "./passwords.js";
import { Refusal } from "./refusal.js";
import { unseal } from "./seal.js";
import type { Store } from "./store.js";
import { hashSecret, looksLikeToken } from "./token.js";

/** What signing in needs. */
export interface SignInServices {
  readonly store: Store;
  readonly now: () => Date;
  readonly passwords: Passwords;
  /** The key that one-time code seeds are sealed with. */
  readonly key: Buffer;
}

/**
 * Lets a user in by login and password and, with two-factor authentication, a one-time code. That a code is needed is
 * told only after a right password. A token in place of the password is refused as such when it is a good one.
 */
export async function signInUser(
  services: SignInServices,
  login: string,
  password: string,
  code: string | undefined,
): Promise<User> {
  const { store, passwords, key, now } = services;
  await refuseToken(services, password === "" || password === "x-oauth-basic" ? login : password);
  const found = await store.credentials(login);
  const right = await passwords.verify(found?.passwordHash, password);
  if (!found || !right) throw new Refusal({ code: "credentials-wrong" });
  if (found.sealedOtpSeed === null) return found.user;
  const step = code === undefined ? undefined : stepOfCode(unseal(key, found.sealedOtpSeed), code, now());
  if (step === undefined || !(await store.useOtpStep(found.user.id, step))) {
    throw new Refusal({ code: "one-time-code-needed" });
  }
  return found.user;
}

/** Refuses a live token where a password belongs. Anything else passes. */
export async function refuseToken({ store, now }: SignInServices, text: string): Promise<void> {
  if (looksLikeToken(text) && (await store.tokenExists(hashSecret(text), now()))) {
    throw new Refusal({ code: "password-needed" });
  }
}

/** Lets an application in by client id and client secret. */
export async function signInApplication(store: Store, clientId: string, clientSecret: string): Promise<Application> {
  const application = await applicationWithSecret(store, clientId, clientSecret);
  if (!application) throw new Refusal({ code: "credentials-wrong" });
  return application;
}

/** The application whose client id and client secret these are. An unknown client id costs as much as a wrong secret. */
export async function applicationWithSecret(
  store: Store,
  clientId: string,
  clientSecret: string,
): Promise<Application | undefined> {
  const application = await store.application(clientId);
  const sent = Buffer.from(hashSecret(clientSecret));
  const stored = Buffer.from(application?.secretHash ?? hashSecret(""));
  return timingSafeEqual(sent, stored) ? application : undefined;
}
