// Folders with files, for tests.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { newFolder } from "@grantbook/test-kit/temporary-folder";

/**
 * New folder with files, which is there until the test file ends: texts, or what is written as JSON, which is YAML as
 * well.
 * @param {Record<string, unknown>} files by path
 */
export function folderWith(files) {
  const folder = newFolder();
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), typeof content === "string" ? content : JSON.stringify(content));
  }
  return folder;
}
