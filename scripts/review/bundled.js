import { join, relative } from "node:path";
import { bundle, createConfig, getLineColLocation } from "@redocly/openapi-core";
import { ReviewError } from "./review-error.js";

/**
 * Puts the files of a description together, in this process. The document is that of `redocly bundle` but for the order
 * of the keys at its top. The library is the one that generates the types, so that it is loaded anyway.
 * @param {string} folder @param {string} file entry, relative to the folder @param {string} side for the error
 * @returns {Promise<any>}
 * @throws {ReviewError} with the file and the line of everything that leads nowhere or is no YAML
 */
export async function bundled(folder, file, side) {
  try {
    const { bundle: document, problems } = await bundle({ ref: join(folder, file), config: await createConfig({}) });
    const errors = problems.filter(({ severity }) => severity === "error").map((problem) => textOf(problem, folder));
    if (errors.length > 0) throw new ReviewError(errors.join("\n"));
    return document.parsed;
  } catch (error) {
    const { message } = /** @type {Error} */ (error);
    const where = message.replaceAll(join(folder, "/"), "");
    throw new ReviewError(`The description of ${side} could not be bundled:\n${where}`);
  }
}

/** @param {import("@redocly/openapi-core").NormalizedProblem} problem @param {string} folder */
function textOf({ message, location: [place] }, folder) {
  if (!place) return message;
  return `${relative(folder, place.source.absoluteRef)}:${getLineColLocation(place).start.line}: ${message}`;
}
