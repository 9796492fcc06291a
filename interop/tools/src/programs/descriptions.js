// The descriptions as the docs of the running server publish them.
import assert from "node:assert/strict";
import { mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { settings } from "../../../src/programs/check.js";

/** Of the API, and of the sign-in flows. */
const names = ["openapi.json", "flows.json"];

/** Folder of this program, for what it writes. */
export const folder = mkdtempSync(join(process.cwd(), "tool-"));

/** Address of a description. */
export const addressOf = (name) => `${settings.site}/docs/${name}`;

async function download(name) {
  const response = await fetch(addressOf(name));
  assert.equal(response.status, 200, `${addressOf(name)} responds with ${response.status}`);
  const text = await response.text();
  const path = join(folder, name);
  writeFileSync(path, text);
  return { name, path, description: JSON.parse(text) };
}

/** Both descriptions, unchanged: the file and the content of each. */
export const descriptions = await Promise.all(names.map(download));
export const [api] = descriptions;

/** Operations of a description, each with its method and path. */
export function operationsOf({ paths }) {
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );
}
