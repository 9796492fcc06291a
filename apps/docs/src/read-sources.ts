import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { description, flowDescription } from "@grantbook/contract/description";
import { parse } from "yaml";
import type { TextFile } from "./changelog.js";
import type { Sources } from "./site.js";
import type { Arazzo } from "./workflow.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));

const assets = ["console.js", "icon.svg", "page.js", "search.js", "search-ranking.js", "theme.js"];

/** Parts of the style sheet, in cascade order. */
const styles = ["base", "frame", "text", "tables", "reference", "code", "console", "search", "print"];

/** Reads the sources of the site from the repository. */
export function readSources(): Sources {
  return {
    description,
    flows: flowDescription,
    guides: filesIn("apps/docs/guides", ".md").map(readText),
    workflows: filesIn("openapi/workflows", ".arazzo.yaml").map(readWorkflow),
    changelogs: [".", ...foldersIn("packages"), ...foldersIn("apps")]
      .flatMap((folder) => filesIn(folder, "CHANGELOG.md"))
      .map(readText),
    clients: readText("interop/results.json"),
    comparison: readText("interop/comparison.json"),
    assets: new Map([
      ...assets.map((name) => [`assets/${name}`, readText(`apps/docs/assets/${name}`).text] as const),
      ["assets/style.css", styles.map((name) => readText(`apps/docs/assets/style/${name}.css`).text).join("\n")],
      ["assets/minisearch.js", readMiniSearch()],
    ]),
  };
}

function foldersIn(folder: string): string[] {
  const entries = readdirSync(join(root, folder), { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => `${folder}/${name}`);
}

/** Lists the files of a folder with a name that ends with `end`, sorted. */
function filesIn(folder: string, end: string): string[] {
  const entries = readdirSync(join(root, folder), { withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile() && entry.name.endsWith(end)).map(({ name }) => name);
  return names.sort().map((name) => relative(root, join(root, folder, name)).replaceAll(sep, "/"));
}

function readText(file: string): TextFile {
  return { file, text: readFileSync(join(root, file), "utf8") };
}

/** Reads a workflow; the linter of the description has checked its form. */
function readWorkflow(file: string): Sources["workflows"][number] {
  return { file, document: parse(readText(file).text) as Arazzo };
}

/** Reads the search engine as a script, with its licence. */
function readMiniSearch(): string {
  const folder = join(dirname(createRequire(import.meta.url).resolve("minisearch")), "../..");
  const licence = readFileSync(join(folder, "LICENSE.txt"), "utf8");
  const script = readFileSync(join(folder, "dist/umd/index.js"), "utf8");
  return `/*\nMiniSearch\n${licence}*/\n${script.replace(/\/\/# sourceMappingURL=.*\n?/, "")}`;
}
