// Drives clients that others wrote against the executable: npm run interop -- [--only NAME …] [--json FILE] [--write].
// --write stores the result for the docs. Ends with `N passed, N failed, N skipped`. A client that is not installed is
// skipped; with CI set, it has failed.
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { installClients } from "./install.js";
import { isCommitted, writeResults } from "./results.js";

/** Characters of an error in the report; the JSON has all of it. */
const maxErrorLength = 300;

const { only, json, write } = parseFlags();
installClients();
const { clients } = await import("./clients.js");
const { host, openTls, startServer } = await import("./server.js");
const { runClient } = await import("./run-client.js");
const { seedFor, settingsOf } = await import("./settings.js");

const chosen = clients.filter(({ id }) => only === undefined || only.includes(id));
if (chosen.length === 0) fail(`no client is called ${only}; there are ${clients.map(({ id }) => id).join(", ")}`);

const total = { passed: 0, failed: 0, skipped: 0 };
const results = [];
const tls = await openTls();
const all = chosen.map((client) => ({ client, settings: settingsOf(client, { host, port: tls.port }) }));
const seed = seedFor(all.map(({ settings }) => settings));
const server = await startServer({ folder: tls.folder, site: all[0].settings.site, seed });
tls.forwardTo(server.port);
try {
  for (const { client, settings } of all) {
    const start = performance.now();
    report(client, await checksOf(client, settings), Math.round((performance.now() - start) / 1000));
  }
} finally {
  await server.stop();
  tls.close();
}
for (const line of server.failures()) {
  total.failed += 1;
  console.log(`FAILED the server itself: ${line}`);
}
if (write && only === undefined && total.failed + total.skipped === 0) writeResults(results);
if (only === undefined && total.failed + total.skipped === 0 && !isCommitted(results)) {
  total.failed += 1;
  console.log("FAILED interop/results.json, which is not what this run has found: npm run interop -- --write");
}
if (json) writeFileSync(json, `${JSON.stringify(results, null, 2)}\n`);
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed === 0 ? 0 : 1;

async function checksOf(client, settings) {
  const blocked = client.needsPort443 && tls.port !== 443 ? `port 443 of ${host} cannot be used` : undefined;
  const missing = client.missing ?? blocked;
  if (missing === undefined) return runClient(client, settings, tls);
  const skipped = { operation: "-", expected: "the client can be run here" };
  return [process.env.CI ? { ...skipped, error: missing } : { ...skipped, skipped: missing }];
}

function report({ id, name }, checks, seconds) {
  const count = (outcome) => checks.filter((check) => outcomeOf(check) === outcome).length;
  for (const check of checks) total[outcomeOf(check)] += 1;
  results.push({ id, name, checks });
  const failed = count("failed");
  console.log(
    `${failed > 0 ? "FAILED" : count("skipped") > 0 ? "-     " : "ok    "} ${name}: ${count("passed")} checks, ${seconds} s`,
  );
  for (const check of checks) {
    const problem = check.error ?? check.skipped;
    if (!problem) continue;
    const shown = problem.replaceAll(/\s+/g, " ").slice(0, maxErrorLength);
    console.log(`         ${check.operation}\n           expected ${check.expected}\n           ${shown}`);
  }
}

function outcomeOf({ error, skipped }) {
  if (error !== undefined) return "failed";
  return skipped === undefined ? "passed" : "skipped";
}

function parseFlags() {
  try {
    const only = { type: "string", multiple: true };
    return parseArgs({ options: { only, json: { type: "string" }, write: { type: "boolean" } } }).values;
  } catch ({ message }) {
    return fail(message);
  }
}

function fail(message) {
  console.error(`interop: ${message}`);
  process.exit(2);
}
