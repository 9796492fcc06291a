import { execFile, spawnSync } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Tests whether bash and curl are installed, which samples for a shell need. */
export const hasCurl = spawnSync("bash", ["-c", "curl --version"]).status === 0;

// As curl is, but quiet, and telling the status of each answer on a line of standard error.
const prelude = `set -e
curl() { command curl --silent --show-error --write-out '%{stderr}%{http_code}\\n' "$@"; }
`;

/** Runs lines for a shell, and gives what they print and the status of every answer they got. */
export async function runShell(lines: string): Promise<{ output: string; statuses: number[] }> {
  const { stdout, stderr } = await run("bash", ["-c", prelude + lines]);
  return { output: stdout, statuses: stderr.trim().split("\n").filter(Boolean).map(Number) };
}
