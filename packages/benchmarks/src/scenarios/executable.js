// The executable as it is installed: how long until it listens, and its memory before and after work.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { stringify } from "yaml";
import { cast } from "../cast.js";
import { spread } from "../compare.js";
import { run } from "../load.js";
import { range, short } from "../report.js";
import { checkOf } from "./check.js";

const main = fileURLToPath(new URL("../../../../apps/reference-server/dist/main.js", import.meta.url));

/** Milliseconds after which V8 has given back what only the start needed. */
const untilIdle = 15_000;

/** @param {string} folder @param {import("../compare.js").Effort} effort */
export async function executable(folder, { starts, seconds }) {
  const place = mkdtempSync(join(folder, "executable-"));
  const database = ["--database", `sqlite:${join(place, "executable.db")}`];
  // The first start makes the database and hashes the password; those after it are like any other day.
  await (await startExecutable(place, [...database, ...seedIn(place)])).stop();
  const times = [];
  for (let index = 0; index < starts; index += 1) {
    const server = await startExecutable(place, database);
    times.push(server.milliseconds);
    await server.stop();
  }
  const server = await startExecutable(place, database);
  try {
    const { memory: started } = await server.usage();
    await sleep(untilIdle);
    const { memory: idle } = await server.usage();
    const load = await checkOf(server);
    let busy = idle;
    for (let turn = 0; turn < 5; turn += 1) busy = (await run(server, load, seconds)).memory;
    const rows = [
      ["from the start to `listening`, ms", range(spread(times))],
      ["resident memory when it has started, MB", short(started / 1e6)],
      ["resident memory idle, MB", short(idle / 1e6)],
      ["resident memory after checks, MB", short(busy / 1e6)],
    ];
    return [{ title: "The executable", head: ["", ""], rows }];
  } finally {
    await server.stop();
  }
}

/**
 * Starts it, and waits until it says that it listens. What it logs is not kept.
 * @param {string} folder for its files @param {readonly string[]} flags
 */
export async function startExecutable(folder, flags) {
  const own = ["--port", "0", "--key-file", join(folder, "executable.key")];
  const began = performance.now();
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

/** The flags with which it gets the cast into its database, on its first start. @param {string} folder */
export function seedIn(folder) {
  const file = join(folder, "seed.yaml");
  writeFileSync(file, stringify({ users: [cast.user], applications: [cast.application] }));
  return ["--seed", file];
}
