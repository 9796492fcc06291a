// Installs Stryker by package-lock.json, without install scripts, when it is not there yet. Its peer, vitest, is the
// one of the workspace.
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("..", import.meta.url));
const [wanted, installed] = [`${folder}package-lock.json`, `${folder}node_modules/.installed-lock.json`];

/** Does nothing when the installed packages are those of the lockfile. Throws when npm fails. */
export function installStryker() {
  if (existsSync(installed) && readFileSync(wanted).equals(readFileSync(installed))) return;
  console.log("installing Stryker from npm …");
  const flags = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  const { status, stderr } = spawnSync("npm", flags, { cwd: folder, encoding: "utf8" });
  if (status !== 0) throw new Error(`npm ci in ${folder} failed:\n${stderr}`);
  copyFileSync(wanted, installed);
}
