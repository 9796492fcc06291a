// Runs all checks and tests, and prints the totals in the last line: `N passed, N failed, N skipped`. Each check counts
// as one, each test as one. Skipped tests are listed, and a table says where the time went.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { timeTable } from "./test/times.js";

const root = fileURLToPath(new URL("..", import.meta.url));

const checks = [
  { name: "types", command: ["npm", "run", "--silent", "types"] },
  { name: "generated files are up to date", command: ["node", "scripts/generate-contract.js", "--check"] },
  { name: "code lint", command: ["npx", "biome", "check", "--error-on-warnings", "."] },
  {
    name: "description lint",
    command: ["node", "scripts/redocly.js", "lint", "openapi/openapi.yaml", "openapi/workflows/*.yaml"],
  },
  { name: "build", command: ["node", "scripts/turbo.js", "run", "build", "--output-logs=errors-only"] },
];

const total = { passed: 0, failed: 0, skipped: 0 };
/** @typedef {import("./test/times.js").Time} Time */
/** @type {{ parts: Time[], checks: Time[] }} */
const times = { parts: [], checks: [] };

// Two at a time: most of them use one processor.
const waiting = [...checks];
await timed("checks", times.parts, () =>
  Promise.all(
    [1, 2].map(async () => {
      for (let check = waiting.shift(); check; check = waiting.shift()) await runCheck(check);
    }),
  ),
);
await runTests();
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed === 0 ? 0 : 1;

/** @param {{ name: string, command: string[] }} check */
async function runCheck({ name, command: [program = "", ...parameters] }) {
  const check = spawn(program, parameters, { stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [check.stdout, check.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => {
      output += text;
    });
  }
  const [status] = await timed(name, times.checks, () => once(check, "close"));
  total[status === 0 ? "passed" : "failed"] += 1;
  console.log(`${status === 0 ? "ok    " : "FAILED"} ${name}`);
  if (status !== 0) console.log(output);
}

/**
 * Runs a piece of work, and adds how long it took.
 * @template T @param {string} name @param {Time[]} list @param {() => T} work @returns {Promise<Awaited<T>>}
 */
async function timed(name, list, work) {
  const start = performance.now();
  const result = await work();
  list.push({ name, seconds: (performance.now() - start) / 1000 });
  return result;
}

async function runTests() {
  const folder = mkdtempSync(join(tmpdir(), "grantbook-test-"));
  const report = join(folder, "report.json");
  try {
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
    const command = ["vitest", "run", ...reporters];
    const { status } = await timed("tests", times.parts, () => spawnSync("npx", command, { stdio: "inherit" }));
    const results = JSON.parse(readFileSync(report, "utf8"));
    total.passed += results.numPassedTests;
    total.skipped += results.numPendingTests + results.numTodoTests;
    // A file that fails to load, or an error between tests, has no failed test of its own.
    total.failed += Math.max(results.numFailedTests, status === 0 ? 0 : 1);
    console.log(timeTable(root, { ...times, results: results.testResults }));
    for (const file of results.testResults) {
      for (const { status: outcome, fullName } of file.assertionResults) {
        if (outcome !== "passed" && outcome !== "failed") console.log(`skipped: ${fullName}`);
      }
    }
  } catch (error) {
    total.failed += 1;
    console.log(`The tests did not run: ${error}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
