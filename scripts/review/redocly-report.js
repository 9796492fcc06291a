import { redoclyInBackground } from "../redocly.js";
import { ReviewError } from "./review-error.js";

/**
 * Runs a command of Redocly that reports as JSON.
 * @param {string} command
 * @param {string[]} parameters
 * @returns {Promise<{ report: any, others: any[], stderr: string }>} `others` are the reports of further files
 * @throws {ReviewError} when there is no report
 */
export async function redoclyReport(command, ...parameters) {
  const { stdout, stderr } = await redoclyInBackground(command, ...parameters, "--format=json");
  try {
    // Reports about several files are written one after the other, with nothing between them.
    const [report, ...others] = JSON.parse(`[${stdout.replaceAll("\n}{\n", "\n},{\n")}]`);
    if (report) return { report, others, stderr };
  } catch {
    // Unreadable output is handled like no output.
  }
  throw new ReviewError(`redocly ${command} did not run:\n${stderr || stdout}`);
}
