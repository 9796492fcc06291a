import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { keysOf } from "./description.js";
import { methods } from "./locations.js";
import { rate } from "./ratings.js";
import { redoclyReport } from "./redocly-report.js";
import { ReviewError } from "./review-error.js";
import { isComparedHere } from "./values.js";

/**
 * @typedef {import("./changes.js").Finding} Finding
 * @typedef {import("./normal/normalized.js").NormalizedDescription} NormalizedDescription
 */

/**
 * Runs `redocly diff` on two normalized descriptions, and rates what it finds.
 * @param {NormalizedDescription} base @param {NormalizedDescription} head @param {string} config file of Redocly
 * @returns {Promise<Finding[]>}
 */
export async function findWithRedocly(base, head, config) {
  const changes = await runDiff(base.document, head.document, config);
  return changes
    .filter((change) => !isComparedHere(change) && !(change.typeName === "Info" && change.property === "version"))
    .flatMap((change) => ofOperations(change))
    .map((change) => {
      const path = keysOf(change.path);
      return {
        ...rate(change),
        path: change.property ? [...path, change.property] : path,
        at: path,
        kind: change.kind,
      };
    });
}

/**
 * Splits a path that was added or removed into its operations.
 * @param {import("./ratings.js").Found} change
 * @returns {import("./ratings.js").Found[]}
 */
function ofOperations(change) {
  const item = (change.revision ?? change.base)?.value;
  if (change.typeName !== "PathItem" || change.kind === "modified") return [change];
  const found = methods.filter((method) => item?.[method]);
  return found.map((method) => ({
    ...change,
    typeName: "Operation",
    path: `${change.path}/${method}`,
    verdicts: change.verdicts.map((verdict) => ({ ...verdict, message: "The operation was removed." })),
  }));
}

/**
 * @param {any} base @param {any} head @param {string} config
 * @returns {Promise<import("./ratings.js").Found[]>}
 */
async function runDiff(base, head, config) {
  const folder = mkdtempSync(join(tmpdir(), "grantbook-diff-"));
  try {
    const files = [base, head].map((document, side) => {
      const file = join(folder, `${side}.json`);
      writeFileSync(file, JSON.stringify(document));
      return file;
    });
    const { report, stderr } = await redoclyReport("diff", ...files, "--config", config, "--fail-on=none");
    // It exits with 0 after a warning about a missing preset or a reference that leads nowhere.
    if (stderr.includes("⚠")) throw new ReviewError(`redocly diff did not compare everything:\n${stderr}`);
    if (report.reportVersion !== "1")
      throw new ReviewError(
        `redocly diff wrote a report of version ${report.reportVersion}; this script reads version 1.`,
      );
    return report.changes;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
