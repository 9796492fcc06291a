// The executable as it is installed, in a process of its own.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { stringify } from "yaml";
import { fixtures } from "./fixtures.js";

const main = fileURLToPath(new URL("../../../apps/reference-server/dist/main.js", import.meta.url));

/** Path of the key file of the executables in a folder. @param {string} folder */
export const keyFileOf = (folder) => join(folder, "executable.key");

/**
 * Starts the executable and waits until it listens. Its log is written to a pipe and discarded.
 * @param {string} folder for its files @param {readonly string[]} flags of `grantbook serve`
 * @throws {Error} when it ends before it listens
 */
export async function startExecutable(folder, flags) {
  const own = ["--port", "0", "--key-file", keyFileOf(folder)];
  const began = performance.now();
  const child = spawn(process.execPath, [main, "serve", ...own, ...flags], { stdio: ["ignore", "pipe", "ignore"] });
  // A benchmark that fails leaves no server behind.
  const kill = () => child.kill();
  process.once("exit", kill);
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
        process.off("exit", kill);
      },
    };
  }
  throw new Error(`grantbook serve ${flags.join(" ")} ended before it listened; start it by hand to see why.`);
}

/**
 * Flags with which the first start puts the fixtures into the database.
 * @param {string} folder for the seed file
 */
export function seedFlags(folder) {
  const file = join(folder, "seed.yaml");
  writeFileSync(file, stringify({ users: [fixtures.user], applications: [fixtures.application] }));
  return ["--seed", file];
}

/** @param {number} pid */
function childrenOf(pid) {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ").filter(Boolean).map(Number);
}

/** Clock ticks a second in /proc (proc_pid_stat(5)). */
const ticks = 100;

/** @param {readonly number[]} pids @returns {import("./process.js").Usage} the sum of the processes */
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
