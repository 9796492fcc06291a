import { createHmac, timingSafeEqual } from "node:crypto";

const stepSeconds = 30;
const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/**
 * The time step of a code, or `undefined` when the code is not right now. Taken are the code of the current step and
 * that of the one before, for a code typed slowly; a caller's clock is never asked.
 * @see https://www.rfc-editor.org/rfc/rfc6238
 */
export function matchTotpStep(seed: Buffer, code: string, now: Date): number | undefined {
  if (!/^[0-9]{6}$/.test(code)) return undefined;
  const current = Math.floor(now.getTime() / 1000 / stepSeconds);
  return [current, current - 1]
    .filter((step) => step >= 0)
    .find((step) => timingSafeEqual(Buffer.from(codeOfStep(seed, step)), Buffer.from(code)));
}

/** The code that an authenticator shows at a moment: six digits, SHA-1, steps of 30 seconds. */
export function generateTotp(seed: Buffer, now: Date): string {
  return codeOfStep(seed, Math.floor(now.getTime() / 1000 / stepSeconds));
}

function codeOfStep(seed: Buffer, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac("sha1", seed).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 0xf;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

/** A seed in base 32, as authenticators take it: whole groups of five bytes, without padding. */
export function encodeOtpSecret(seed: Buffer): string {
  const bits = [...seed].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return bits.replaceAll(/.{5}/g, (five) => alphabet[Number.parseInt(five, 2)] ?? "");
}

/** The bytes of a seed in base 32 (RFC 4648), without regard to case, spaces and padding; `undefined` if it is not. */
export function decodeOtpSecret(text: string): Buffer | undefined {
  const symbols = text.replaceAll(" ", "").replace(/=+$/, "");
  // Eight symbols are five bytes; one, three or six symbols more are no whole bytes.
  if (symbols.length < 16 || !/^[A-Za-z2-7]+$/.test(symbols) || [1, 3, 6].includes(symbols.length % 8))
    return undefined;
  const bytes: number[] = [];
  let bits = 0;
  let value = 0;
  for (const symbol of symbols.toUpperCase()) {
    value = ((value << 5) | alphabet.indexOf(symbol)) & 0xfff;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((value >> bits) & 0xff);
    }
  }
  return Buffer.from(bytes);
}
