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
 * Starts it on a file, and waits until it says that it listens. Gives milliseconds until then.
 * @param {string} folder @param {string} seed @param {readonly string[]} flags
 */
export async function startExecutable(folder, seed, flags = []) {
  const began = performance.now();
  const files = ["--database", `sqlite:${join(folder, "executable.db")}`, "--key-file", join(folder, "executable.key")];
  const child = spawn(process.execPath, [main, "serve", "--port", "0", ...files, "--seed", seed, ...flags], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  for await (const line of createInterface(child.stdout)) {
    const [, url] = /^listening on (http:\S+)/.exec(line) ?? [];
    if (!url) continue;
    child.stdout.resume();
    return {
      url,
      milliseconds: performance.now() - began,
      /** Resident memory in bytes. */
      memory: () => Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1]) * 1024,
      async stop() {
        child.kill("SIGTERM");
        await once(child, "exit");
      },
    };
  }
  throw new Error("grantbook serve ended before it listened.");
}

/** The seed file for it. */
export const seedText = stringify({ users: [cast.user], applications: [cast.application] });
