// The executable as it is installed: milliseconds until it listens, and its memory before and after load.
import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { run } from "../load.js";
import { checkTokenLoad } from "../loads/check-token.js";
import { range, short } from "../report.js";
import { seedFlags, startExecutable } from "../start-executable.js";
import { summarize } from "../summarize.js";

/** Milliseconds after which V8 has released what only the start needed. */
const untilIdle = 15_000;

/** @param {string} folder @param {import("../compare.js").Effort} effort */
export async function executable(folder, { starts, seconds }) {
  const place = mkdtempSync(join(folder, "executable-"));
  const database = ["--database", `sqlite:${join(place, "executable.db")}`];
  // The first start creates the database and hashes the password; only the later ones are measured.
  await (await startExecutable(place, [...database, ...seedFlags(place)])).stop();
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
    const load = await checkTokenLoad(server);
    let busy = idle;
    for (let round = 0; round < 5; round += 1) busy = (await run(server, load, seconds)).memory;
    const rows = [
      ["from the start to `listening`, ms", range(summarize(times))],
      ["resident memory when it has started, MB", short(started / 1e6)],
      ["resident memory idle, MB", short(idle / 1e6)],
      ["resident memory after checks, MB", short(busy / 1e6)],
    ];
    return [{ title: "The executable", head: ["", ""], rows }];
  } finally {
    await server.stop();
  }
}
