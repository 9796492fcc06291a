// Temporary folders with files, for tests; they are removed after the tests of a file.
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll } from "vitest";

/** @type {string[]} */
const folders = [];
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/**
 * New folder with files: texts, or what is written as JSON, which is YAML as well.
 * @param {Record<string, unknown>} files by path
 */
export function folderWith(files) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "grantbook-files-")));
  folders.push(folder);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), typeof content === "string" ? content : JSON.stringify(content));
  }
  return folder;
}
