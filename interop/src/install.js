// Installs the clients of package-lock.json, without their install scripts, when they are not there yet.
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("..", import.meta.url));
const [wanted, installed] = [`${folder}package-lock.json`, `${folder}node_modules/.installed-lock.json`];

/** Does nothing when the installed clients are those of the lockfile. Throws when npm fails. */
export function installClients() {
  if (existsSync(installed) && readFileSync(wanted).equals(readFileSync(installed))) return;
  console.log("installing the clients from npm …");
  const flags = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  const { status, stderr } = spawnSync("npm", flags, { cwd: folder, encoding: "utf8" });
  if (status !== 0) throw new Error(`npm ci in ${folder} failed:\n${stderr}`);
  copyFileSync(wanted, installed);
}
