// Runs the Redocly command line with telemetry and update notice off. The notice about Node 20, which no setting turns
// off, is removed from standard error.
// Usage: node scripts/redocly.js <arguments of redocly>
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const manifest = createRequire(import.meta.url).resolve("@redocly/cli/package.json");
const executable = join(dirname(manifest), "bin", "cli.js");

/**
 * Runs Redocly and waits for its end.
 * @param {string[]} parameters
 * @returns {{ status: number, stdout: string, stderr: string }}
 */
export function redocly(...parameters) {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [executable, ...parameters], {
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" },
  });
  if (error) throw error;
  const withoutNotice = stderr
    .split("\n")
    .filter((line) => !/^ *[╔║╚]/.test(line))
    .join("\n")
    .trimStart();
  return { status: status ?? 1, stdout, stderr: withoutNotice };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { status, stdout, stderr } = redocly(...process.argv.slice(2));
  process.stdout.write(stdout);
  process.stderr.write(stderr);
  process.exitCode = status;
}
