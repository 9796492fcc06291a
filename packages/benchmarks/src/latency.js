// Times of single responses at an even rate, which a closed loop of clients would hide.
import { Agent, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

/** @typedef {import("./load.js").Load} Load */

/**
 * Sends requests at an even rate, and returns the milliseconds until each response was read, from when it was due.
 * @param {import("./process.js").Running} server @param {Load} load
 * @param {{ rate: number, seconds: number }} effort `rate` in requests a second
 */
export async function latencies(server, load, { rate, seconds }) {
  const agent = new Agent({ keepAlive: true, maxSockets: load.connections ?? 32 });
  const began = performance.now();
  /** @type {Promise<number>[]} */
  const sent = [];
  while (sent.length < rate * seconds) {
    const due = began + (sent.length * 1000) / rate;
    if (due > performance.now()) await sleep(1);
    else sent.push(send(agent, server, load).then((end) => end - due));
  }
  const times = await Promise.all(sent);
  agent.destroy();
  return times;
}

/** Returns the value below which a share of the values are. @param {readonly number[]} values @param {number} share */
export function percentile(values, share) {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/**
 * @param {Agent} agent @param {import("./process.js").Running} server @param {Load} load
 * @returns {Promise<number>} when the response was read
 */
function send(agent, server, { path, method = "GET", headers = {}, body, status = 200 }) {
  return new Promise((resolve, reject) => {
    const sent = request(server.url + path, { agent, method, headers }, (response) => {
      if (response.statusCode !== status) reject(new Error(`${method} ${path}: status ${response.statusCode}`));
      response.resume();
      response.once("end", () => resolve(performance.now()));
    });
    sent.once("error", reject);
    sent.end(body);
  });
}
