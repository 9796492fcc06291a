// Times of single responses at an even rate, which a closed loop of clients would hide.
import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** @typedef {import("./load.js").Load} Load */

const program = fileURLToPath(new URL("even-rate.js", import.meta.url));

/**
 * Sends requests at an even rate from a process of its own, and returns the milliseconds until each response was read,
 * from when it was due: a request that waits for a connection is late as well.
 * @param {import("./process.js").Running} server @param {Load} load
 * @param {{ rate: number, seconds: number }} effort `rate` in requests a second
 * @returns {Promise<import("./even-rate.js").Measured>}
 * @throws {Error} when a response had another status
 */
export async function latencies({ url }, load, { rate, seconds }) {
  const { status = 200, connections = 32 } = load;
  const child = fork(program, { stdio: ["ignore", "ignore", "inherit", "ipc"] });
  const ended = once(child, "exit").then(([code, signal]) => {
    throw new Error(`The process that sends requests ended (${code ?? signal}).`);
  });
  child.send({ url, request: toText(new URL(url).host, load), status, connections, rate, seconds });
  const [measured] = await Promise.race([once(child, "message"), ended]);
  await ended.catch(() => undefined);
  return measured;
}

/** Returns the value below which a share of the values are. @param {readonly number[]} values @param {number} share */
export function percentile(values, share) {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** Request of a load as it is sent. @param {string} host @param {Load} load */
function toText(host, { path, method = "GET", headers = {}, body = "" }) {
  const all = { host, ...headers, "content-length": Buffer.byteLength(body) };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${method} ${path} HTTP/1.1\r\n${lines.join("")}\r\n${body}`;
}
