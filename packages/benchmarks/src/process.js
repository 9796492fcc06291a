// Starts measured servers, each in a process of its own, so that CPU time and memory can be told apart.
import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/**
 * @typedef {{ cpu: number, memory: number }} Usage `cpu` in microseconds since the start, `memory` in bytes
 * @typedef {{ url: string, facts: any, usage: () => Promise<Usage>, stop: () => Promise<void> }} Running
 */

/**
 * Starts a server of `servers/` and waits until it listens.
 * @param {string} name of its file @param {object} parameters of the server
 * @returns {Promise<Running>}
 */
export async function start(name, parameters = {}) {
  const file = fileURLToPath(new URL(`servers/${name}.js`, import.meta.url));
  const child = fork(file, [JSON.stringify(parameters)], { stdio: ["ignore", "ignore", "inherit", "ipc"] });
  // A benchmark that fails leaves no server behind.
  const kill = () => child.kill();
  process.once("exit", kill);
  const ended = once(child, "exit").then(([code, signal]) => {
    throw new Error(`The server ${name} ended by itself (${code ?? signal}).`);
  });
  ended.catch(() => process.off("exit", kill));
  const [{ port, ...facts }] = await Promise.race([once(child, "message"), ended]);
  return {
    url: `http://127.0.0.1:${port}`,
    facts,
    async usage() {
      child.send("usage");
      const [usage] = await Promise.race([once(child, "message"), ended]);
      return usage;
    },
    async stop() {
      child.send("stop");
      await ended.catch(() => undefined);
    },
  };
}
