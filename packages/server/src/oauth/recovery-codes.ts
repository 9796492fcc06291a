import { randomInt } from "node:crypto";
import { hashSecret } from "../auth/credentials.js";

/** Codes of a set, as on GitHub. */
const codesOfSet = 16;
/** Letters and digits that nobody takes for one another. */
const alphabet = "23456789abcdefghjkmnpqrstuvwxyz";

/** Makes a set of recovery codes, each of 16 characters with 79 random bits. */
export function generateRecoveryCodes(): readonly string[] {
  return Array.from({ length: codesOfSet }, () => [0, 1, 2, 3].map(randomPart).join("-"));
}

function randomPart(): string {
  return Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join("");
}

/** Digest of a recovery code, read without regard to case, spaces and hyphens. */
export function hashRecoveryCode(code: string): string {
  return hashSecret(code.toLowerCase().replaceAll(/[\s-]/g, ""));
}
