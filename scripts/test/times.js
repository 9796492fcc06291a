import { relative } from "node:path";

/** Files of tests that the table names. */
const maxFiles = 10;
/** Seconds below which a package is left out of the table. */
const minSeconds = 1;

/**
 * @typedef {{ name: string, seconds: number }} Time
 * @typedef {{ name: string, startTime: number, endTime: number }} FileResult of vitest's JSON reporter, in milliseconds
 */

/**
 * Table of where the time of a run went: its parts, then checks, packages by the sum of their files, and the slowest
 * files. Checks and files run at the same time, so their sums are longer than the run.
 * @param {string} root @param {{ parts: Time[], checks: Time[], results: FileResult[] }} times
 */
export function timeTable(root, { parts, checks, results }) {
  const files = results.map(({ name, startTime, endTime }) => ({
    name: relative(root, name),
    seconds: (endTime - startTime) / 1000,
  }));
  const packages = new Map();
  for (const { name, seconds } of files) {
    const folder = name.split("/").slice(0, 2).join("/");
    packages.set(folder, (packages.get(folder) ?? 0) + seconds);
  }
  const sums = [...packages].map(([name, seconds]) => ({ name, seconds }));
  return [
    "seconds  parts, one after the other",
    ...rows(parts),
    "seconds  checks, two at a time",
    ...rows(checks),
    "seconds  packages, the sum of files that run at the same time",
    ...rows(sums.filter(({ seconds }) => seconds >= minSeconds)),
    "seconds  slowest files",
    ...rows(files).slice(0, maxFiles),
  ].join("\n");
}

/** @param {Time[]} times */
const rows = (times) =>
  times
    .toSorted((a, b) => b.seconds - a.seconds)
    .map(({ name, seconds }) => `${seconds.toFixed(1).padStart(7)}  ${name}`);
