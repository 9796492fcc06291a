// Writes packages/contract/src/generated/ from openapi/: the types, the table of
// operations, and the bundled description.
// With --check it writes nothing and fails when a file is not what it would write, so that the description and
// the code cannot drift apart unseen.
// Usage: node scripts/generate-contract.js [--check]
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundle } from "./contract/bundle.js";
import { methodTypes } from "./contract/method-types.js";
import { callTable, operationTable } from "./contract/operation-table.js";
import { requireNamedPaths } from "./contract/path-files.js";
import { types } from "./contract/types.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const target = join(root, "packages/contract/src/generated");
const header = "// Generated from openapi/ by `npm run generate`. Do not edit.\n";

requireNamedPaths(join(root, "openapi"));
const description = bundle(join(root, "openapi/openapi.yaml"));
const flows = bundle(join(root, "openapi/flows.yaml"));
const files = {
  "types.ts": `${header}\n${await types(description)}`,
  "calls.ts": header + callTable(description),
  "operations.ts": header + operationTable(description),
  "methods.ts": header + methodTypes(description),
  "description.ts": `${header}import type { OpenApiDocument } from "../document.js";

/** The whole description, bundled: what the server validates with. */
export const description = ${JSON.stringify(description, null, 1)} as unknown as OpenApiDocument;
`,
  "flow-types.ts": `${header}\n${await types(flows)}`,
  "flow-description.ts": `${header}import type { OpenApiDocument } from "../document.js";

/** Description of the endpoints of the sign-in flows, bundled. */
export const flowDescription = ${JSON.stringify(flows, null, 1)} as unknown as OpenApiDocument;
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
