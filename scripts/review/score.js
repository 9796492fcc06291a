import { join } from "node:path";
import { entry } from "./description.js";
import { redoclyReport } from "./redocly-report.js";
import { ReviewError } from "./review-error.js";

/** @typedef {{ name: string, before: number, after: number }} Score from 0 to 100 */

/**
 * Scores of `redocly score` before and after: the total, then the parts that changed.
 * @param {string} baseFolder @param {string} headFolder
 * @returns {Promise<Score[]>}
 */
export async function scoresOf(baseFolder, headFolder) {
  const [before, after] = await Promise.all([baseFolder, headFolder].map(score));
  if (!before || !after) return [];
  return Object.keys(after)
    .map((name) => ({ name, before: before[name] ?? 0, after: after[name] ?? 0 }))
    .filter((part, index) => index === 0 || part.before !== part.after);
}

/** @param {string} folder @returns {Promise<Record<string, number>>} */
async function score(folder) {
  const { report } = await redoclyReport("score", join(folder, entry));
  if (typeof report.agentReadiness !== "number")
    throw new ReviewError("redocly score wrote a report without a score in it.");
  const parts = Object.entries(/** @type {Record<string, number>} */ (report.subscores)).map(([name, share]) => [
    name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`),
    Math.round(share * 1000) / 10,
  ]);
  return {
    "agent readiness": report.agentReadiness,
    discoverability: report.discoverability,
    ...Object.fromEntries(parts),
  };
}
