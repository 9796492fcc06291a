// Measures Grantbook and its baselines in rounds, and writes tables. The ratios within one run are what counts.
// A complete run goes to packages/benchmarks/RESULTS.md; a quick one leaves out slow scenarios. `--help` has more.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { environment, markdown } from "./report.js";
import { check } from "./scenarios/check.js";
import { client } from "./scenarios/client.js";
import { executable } from "./scenarios/executable.js";
import { growth } from "./scenarios/growth.js";
import { oneUser } from "./scenarios/one-user.js";
import { peers } from "./scenarios/peers.js";
import { project } from "./scenarios/project.js";
import { reads } from "./scenarios/reads.js";
import { tail } from "./scenarios/tail.js";
import { writes } from "./scenarios/writes.js";

/**
 * @typedef {(folder: string, effort: import("./compare.js").Effort) => Promise<import("./report.js").Table[]>} Scenario
 * @type {Record<string, Scenario>}
 */
const scenarios = { check, peers, reads, writes, growth, "one-user": oneUser, tail, client, executable, project };
const quick = ["check", "writes", "client"];
/** Measured only when it is named: it runs all tests of the project. */
const onDemand = "project";
const complete = Object.keys(scenarios).filter((name) => name !== onDemand);

const usage = `Usage: npm run bench -- [--quick] [--only NAME[,NAME]...] [--output FILE]

Measures the scenarios ${complete.join(", ")}: about eleven minutes.
  --quick   only ${quick.join(", ")}, in few rounds: about a minute
  --only    only these scenarios; ${onDemand} takes as long as npm test, and is measured only when it is named
  --output  file for the tables; by default those of a complete run are written to packages/benchmarks/RESULTS.md`;

const { values } = readFlags();
if (values.help) {
  console.log(usage);
  process.exit();
}
const effort = values.quick
  ? { rounds: 2, seconds: 1, turns: 10, calls: 60, sizes: [1_000, 10_000], starts: 3 }
  : { rounds: 6, seconds: 1, turns: 50, calls: 200, sizes: [1_000, 100_000, 1_000_000], starts: 9 };
const wanted = values.only?.split(",") ?? (values.quick ? quick : complete);
const unknown = wanted.filter((name) => !Object.hasOwn(scenarios, name));

if (unknown.length > 0) {
  fail(`unknown scenario: ${unknown.join(", ")}; known: ${Object.keys(scenarios).join(", ")}`);
}

const folder = mkdtempSync(join(tmpdir(), "grantbook-benchmarks-"));
const began = performance.now();
try {
  const parts = [`# Benchmarks\n\n${environment()}${values.quick ? " · quick" : ""}\n`];
  console.log(parts[0]);
  for (const name of wanted) {
    for (const table of (await scenarios[name]?.(folder, effort)) ?? []) {
      parts.push(markdown(table));
      console.log(parts.at(-1));
    }
  }
  console.log(`Measured in ${Math.round((performance.now() - began) / 1000)} s.`);
  const isComplete = !values.quick && !values.only;
  const output = values.output ?? (isComplete ? fileURLToPath(new URL("../RESULTS.md", import.meta.url)) : undefined);
  if (output) writeFileSync(output, parts.join("\n"));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function readFlags() {
  try {
    return parseArgs({
      options: {
        quick: { type: "boolean", default: false },
        only: { type: "string" },
        output: { type: "string" },
        help: { type: "boolean", default: false },
      },
    });
  } catch (error) {
    return fail(`${/** @type {Error} */ (error).message}\n${usage}`);
  }
}

/** @param {string} message @returns {never} */
function fail(message) {
  console.error(message);
  process.exit(2);
}
