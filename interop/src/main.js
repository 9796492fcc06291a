// Drives clients that others wrote against the executable: npm run interop -- [--only NAME …] [--json FILE] [--write].
// Then gives tools that others wrote the descriptions, and compares our client and test server with others. --write
// stores all results for the docs. Ends with `N passed, N failed, N skipped`. A client or a tool that is not installed
// is skipped; with CI set, it has failed.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual, parseArgs } from "node:util";
import { installLocked } from "../../scripts/install-locked.js";
import { createReport, missingClient } from "./report.js";
import { isCommitted, writeResults } from "./results.js";

const { only, json, write } = parseFlags();
const folder = fileURLToPath(new URL("..", import.meta.url));
installLocked(folder);
const withoutTools = installTools();
const { clients } = await import("./clients.js");
const { tools } = await import("../tools/src/tools.js");
const { host, openTls, startServer } = await import("./server.js");
const { runClient } = await import("./run-client.js");
const { seedFor, settingsOf } = await import("./settings.js");
const { commit, committed, compareAll } = await import("./comparison/compare.js");

const everyone = [...clients, ...tools.map((tool) => ({ ...tool, missing: withoutTools ?? tool.missing }))];
const chosen = everyone.filter(({ id }) => only === undefined || only.includes(id));
if (chosen.length === 0) fail(`nothing is called ${only}; there are ${everyone.map(({ id }) => id).join(", ")}`);

const report = createReport(console.log);
const tls = await openTls();
const all = chosen.map((client) => ({ client, settings: settingsOf(client, { host, port: tls.port }) }));
const seed = seedFor(all.map(({ settings }) => settings));
const server = await startServer({ folder: tls.folder, site: all[0].settings.site, seed });
tls.forwardTo(server.port);
try {
  for (const { client, settings } of all) {
    const start = performance.now();
    report.add(client, await checksOf(client, settings), Math.round((performance.now() - start) / 1000));
  }
  if (only === undefined) await compareWithOthers();
} finally {
  await server.stop();
  tls.close();
}
for (const line of server.failures()) report.fail(`the server itself: ${line}`);
const { results, total } = report;
if (only === undefined && total.failed + total.skipped === 0) {
  if (write) writeResults(results);
  else if (!isCommitted(results)) {
    report.fail("interop/results.json, which is not what this run has found: npm run interop -- --write");
  }
}
if (json) writeFileSync(json, `${JSON.stringify(results, null, 2)}\n`);
process.exitCode = report.end();

async function compareWithOthers() {
  const rows = await compareAll(tls.folder);
  if (write) commit(rows);
  else if (!isDeepStrictEqual(rows, committed()))
    report.fail("interop/comparison.json, which is not what this run has found: npm run interop -- --write");
}

/** Installs the tools, and returns why that failed. */
function installTools() {
  try {
    installLocked(join(folder, "tools"));
    return undefined;
  } catch ({ message }) {
    return message;
  }
}

async function checksOf(client, settings) {
  const blocked = client.needsPort443 && tls.port !== 443 ? `port 443 of ${host} cannot be used` : undefined;
  const missing = client.missing ?? blocked;
  return missing === undefined ? runClient(client, settings, tls) : missingClient(missing, Boolean(process.env.CI));
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
