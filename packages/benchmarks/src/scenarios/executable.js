// The executable as it is installed: how long until it listens, and its memory before and after work.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { stringify } from "yaml";
import { cast } from "../cast.js";

const main = fileURLToPath(new URL("../../../../apps/reference-server/dist/main.js", import.meta.url));

/**
 * Starts it, and waits until it says that it listens.
 * @param {string} folder for its files @param {string} seed @param {readonly string[]} flags
 */
export async function startExecutable(folder, seed, flags = ["--database", `sqlite:${join(folder, "executable.db")}`]) {
  const began = performance.now();
  const own = ["--port", "0", "--key-file", join(folder, "executable.key"), "--seed", seed];
  const child = spawn(process.execPath, [main, "serve", ...own, ...flags], { stdio: ["ignore", "pipe", "ignore"] });
  const { pid = 0 } = child;
  for await (const line of createInterface(child.stdout)) {
    const [, url] = /^listening on (http:\S+)/.exec(line) ?? [];
    if (!url) continue;
    const milliseconds = performance.now() - began;
    child.stdout.resume();
    return {
      url,
      facts: {},
      /** From its start until it listened. */
      milliseconds,
      usage: async () => usageOf([pid, ...childrenOf(pid)]),
      async stop() {
        child.kill("SIGTERM");
        await once(child, "exit");
      },
    };
  }
  throw new Error("grantbook serve ended before it listened.");
}

/** @param {number} pid */
function childrenOf(pid) {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ").filter(Boolean).map(Number);
}

/** Ticks of a processor that Linux counts in a second. */
const ticks = 100;

/** @param {readonly number[]} pids @returns {import("../process.js").Usage} */
function usageOf(pids) {
  let cpu = 0;
  let memory = 0;
  for (const pid of pids) {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
    cpu += ((Number(fields[11]) + Number(fields[12])) / ticks) * 1e6;
    memory += Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) * 1024;
  }
  return { cpu, memory };
}

/** The seed file for it. */
export const seedText = stringify({ users: [cast.user], applications: [cast.application] });
