import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";

/** Folders that hold no source of ours. */
const skipped = new Set(["node_modules", "dist", "site", "generated", "coverage"]);

/** Hidden folders with sources of ours; all others belong to tools. */
const hidden = new Set([".ci", ".github", ".changeset"]);

/**
 * Source file of the repository.
 * @typedef {{ file: string, text: string }} Source the file is relative to the root, with forward slashes
 */

/**
 * Reads every source file of the repository with one of the extensions. Generated files, dependencies and build
 * results are left out, and so are the hidden folders of tools.
 * @param {string} root
 * @param {readonly string[]} extensions such as `.ts`
 * @returns {Source[]} sorted by file
 */
export function readSources(root, extensions) {
  return filesIn(root, "")
    .filter((file) => extensions.includes(extname(file)))
    .toSorted()
    .map((file) => ({ file, text: readFileSync(join(root, file), "utf8") }));
}

/** @param {string} root @param {string} folder @returns {string[]} */
function filesIn(root, folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (entry.isFile()) return [path];
    const isOurs = entry.name.startsWith(".") ? hidden.has(entry.name) : !skipped.has(entry.name);
    return entry.isDirectory() && isOurs ? filesIn(root, path) : [];
  });
}
