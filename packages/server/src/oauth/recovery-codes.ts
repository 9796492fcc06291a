import { randomInt } from "node:crypto";
import { hashSecret } from "../auth/credentials.js";

/** Recovery codes that a user gets at a time. */
const codesOfUser = 16;
/** Letters and digits that are not mistaken for each other. */
const alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

/** Makes a new set of recovery codes. Each has 79 random bits, so that a plain digest of it can be stored. */
export function generateRecoveryCodes(): string[] {
  const part = () => Array.from({ length: 8 }, () => alphabet[randomInt(alphabet.length)]).join("");
  return Array.from({ length: codesOfUser }, () => `${part()}-${part()}`);
}

/** Digest of a recovery code, read without regard to case, spaces and hyphens. */
export function hashRecoveryCode(code: string): string {
  return hashSecret(code.toLowerCase().replaceAll(/[\s-]/g, ""));
}
