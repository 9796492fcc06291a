// Installed packages: those of the tools, and Prism, which is one of the clients' packages.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Manifest of a package, as its path and its content; `undefined` when it is not installed. */
function manifestOf(name) {
  const files = ["../node_modules", "../../node_modules"].map((folder) =>
    fileURLToPath(new URL(`${folder}/${name}/package.json`, import.meta.url)),
  );
  const file = files.find((candidate) => existsSync(candidate));
  return file && { file, content: JSON.parse(readFileSync(file, "utf8")) };
}

/** Version of a package; empty when it is not installed. */
export const versionOf = (name) => manifestOf(name)?.content.version ?? "";

/** Folder of a package. */
export const folderOf = (name) => dirname(manifestOf(name).file);

/** Path of a command of a package. */
export function commandOf(name, command) {
  const { file, content } = manifestOf(name);
  return join(dirname(file), typeof content.bin === "string" ? content.bin : content.bin[command]);
}
