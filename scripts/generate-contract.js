// Writes packages/contract/src/generated/ from openapi/: the types, the tables of
// operations for server and client, and the bundled description.
// With --check it writes nothing and fails when a file is not what it would write, so that the description and
// the code cannot drift apart unseen.
// Usage: node scripts/generate-contract.js [--check]
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import openapiTS, { astToString } from "openapi-typescript";
import { callTable, methodTypes } from "./contract/call-table.js";
import { operationsOf, resolve } from "./contract/operations.js";
import { routeTable } from "./contract/route-table.js";
import { redocly } from "./redocly.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const target = join(root, "packages/contract/src/generated");
const header = "// Generated from openapi/ by `npm run generate`. Do not edit.\n";

/** @returns {any} the description with its files put together */
function bundle() {
  const folder = mkdtempSync(join(tmpdir(), "grantbook-"));
  try {
    const file = join(folder, "openapi.json");
    const { status, stderr } = redocly("bundle", join(root, "openapi/openapi.yaml"), "--output", file);
    if (status !== 0) throw new Error(`openapi/openapi.yaml could not be bundled:\n${stderr}`);
    return JSON.parse(readFileSync(file, "utf8"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * openapi-typescript makes every header that is a reference a required one: it is given the headers themselves.
 * @param {any} description
 */
function withHeadersInPlace(description) {
  const copy = structuredClone(description);
  const answers = operationsOf(copy)
    .flatMap(({ item }) => Object.values(item.responses))
    .concat(Object.values(copy.components.responses));
  for (const { headers = {} } of answers) {
    for (const name of Object.keys(headers)) headers[name] = resolve(copy, headers[name]);
  }
  return copy;
}

const description = bundle();
const files = {
  "types.ts": `${header}\n${astToString(await openapiTS(withHeadersInPlace(description)))}`,
  "routes.ts": header + routeTable(description),
  "calls.ts": header + callTable(description),
  "methods.ts": header + methodTypes(description),
  "description.ts": `${header}import type { Description } from "../description.js";

/** The whole description, bundled: what the server validates with. */
export const description = ${JSON.stringify(description, null, 1)} as unknown as Description;
`,
};

if (process.argv.includes("--check")) {
  const stale = Object.entries(files).filter(([name, content]) => {
    try {
      return readFileSync(join(target, name), "utf8") !== content;
    } catch {
      return true;
    }
  });
  for (const [name] of stale)
    console.error(`packages/contract/src/generated/${name} is out of date: run \`npm run generate\` and commit it.`);
  process.exitCode = stale.length === 0 ? 0 : 1;
} else {
  mkdirSync(target, { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(join(target, name), content);
}
