// Runs the Redocly command line with telemetry and update notice off. The notice about Node 20, which no setting turns
// off, is removed from standard error.
// Usage: node scripts/redocly.js <arguments of redocly>
import { execFile, spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);
const manifest = require.resolve("@redocly/cli/package.json");
const executable = join(dirname(manifest), "bin", "cli.js");

/** @type {string} */
export const redoclyVersion = require(manifest).version;

const environment = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
const maxBuffer = 64 * 1024 * 1024;

/** @typedef {{ status: number, stdout: string, stderr: string }} Result */

/**
 * Runs Redocly and waits for its end.
 * @param {string[]} parameters
 * @returns {Result}
 */
export function redocly(...parameters) {
  const options = /** @type {const} */ ({ encoding: "utf8", maxBuffer, env: environment });
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [executable, ...parameters], options);
  if (error) throw error;
  return { status: status ?? 1, stdout, stderr: withoutNotice(stderr) };
}

/**
 * Runs Redocly in the background, so that several commands can run at a time.
 * @param {string[]} parameters
 * @returns {Promise<Result>}
 */
export function redoclyInBackground(...parameters) {
  return new Promise((resolve, reject) => {
    const options = { maxBuffer, env: environment };
    execFile(process.execPath, [executable, ...parameters], options, (error, stdout, stderr) => {
      if (error && typeof error.code !== "number") reject(error);
      else resolve({ status: Number(error?.code ?? 0), stdout, stderr: withoutNotice(stderr) });
    });
  });
}

/** @param {string} stderr */
function withoutNotice(stderr) {
  const lines = stderr.split("\n").filter((line) => !/^ *[╔║╚]/.test(line));
  return lines.join("\n").trimStart();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { status, stdout, stderr } = redocly(...process.argv.slice(2));
  process.stdout.write(stdout);
  process.stderr.write(stderr);
  process.exitCode = status;
}
