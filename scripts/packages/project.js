// Packs the packages as they would be published and installs them in an empty project, so that tests meet what users
// get: the files that are really packed, the built code, the declared dependencies.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The packages that users import. */
export const libraries = ["contract", "client", "server", "testing"];

/** Folders of all that is published. */
const folders = [...libraries.map((name) => `packages/${name}`), "apps/docs", "apps/reference-server"];

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

/** An empty project with the packed packages installed; `remove` it after use. */
export function createProject() {
  run(process.execPath, [
    join(root, "scripts/turbo.js"),
    "run",
    "build",
    "--filter=./packages/*",
    "--output-logs=errors-only",
  ]);
  const folder = mkdtempSync(join(tmpdir(), "grantbook-packages-"));
  const archives = join(folder, "archives");
  mkdirSync(archives);
  const workspaces = folders.map((name) => `--workspace=${name}`);
  run("npm", ["pack", "--silent", `--pack-destination=${archives}`, ...workspaces]);
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "empty", private: true, type: "module" }));
  const files = readdirSync(archives).map((file) => join(archives, file));
  // The dependencies of the packages are in npm's cache, because this repository has them, too.
  run("npm", ["install", "--silent", "--prefer-offline", "--no-audit", "--no-fund", "--ignore-scripts", ...files], {
    cwd: folder,
  });
  return {
    folder,
    archives: files,
    remove: () => rmSync(folder, { recursive: true }),
  };
}

/**
 * The TypeScript of a README, its blocks one after the other.
 * @param {string} markdown
 */
export function programIn(markdown) {
  return Array.from(markdown.matchAll(/^```ts\n(.*?)^```$/gms), ([, code]) => code).join("\n");
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
