// The committed result of a run, from which the docs make the page "Which clients work".
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const file = fileURLToPath(new URL("../results.json", import.meta.url));

/** Writes the result of a run in which every check passed. */
export function writeResults(results) {
  writeFileSync(file, `${JSON.stringify(results.map(seen), null, 2)}\n`);
}

/**
 * True when the committed result has the clients, tools and checks of a run. Versions may differ from machine to
 * machine.
 */
export function isCommitted(results) {
  const withoutVersions = (all) => JSON.stringify(all.map(({ id, checks }) => [id, checks]));
  const committed = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : [];
  return withoutVersions(committed) === withoutVersions(results.map(seen));
}

function seen({ id, kind, name, checks }) {
  return { id, kind, name, checks: checks.map(({ operation, expected }) => ({ operation, expected })) };
}
