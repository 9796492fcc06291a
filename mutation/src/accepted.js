import { readFileSync } from "node:fs";

/**
 * @typedef {import("./run-stryker.js").Mutant} Mutant
 * @typedef {Pick<Mutant, "file" | "code" | "original" | "replacement"> & { reason: string }} Accepted
 */

/** Survivors that no test can or should notice, each with the reason. @type {Accepted[]} */
export const accepted = JSON.parse(readFileSync(new URL("../accepted.json", import.meta.url), "utf8"));

/** True for faults that no test noticed. @param {Mutant} mutant */
export const isSurvivor = ({ status }) => status === "Survived" || status === "NoCoverage";

/** @param {Accepted} entry @param {Mutant} mutant */
const fits = (entry, mutant) =>
  /** @type {const} */ (["file", "code", "original", "replacement"]).every((key) => entry[key] === mutant[key]);

/** True for a survivor that is accepted. @param {Mutant} mutant */
export const isAccepted = (mutant) => isSurvivor(mutant) && accepted.some((entry) => fits(entry, mutant));

/**
 * Survivors that are not accepted, and entries of the list that belong to a file of the run and fit none of its
 * survivors.
 * @param {Mutant[]} mutants
 */
export function acceptedIn(mutants) {
  const files = new Set(mutants.map(({ file }) => file));
  const survivors = mutants.filter(isSurvivor);
  return {
    remaining: survivors.filter((mutant) => !isAccepted(mutant)),
    outdated: accepted.filter((entry) => files.has(entry.file) && !survivors.some((mutant) => fits(entry, mutant))),
  };
}
