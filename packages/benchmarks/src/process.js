// Starts what is measured in a process of its own, so that its processor time and its memory are its own, too.
import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/**
 * @typedef {{ cpu: number, memory: number }} Usage `cpu` in microseconds since its start, `memory` in bytes
 * @typedef {{ url: string, facts: any, usage: () => Promise<Usage>, stop: () => Promise<void> }} Running
 */

/**
 * Starts a server of `servers/` and waits until it listens.
 * @param {string} name its file @param {object} parameters what it is told
 * @returns {Promise<Running>}
 */
export async function start(name, parameters = {}) {
  const file = fileURLToPath(new URL(`servers/${name}.js`, import.meta.url));
  const child = fork(file, [JSON.stringify(parameters)], { stdio: ["ignore", "ignore", "inherit", "ipc"] });
  const ended = once(child, "exit").then(([code, signal]) => {
    throw new Error(`The server ${name} ended by itself (${code ?? signal}).`);
  });
  ended.catch(() => undefined);
  const [{ port, ...facts }] = await Promise.race([once(child, "message"), ended]);
  return {
    url: `http://127.0.0.1:${port}`,
    facts,
    async usage() {
      child.send("usage");
      const [answer] = await Promise.race([once(child, "message"), ended]);
      return answer;
    },
    async stop() {
      child.send("stop");
      await ended.catch(() => undefined);
    },
  };
}
