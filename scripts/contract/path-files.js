import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Requires that openapi.yaml names every file of `paths/`. The bundler ignores a file that nothing refers to.
 * @param {string} folder of the description
 * @throws {Error} that lists the other files
 */
export function requireNamedPaths(folder) {
  const named = new Set(readFileSync(join(folder, "openapi.yaml"), "utf8").match(/(?<=\$ref: paths\/).+$/gm));
  const others = readdirSync(join(folder, "paths")).filter((file) => !named.has(file));
  if (others.length > 0) throw new Error(`openapi.yaml does not name paths/${others.join(", paths/")} under paths`);
}
