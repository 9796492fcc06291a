// Writes packages/contract/src/generated/ from openapi/: the types, the route table, and the bundled description.
// With --check it writes nothing and fails when a file is not what it would write, so that the description and
// the code cannot drift apart unseen.
// Usage: node scripts/generate-contract.js [--check]
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import openapiTS, { astToString } from "openapi-typescript";
import { redocly } from "./redocly.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const target = join(root, "packages/contract/src/generated");
const header = "// Generated from openapi/ by `npm run generate`. Do not edit.\n";
const methods = ["get", "put", "post", "delete", "patch"];

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

/** @param {any} description @param {any} node */
function resolve(description, node) {
  if (!node.$ref) return node;
  const keys = node.$ref.slice(2).split("/");
  return keys.reduce(
    (/** @type {any} */ value, /** @type {string} */ key) => value[key.replaceAll("~1", "/").replaceAll("~0", "~")],
    description,
  );
}

/**
 * openapi-typescript makes every header that is a reference a required one: it is given the headers themselves.
 * @param {any} description
 */
function withHeadersInPlace(description) {
  const copy = structuredClone(description);
  const answers = Object.values(copy.paths)
    .flatMap((item) => methods.flatMap((method) => Object.values(item[method]?.responses ?? {})))
    .concat(Object.values(copy.components.responses));
  for (const { headers = {} } of answers) {
    for (const name of Object.keys(headers)) headers[name] = resolve(copy, headers[name]);
  }
  return copy;
}

/** @param {any} description */
function routeTable(description) {
  const lines = [];
  for (const [path, item] of Object.entries(description.paths)) {
    for (const method of methods.filter((name) => item[name])) {
      const operation = item[method];
      const statuses = Object.keys(operation.responses).map(Number);
      const parameters = operation.parameters.map((/** @type {any} */ parameter) => resolve(description, parameter));
      const route = {
        method: method.toUpperCase(),
        path,
        caller: Object.keys(operation.security[0])[0] ?? "anyone",
        removal: operation["x-github"]?.removalDate ?? null,
        defaults: Object.fromEntries(
          parameters
            .filter((/** @type {any} */ { in: place, schema }) => place === "query" && "default" in schema)
            .map((/** @type {any} */ { name, schema }) => [name, schema.default]),
        ),
        statuses,
        unreachable: statuses.filter((status) => "x-unreachable" in resolve(description, operation.responses[status])),
      };
      lines.push(`  ${JSON.stringify(operation.operationId)}: ${JSON.stringify(route)},\n`);
    }
  }
  return `${header}import type { Route } from "../route.js";
import type { operations } from "./types.js";

/** Every operation of the description, one a line. */
export const routes = {
${lines.join("")}} as const satisfies Record<keyof operations, Route>;
`;
}

const description = bundle();
const files = {
  "types.ts": `${header}\n${astToString(await openapiTS(withHeadersInPlace(description)))}`,
  "routes.ts": routeTable(description),
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
