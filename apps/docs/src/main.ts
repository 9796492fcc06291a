// Writes the site. Usage: node dist/main.js FOLDER
import { writeSite } from "./folder.js";
import { readSources } from "./read-sources.js";
import { buildSite } from "./site.js";

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error("usage: node dist/main.js FOLDER");

try {
  writeSite(folder, buildSite(await readSources()));
} catch (error) {
  console.error(`docs: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
