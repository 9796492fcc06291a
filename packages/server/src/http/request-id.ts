import { randomBytes } from "node:crypto";

const digitsPerId = 20;
const idsPerPool = 1024;

/**
 * Pool of random digits. To ask the system for ten bytes takes as long as to check a token, so bytes for many ids are
 * asked for at once (`packages/benchmarks/src/scenarios/server.js`).
 */
let pool = "";
let position = 0;

/** New id of a request, for responses and logs: random hexadecimal digits, and at the end the time in seconds. */
export function newRequestId(now: Date): string {
  if (position === pool.length) {
    pool = randomBytes((digitsPerId * idsPerPool) / 2)
      .toString("hex")
      .toUpperCase();
    position = 0;
  }
  const digits = pool.slice(position, position + digitsPerId);
  position += digitsPerId;
  const seconds = Math.floor(now.getTime() / 1000)
    .toString(16)
    .toUpperCase();
  return `${digits.slice(0, 4)}:${digits.slice(4, 8)}:${digits.slice(8, 14)}:${digits.slice(14)}:${seconds}`;
}
