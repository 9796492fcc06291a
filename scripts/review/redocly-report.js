import { redocly } from "../redocly.js";
import { CannotRun } from "./cannot-run.js";

/**
 * Runs a command of Redocly that reports as JSON.
 * @param {string} command
 * @param {string[]} parameters
 * @returns {{ report: any, stderr: string }}
 * @throws {CannotRun} when there is no report
 */
export function redoclyReport(command, ...parameters) {
  const { stdout, stderr } = redocly(command, ...parameters, "--format=json");
  try {
    return { report: JSON.parse(stdout), stderr };
  } catch {
    throw new CannotRun(`redocly ${command} did not run:\n${stderr || stdout}`);
  }
}
