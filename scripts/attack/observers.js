// Who looks on while a server is attacked.

import { sleep } from "./server.js";
import { basic, Wire } from "./sockets.js";

/** @typedef {import("./server.js").Server} Server */

/** Milliseconds between two looks. */
const everyMs = 50;

/** Watches the memory and the descriptors of a server. @param {Server} server */
export function watch(server) {
  const before = server.memory;
  let peak = before;
  let descriptors = server.descriptors;
  const timer = setInterval(() => {
    peak = Math.max(peak, server.memory);
    descriptors = Math.max(descriptors, server.descriptors);
  }, everyMs);
  return {
    before,
    /** Ends it some seconds later, and gives the figures as text. @param {number} seconds */
    async end(seconds) {
      await sleep(seconds * 1000);
      clearInterval(timer);
      const after = server.memory;
      const mb = (/** @type {number} */ value) => Math.round(value);
      return {
        after,
        peak,
        text: `memory ${mb(before)} MB, at the peak ${mb(peak)}, ${seconds} s after ${mb(after)}; descriptors up to ${descriptors}`,
      };
    },
  };
}

/**
 * A user who lists the own authorizations again and again over one connection, and opens another when it is closed.
 * @param {number} port @param {{ login: string, password: string }} user
 */
export function bystander(port, { login, password }) {
  const headers = { Authorization: basic(login, password) };
  let isOver = false;
  let answered = 0;
  let refused = 0;
  let maxMs = 0;
  const running = (async () => {
    /** @type {Wire | undefined} */
    let wire;
    while (!isOver) {
      const began = performance.now();
      if (!wire || wire.isOver) wire = await Wire.open(port);
      const answer = await wire.ask("GET", "/api/v3/authorizations?per_page=1", headers);
      maxMs = Math.max(maxMs, performance.now() - began);
      if (answer?.status === 200) answered += 1;
      else {
        refused += 1;
        wire.close();
        wire = undefined;
      }
      await sleep(everyMs);
    }
    wire?.close();
  })();
  return {
    async end() {
      isOver = true;
      await running;
      const ms = Math.round(maxMs);
      return {
        answered,
        refused,
        ms,
        text: `a bystander was answered ${answered} times, refused ${refused}, waited ${ms} ms at most`,
      };
    },
  };
}
