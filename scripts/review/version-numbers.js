// Arithmetic of version numbers.

/** @typedef {import("./rules.js").Rating} Rating */

/**
 * Number of a version that a change has to raise. Below 1.0.0 a breaking change raises the second one
 * (docs/decisions/0017-versions-below-one.md).
 * @param {string} version @param {Rating} rating
 * @returns {Rating}
 */
export function asBump(version, rating) {
  return rating === "major" && version.startsWith("0.") ? "minor" : rating;
}

/**
 * Version after a release.
 * @param {string} version three numbers
 * @param {Rating} bump number that is raised
 */
export function raise(version, bump) {
  const [major = 0, minor = 0, patch = 0] = numbers(version);
  if (bump === "major") return `${major + 1}.0.0`;
  return bump === "minor" ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`;
}

/**
 * Compares versions: below zero when the first is lower, zero when they are equal.
 * @param {string} left @param {string} right
 */
export function compareVersions(left, right) {
  const others = numbers(right);
  return numbers(left).reduce((sign, number, index) => sign || number - (others[index] ?? 0), 0);
}

/** @param {string} version */
const numbers = (version) => version.split(".").map(Number);
