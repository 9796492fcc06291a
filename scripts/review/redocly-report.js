import { redocly } from "../redocly.js";
import { CannotRun } from "./cannot-run.js";

/**
 * Runs a command of Redocly that reports as JSON.
 * @param {string} command
 * @param {string[]} parameters
 * @returns {{ report: any, others: any[], stderr: string }} the others are those of further files
 * @throws {CannotRun} when there is no report
 */
export function redoclyReport(command, ...parameters) {
  const { stdout, stderr } = redocly(command, ...parameters, "--format=json");
  try {
    // Reports about several files are written one after the other, with nothing between them.
    const [report, ...others] = JSON.parse(`[${stdout.replaceAll("\n}{\n", "\n},{\n")}]`);
    if (report) return { report, others, stderr };
  } catch {
    // Nothing that can be read is the same as nothing.
  }
  throw new CannotRun(`redocly ${command} did not run:\n${stderr || stdout}`);
}
