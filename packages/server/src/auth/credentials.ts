import { hash, randomBytes, randomInt } from "node:crypto";
import { crc32 } from "node:zlib";
import type { ApplicationType } from "../domain/model.js";

const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const prefixes = { personal: "ghp_", oauth: "gho_", github: "ghu_" } as const;

/** A new token: the plain text to show, and what is stored of it. */
export interface MintedToken {
  readonly text: string;
  readonly hash: string;
  readonly lastEight: string;
}

/**
 * Makes a token: a prefix, 30 random characters of base 62, and their CRC-32 in six more, so that a scanner can tell
 * a token from a look-alike. A token that is sent to us is looked up whole; its checksum is not asked.
 * @see https://github.blog/2021-04-05-behind-githubs-new-authentication-token-formats/
 */
export function mintToken(kind: ApplicationType | "personal"): MintedToken {
  return mint(prefixes[kind], 30);
}

/** Makes a refresh token, which is longer than a token: 76 characters after the prefix. */
export function mintRefreshToken(): MintedToken {
  return mint("ghr_", 70);
}

/** Makes a client secret: 40 hexadecimal digits. */
export function mintClientSecret(): MintedToken {
  const text = randomBytes(20).toString("hex");
  return { text, hash: hashSecret(text), lastEight: text.slice(-8) };
}

function mint(prefix: string, length: number): MintedToken {
  const random = Array.from({ length }, () => digits[randomInt(digits.length)]).join("");
  const text = prefix + random + checksum(random);
  return { text, hash: hashSecret(text), lastEight: text.slice(-8) };
}

/** CRC-32 (IEEE) of the text, as six digits of base 62. */
export function checksum(text: string): string {
  let rest = crc32(text);
  let result = "";
  while (result.length < 6) {
    result = digits[rest % digits.length] + result;
    rest = Math.floor(rest / digits.length);
  }
  return result;
}

/** SHA-256 in lower-case hexadecimal digits: how tokens and client secrets are kept. They are random, so no salt. */
export function hashSecret(secret: string): string {
  return hash("sha256", secret);
}

/** Whether a text has the form of a token: a known prefix, or the 40 hexadecimal digits of the older form. */
export function looksLikeToken(text: string): boolean {
  return /^(gh[pousr]_[0-9A-Za-z]{36,}|[0-9a-f]{40})$/.test(text);
}
