// Checks of a program that drives a client: each prints one line of JSON, which ../run-client.js reads.
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";

/** Settings of the run: address of the API, users, application. See ../settings.js. */
export const settings = JSON.parse(process.env.INTEROP ?? "{}");

/** Runs one check and prints its outcome. `expected` says in words what a user of the client should see. */
export async function check(operation, expected, run) {
  let error;
  try {
    await run();
  } catch (thrown) {
    error = describeError(thrown);
  }
  // On a line of its own: a program that asks for something leaves its line open.
  console.log(`\n${JSON.stringify({ interop: true, operation, expected, error })}`);
}

/** The error of a call that must fail. */
export async function errorOf(promise) {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error("the call succeeded");
}

/** The one-time code of the moment for a secret in base 32 (RFC 6238, SHA-1, six digits, 30 seconds). */
export function oneTimeCode(secret, time = Date.now()) {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...secret].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(time / 30_000)));
  const digest = createHmac("sha1", key).update(counter).digest();
  const offset = digest[19] & 15;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

function describeError(thrown) {
  if (thrown instanceof assert.AssertionError) return `${thrown.message}`.split("\n").slice(0, 12).join(" ");
  return thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : JSON.stringify(thrown);
}
