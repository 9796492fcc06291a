// Measures Grantbook beside its baselines, in turns, and writes tables. What counts is the ratios of one run.
// Usage: npm run bench -- [--quick] [--only NAME[,NAME]...] [--output FILE]
// A whole run is written to packages/benchmarks/RESULTS.md; a quick one leaves out what takes long to prepare.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { markdown, surroundings } from "./report.js";
import { check } from "./scenarios/check.js";
import { client } from "./scenarios/client.js";
import { executable } from "./scenarios/executable.js";
import { growth } from "./scenarios/growth.js";
import { project } from "./scenarios/project.js";
import { reads } from "./scenarios/reads.js";
import { writes } from "./scenarios/writes.js";

/** @type {Record<string, (folder: string, effort: import("./compare.js").Effort) => Promise<import("./report.js").Table[]>>} */
const scenarios = { check, reads, writes, growth, client, executable, project };

const { values } = readFlags();
const effort = values.quick
  ? { rounds: 2, seconds: 1, turns: 10, calls: 60, sizes: [1_000, 10_000], starts: 3 }
  : { rounds: 6, seconds: 1, turns: 50, calls: 200, sizes: [1_000, 100_000, 1_000_000], starts: 9 };
const wanted = values.only?.split(",") ?? (values.quick ? ["check", "writes", "client"] : Object.keys(scenarios));
const unknown = wanted.filter((name) => !(name in scenarios));

if (unknown.length > 0) {
  refuse(`There is nothing called ${unknown.join(", ")} to measure. There is: ${Object.keys(scenarios).join(", ")}.`);
}

const folder = mkdtempSync(join(tmpdir(), "grantbook-benchmarks-"));
const began = performance.now();
try {
  const texts = [`# Benchmarks\n\n${surroundings()}${values.quick ? " · quick" : ""}\n`];
  console.log(texts[0]);
  for (const name of wanted) {
    for (const table of (await scenarios[name]?.(folder, effort)) ?? []) {
      texts.push(markdown(table));
      console.log(texts.at(-1));
    }
  }
  console.log(`Measured in ${Math.round((performance.now() - began) / 1000)} s.`);
  const isWhole = !values.quick && !values.only;
  const output = values.output ?? (isWhole ? fileURLToPath(new URL("../RESULTS.md", import.meta.url)) : undefined);
  if (output) writeFileSync(output, texts.join("\n"));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function readFlags() {
  try {
    return parseArgs({
      options: { quick: { type: "boolean", default: false }, only: { type: "string" }, output: { type: "string" } },
    });
  } catch (error) {
    return refuse(
      `${/** @type {Error} */ (error).message}. Usage: npm run bench -- [--quick] [--only NAME[,NAME]...] [--output FILE]`,
    );
  }
}

/** @param {string} message @returns {never} */
function refuse(message) {
  console.error(message);
  process.exit(2);
}
