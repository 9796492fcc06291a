import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { redoclyVersion } from "../redocly.js";
import { entry } from "./description.js";
import { redoclyReport } from "./redocly-report.js";
import { ReviewError } from "./review-error.js";

/** @typedef {{ name: string, before: number, after: number }} Score from 0 to 100 */

const defaultCache = fileURLToPath(new URL("../../node_modules/.cache/grantbook-scores", import.meta.url));

/**
 * Scores of `redocly score` before and after: the total, then the parts that changed.
 * @param {string} baseFolder @param {string} headFolder @param {string} [cache] folder of the scores that are known
 * @returns {Promise<Score[]>}
 */
export async function scoresOf(baseFolder, headFolder, cache = defaultCache) {
  const [before, after] = await Promise.all([score(baseFolder, cache), score(headFolder, cache)]);
  return Object.entries(after)
    .map(([name, value]) => ({ name, before: before[name] ?? 0, after: value }))
    .filter((part, index) => index === 0 || part.before !== part.after);
}

/**
 * Scores of a description; they are kept by its content, because the base of a review is nearly always known.
 * @param {string} folder @param {string} cache
 * @returns {Promise<Record<string, number>>}
 */
async function score(folder, cache) {
  const file = join(cache, `${hashOf(folder)}.json`);
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    // Not scored yet.
  }
  const scores = await scoreNow(folder);
  mkdirSync(cache, { recursive: true });
  writeFileSync(file, JSON.stringify(scores));
  return scores;
}

/** @param {string} folder */
function hashOf(folder) {
  const hash = createHash("sha256").update(redoclyVersion);
  for (const name of readdirSync(join(folder, "openapi"), { recursive: true, encoding: "utf8" }).toSorted()) {
    if (name.endsWith(".yaml")) hash.update(`\0${name}\0`).update(readFileSync(join(folder, "openapi", name)));
  }
  return hash.digest("hex");
}

/** @param {string} folder @returns {Promise<Record<string, number>>} */
async function scoreNow(folder) {
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
