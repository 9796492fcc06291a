// Packs the packages as they would be published and installs them in an empty project, so that tests meet what users
// get: the files that are really packed, the built code, the declared dependencies.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
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
 * A folder for a test file in the project with the packed packages, which are packed and installed once a run. Tests
 * leave the packages as they are; the folder goes with the run.
 */
export function createProject() {
  const project = installedProject();
  const archives = join(project, "archives");
  return {
    folder: mkdtempSync(join(project, "tests-")),
    archives: readdirSync(archives).map((file) => join(archives, file)),
    /** Path of something installed. @param {string[]} path */
    installed: (...path) => join(project, "node_modules", ...path),
  };
}

/** A copy of the project, for tests that change what is installed; `remove` it after use. */
export function copyProject() {
  const folder = mkdtempSync(join(tmpdir(), "grantbook-packages-"));
  const isOwn = (/** @type {string} */ path) => !basename(path).startsWith("tests-");
  cpSync(installedProject(), folder, { recursive: true, verbatimSymlinks: true, filter: isOwn });
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}

/** Folder of the project. */
function installedProject() {
  const folder = join(inject("runFolder"), "project");
  onceIn(inject("runFolder"), "project-installation", () => install(folder));
  return folder;
}

/** Packs the packages, and installs them in a new folder. @param {string} folder */
function install(folder) {
  const turbo = join(root, "scripts/turbo.js");
  run(process.execPath, [turbo, "run", "build", "--filter=./packages/*", "--output-logs=errors-only"]);
  const archives = join(folder, "archives");
  mkdirSync(archives, { recursive: true });
  const workspaces = folders.map((name) => `--workspace=${name}`);
  const packed = JSON.parse(run("npm", ["pack", "--json", `--pack-destination=${archives}`, ...workspaces]));
  const files = packed.map((/** @type {{ name: string, filename: string }} */ { name, filename }) => {
    return [name, `file:archives/${filename}`];
  });
  // The dependencies of the packages are in npm's cache, because this repository has them, too.
  installIn(folder, Object.fromEntries(files));
}

/**
 * Installs packages in a folder, without their scripts.
 * @param {string} folder @param {Readonly<Record<string, string>>} dependencies versions by name
 */
export function installIn(folder, dependencies) {
  const manifest = { name: "empty", private: true, type: "module", dependencies };
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest));
  run("npm", ["install", "--silent", "--prefer-offline", "--no-audit", "--no-fund", "--ignore-scripts"], {
    cwd: folder,
  });
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
