import { hashSecret } from "../auth/credentials.js";

/** Digest of a recovery code, read without regard to case, spaces and hyphens. */
export function hashRecoveryCode(code: string): string {
  return hashSecret(code.toLowerCase().replaceAll(/[\s-]/g, ""));
}
