// Applies the three changes of docs/reviewing.md to the description, and compares the reports with those on the page.
// Line numbers, the score and the commit move with every edit of the description, and are not compared.
import { readFileSync } from "node:fs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Repository } from "./repository-fixture.js";

const page = readFileSync(new URL("../../docs/reviewing.md", import.meta.url), "utf8");

/** @param {string} heading */
function example(heading) {
  const [, section = ""] = page.split(`\n## ${heading}\n`);
  const [, diff = "", report = ""] = /```diff\n(.*?)```.*?```text\n(.*?)```/s.exec(section) ?? [];
  return { diff, report };
}

/** @param {string} report */
const withoutMovingParts = (report) =>
  report
    .replace(/^Compared with [0-9a-f]{7}$/m, "Compared with COMMIT")
    .replaceAll(/(?<=\.yaml):\d+(?= )/gm, ":LINE")
    .replace(/^Score: agent readiness \d.*$/m, "Score: SCORE");

/** @type {Repository} */
let repository;
beforeEach(() => {
  repository = new Repository();
});
afterEach(() => repository.remove());

test.each([
  { heading: "A harmless change", expected: 0 },
  { heading: "A minor change", expected: 0 },
  { heading: "A breaking change", expected: 1 },
])("$heading is reported as docs/reviewing.md shows it", ({ heading, expected }) => {
  const { diff, report } = example(heading);
  repository.apply(diff);
  const { status, stdout } = repository.review("main");
  expect(withoutMovingParts(stdout)).toBe(withoutMovingParts(report));
  expect(status).toBe(expected);
});
