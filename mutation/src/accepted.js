import { readFileSync } from "node:fs";

/**
 * @typedef {import("./run-stryker.js").Mutant} Mutant
 * @typedef {{ file: string, original: string, replacement: string, reason: string }} Accepted
 */

/** Survivors that no test can or should notice, each with the reason. @type {Accepted[]} */
export const accepted = JSON.parse(readFileSync(new URL("../accepted.json", import.meta.url), "utf8"));

/** True for faults that no test noticed. @param {Mutant} mutant */
export const isSurvivor = ({ status }) => status === "Survived" || status === "NoCoverage";

/** True for a survivor that is accepted. @param {Mutant} mutant */
export const isAccepted = (mutant) =>
  isSurvivor(mutant) &&
  accepted.some(
    ({ file, original, replacement }) =>
      file === mutant.file && original === mutant.original && replacement === mutant.replacement,
  );

/**
 * Survivors that are not accepted, and entries of the list that belong to a file of the run and fit none of its faults.
 * @param {Mutant[]} mutants
 */
export function acceptedIn(mutants) {
  const files = new Set(mutants.map(({ file }) => file));
  return {
    remaining: mutants.filter((mutant) => isSurvivor(mutant) && !isAccepted(mutant)),
    outdated: accepted.filter(
      (entry) =>
        files.has(entry.file) &&
        !mutants.some(
          ({ file, original, replacement }) =>
            file === entry.file && original === entry.original && replacement === entry.replacement,
        ),
    ),
  };
}
