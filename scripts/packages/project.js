// Packs the packages as they would be published and installs them in an empty project, so that tests meet what users
// get: the files that are really packed, the built code, the declared dependencies.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { onceIn } from "@grantbook/test-kit/run-folder";
import { rolldown } from "rolldown";
import { inject } from "vitest";

/** Folder of this repository. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

/** The packages that users import. */
export const libraries = ["contract", "client", "server", "testing"];

/** Folders of all that is published. */
export const folders = [...libraries.map((name) => `packages/${name}`), "apps/docs", "apps/reference-server"];

/**
 * Runs a program.
 * @param {string} program @param {string[]} parameters
 * @param {import("node:child_process").ExecFileSyncOptions} options
 */
export function run(program, parameters, options = {}) {
  try {
    return execFileSync(program, parameters, { stdio: "pipe", cwd: root, ...options }).toString();
  } catch (error) {
    const { stdout = "", stderr = "" } = /** @type {{ stdout?: Buffer, stderr?: Buffer }} */ (error);
    throw new Error(`${program} ${parameters.join(" ")} failed:\n${stdout}${stderr}`);
  }
}

/**
 * A project of its own with the packed packages installed; `remove` it after use. They are packed and installed once
 * for all files of a run.
 */
export function createProject() {
  const installed = join(inject("runFolder"), "project");
  onceIn(inject("runFolder"), "project-installation", () => install(installed));
  const folder = mkdtempSync(join(tmpdir(), "grantbook-packages-"));
  cpSync(installed, folder, { recursive: true, verbatimSymlinks: true });
  const archives = join(folder, "archives");
  return {
    folder,
    archives: readdirSync(archives).map((file) => join(archives, file)),
    remove: () => rmSync(folder, { recursive: true }),
  };
}

/** Packs the packages, and installs them in a new folder. @param {string} folder */
function install(folder) {
  const turbo = join(root, "scripts/turbo.js");
  run(process.execPath, [turbo, "run", "build", "--filter=./packages/*", "--output-logs=errors-only"]);
  const archives = join(folder, "archives");
  mkdirSync(archives, { recursive: true });
  const workspaces = folders.map((name) => `--workspace=${name}`);
  run("npm", ["pack", "--silent", `--pack-destination=${archives}`, ...workspaces]);
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "empty", private: true, type: "module" }));
  const files = readdirSync(archives).map((file) => `./archives/${file}`);
  // The dependencies of the packages are in npm's cache, because this repository has them, too.
  installIn(folder, files);
}

/** Installs packages in a project, without their scripts. @param {string} folder @param {readonly string[]} names */
export function installIn(folder, names) {
  const options = ["--silent", "--prefer-offline", "--no-audit", "--no-fund", "--ignore-scripts"];
  run("npm", ["install", ...options, ...names], { cwd: folder });
}

/**
 * The TypeScript of a README, its blocks one after the other.
 * @param {string} markdown
 */
export function programIn(markdown) {
  return Array.from(markdown.matchAll(/^```ts\n(.*?)^```$/gms), ([, code]) => code).join("\n");
}

/**
 * Rewrites a program for CommonJS, which loads ES modules by `import()` in a function.
 * @param {string} program
 */
export function asCommonJs(program) {
  /** @type {string[]} */
  const types = [];
  const body = program.replaceAll(/^import (type )?(\w+|\{[^}]*\}) from (".*?");$/gm, (_, isType, names, from) => {
    const all = names.startsWith("{") ? names.slice(1, -1).split(",") : [`default: ${names}`];
    const trimmed = all.map((/** @type {string} */ name) => (isType ? `type ${name.trim()}` : name.trim()));
    const [erased = [], loaded = []] = [true, false].map((wanted) =>
      trimmed.filter((/** @type {string} */ name) => name !== "" && name.startsWith("type ") === wanted),
    );
    for (const name of erased) {
      types.push(`import type { ${name.slice(5)} } from ${from} with { "resolution-mode": "import" };`);
    }
    return loaded.length > 0 ? `const { ${loaded.join(", ")} } = await import(${from});` : "";
  });
  return `${types.join("\n")}\nvoid (async () => {\n${body}\n})();\n`;
}

/**
 * Bundles a module for browsers, as an application would.
 * @param {string} folder the project it is in @param {string} code @returns {Promise<string>}
 */
export async function bundle(folder, code) {
  const entry = join(folder, "entry.js");
  writeFileSync(entry, code);
  const bundled = await rolldown({ input: entry, platform: "browser" });
  const { output } = await bundled.generate({ format: "esm", minify: true });
  await bundled.close();
  return output[0].code;
}
