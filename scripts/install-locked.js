// Installs the packages of a folder's package-lock.json, without their install scripts, when they are not there yet.
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Does nothing when the installed packages are those of the lockfile.
 * @param {string} folder
 * @throws {Error} when npm fails
 */
export function installLocked(folder) {
  const [wanted, installed] = [join(folder, "package-lock.json"), join(folder, "node_modules/.installed-lock.json")];
  if (existsSync(installed) && readFileSync(wanted).equals(readFileSync(installed))) return;
  console.log(`installing the packages of ${folder} from npm …`);
  const flags = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  const { status, stderr } = spawnSync("npm", flags, { cwd: folder, encoding: "utf8" });
  if (status !== 0) throw new Error(`npm ci in ${folder} failed:\n${stderr}`);
  copyFileSync(wanted, installed);
}
