import { randomBytes } from "node:crypto";
import { type KeyProvider, seal } from "../auth/encryption.js";
import { lockKey } from "../auth/key-lock.js";
import { decodeOtpSecret, matchTotpStep } from "../auth/totp.js";
import type { DomainContext } from "../domain/context.js";
import type { User } from "../domain/model.js";
import { Refusal } from "../domain/refusal.js";
import { generateRecoveryCodes, hashRecoveryCode } from "./recovery-codes.js";

/** Store, clock, and the key that encrypts secrets of one-time codes. */
export interface TwoFactorContext extends DomainContext {
  readonly key: KeyProvider;
}

/** Makes a secret of one-time codes, for an authenticator. */
export function generateOtpSecret(): Buffer {
  return randomBytes(20);
}

/** Address of a secret, which authenticators read from a QR code. */
export function otpUri({ login }: Pick<User, "login">, secret: string): string {
  const label = encodeURIComponent(`Grantbook:${login}`);
  return `otpauth://totp/${label}?secret=${secret}&issuer=Grantbook`;
}

/**
 * Switches two-factor authentication on, or to another authenticator, when a code proves that the authenticator has
 * the secret. The code opens nothing else. Returns new recovery codes; none where the user has some that stay valid.
 * `undefined` for a wrong code.
 */
export async function enableTwoFactor(
  { store, key, now }: TwoFactorContext,
  user: User,
  secretText: string,
  code: string,
): Promise<readonly string[] | undefined> {
  const secret = decodeOtpSecret(secretText);
  const step = secret && matchTotpStep(secret, code, now());
  if (!secret || step === undefined) return undefined;
  return store.transactionOf(user.id, async (queries) => {
    if ((await lockKey(queries, key)) === undefined) throw new Refusal({ code: "unavailable", retryAfter: 1 });
    await queries.setOtpSecret(user.id, seal(key, secret));
    await queries.useOtpStep(user.id, step);
    if ((await queries.countRecoveryCodes(user.id)) > 0) return [];
    const codes = generateRecoveryCodes();
    await queries.replaceRecoveryCodes(user.id, codes.map(hashRecoveryCode));
    return codes;
  });
}

/** Replaces the recovery codes of a user with two-factor authentication, and returns the new ones. */
export async function renewRecoveryCodes({ store }: DomainContext, user: User): Promise<readonly string[]> {
  const codes = generateRecoveryCodes();
  await store.transactionOf(user.id, async (queries) => {
    const found = await queries.credentials(user.login);
    if (found?.sealedOtpSecret == null) throw new Refusal({ code: "not-found" });
    await queries.replaceRecoveryCodes(user.id, codes.map(hashRecoveryCode));
  });
  return codes;
}

/** Switches two-factor authentication off. Its recovery codes end with it. */
export async function disableTwoFactor({ store }: DomainContext, user: User): Promise<void> {
  await store.transactionOf(user.id, async (queries) => {
    await queries.setOtpSecret(user.id, null);
    await queries.replaceRecoveryCodes(user.id, []);
  });
}
