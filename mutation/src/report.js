/**
 * @typedef {import("./run-stryker.js").Mutant} Mutant
 * @typedef {import("./results.js").Result} Result
 */

/** Lowest scores in per cent, by the beginning of a path; 75 elsewhere. @type {[string, number][]} */
const wanted = [
  ["packages/server/src/domain", 85],
  ["packages/server/src/store", 85],
  ["packages/server/src/http", 85],
  ["packages/client", 85],
  ["", 75],
];

/** A survivor in one line. @param {Mutant} mutant */
export function describeMutant({ file, line, original, replacement, status }) {
  const outcome = status === "NoCoverage" ? "no test reaches it" : "survived";
  return `${file}:${line} ${outcome}: ${oneLine(original)} → ${oneLine(replacement) || "(nothing)"}`;
}

/** @param {string} text */
const oneLine = (text) => text.replaceAll(/\s+/g, " ").slice(0, 100);

/**
 * Table of the scores by folder, and whether those with a file of `paths` are enough; without paths, whether all are.
 * Accepted survivors do not count.
 * @param {Record<string, Result>} results @param {string[]} paths
 */
export function scoreTable(results, paths) {
  let isEnough = true;
  const lines = ["score  wanted  noticed  survived  accepted  folder"];
  for (const folder of new Set(Object.keys(results).map(folderOf))) {
    const files = Object.keys(results).filter((file) => folderOf(file) === folder);
    const total = { noticed: 0, survived: 0, accepted: 0 };
    for (const file of files) {
      for (const name of /** @type {const} */ (["noticed", "survived", "accepted"])) {
        total[name] += results[file]?.[name] ?? 0;
      }
    }
    const { noticed, survived, accepted } = total;
    if (noticed + survived === 0) continue;
    const score = (100 * noticed) / (noticed + survived);
    const [, lowest = 0] = wanted.find(([start]) => folder.startsWith(start)) ?? [];
    const isAsked = paths.length === 0 || files.some((file) => paths.some((path) => file.startsWith(path)));
    if (isAsked && score < lowest) isEnough = false;
    lines.push(
      `${score.toFixed(1).padStart(5)}  ${String(lowest).padStart(6)}  ${String(noticed).padStart(7)}  ` +
        `${String(survived).padStart(8)}  ${String(accepted).padStart(8)}  ${folder}`,
    );
  }
  return { lines, isEnough };
}

/** @param {string} file */
const folderOf = (file) => file.slice(0, file.lastIndexOf("/"));
