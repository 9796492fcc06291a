import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { redocly } from "../redocly.js";

/**
 * A description with its files put together.
 * @param {string} entry the file that refers to the others
 * @returns {any}
 */
export function bundle(entry) {
  const folder = mkdtempSync(join(tmpdir(), "grantbook-"));
  try {
    const file = join(folder, "openapi.json");
    const { status, stderr } = redocly("bundle", entry, "--output", file);
    if (status !== 0) throw new Error(`${entry} could not be bundled:\n${stderr}`);
    return JSON.parse(readFileSync(file, "utf8"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
