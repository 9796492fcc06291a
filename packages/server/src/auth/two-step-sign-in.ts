import type { User, UserCredentials } from "../domain/model.js";
import { Refusal } from "../domain/refusal.js";
import { hashRecoveryCode } from "../oauth/recovery-codes.js";
import {
  type LoginRequest,
  requireNotSuspended,
  resolveLogin,
  type SignInServices,
  signIn,
  verifyOtp,
} from "./sign-in.js";

/** User whose password was right, and whether a code is still needed. */
export interface FirstStep {
  readonly user: User;
  readonly needsCode: boolean;
}

/**
 * First step of a sign-in in a browser: login and password, counted by the same throttle as those of the API. Only a
 * user without two-factor authentication is signed in after it.
 */
export async function signInWithPassword(
  services: SignInServices,
  attempt: Omit<LoginRequest, "code">,
): Promise<FirstStep> {
  try {
    return { user: await signIn(services, { ...attempt, code: undefined }), needsCode: false };
  } catch (error) {
    // Only a right password gets as far as this.
    if (!(error instanceof Refusal) || error.reason.code !== "one-time-code-needed") throw error;
    const { store } = services;
    const found = await store.credentials(await resolveLogin(store, attempt.login));
    if (!found) throw new Refusal({ code: "credentials-wrong" });
    return { user: found.user, needsCode: true };
  }
}

/** Second step: a one-time code, or a recovery code, which is used up. Refuses as `one-time-code-needed`. */
export async function signInWithCode(
  services: SignInServices,
  { login }: User,
  code: { readonly kind: "one-time" | "recovery"; readonly text: string },
  address: string,
): Promise<void> {
  const found = await services.store.credentials(login);
  if (!found) throw new Refusal({ code: "credentials-wrong" });
  const { sealedOtpSecret } = found;
  if (sealedOtpSecret !== null) {
    await services.loginThrottle.signIn({ login, address }, async (guard) => {
      if (code.kind === "one-time") return verifyOtp(services, guard, found, sealedOtpSecret, code.text);
      const check = async () => ((await useRecoveryCode(services, found, code.text)) ? "right" : "wrong");
      const outcome = await guard("codes", check, found.passwordHash);
      if (outcome !== "right") throw new Refusal({ code: "one-time-code-needed" });
    });
  }
  requireNotSuspended(found);
}

function useRecoveryCode({ store }: SignInServices, { user }: UserCredentials, text: string): Promise<boolean> {
  return store.useRecoveryCode(user.id, hashRecoveryCode(text));
}
