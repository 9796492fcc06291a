// One-time codes as an authenticator makes them (RFC 6238), to know which guesses are wrong.
import { createHmac } from "node:crypto";

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const stepMs = 30_000;

/** The code of a seed at a time. @param {string} seed base 32 @param {number} timeMs */
export function generateTotp(seed, timeMs) {
  const bits = [...seed].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(timeMs / stepMs)));
  const digest = createHmac("sha1", key).update(counter).digest();
  const number = digest.readUInt32BE((digest.at(-1) ?? 0) & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, "0");
}

/** Codes that are wrong for some minutes around a time. @param {string} seed @param {number} timeMs */
export function* wrongCodes(seed, timeMs) {
  const right = new Set(Array.from({ length: 41 }, (_, index) => generateTotp(seed, timeMs + (index - 20) * stepMs)));
  for (let number = 0; number < 1_000_000; number += 1) {
    const code = String(number).padStart(6, "0");
    if (!right.has(code)) yield code;
  }
}
