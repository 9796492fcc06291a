// Applies the three changes of docs/reviewing.md to the description, and compares the reports with those on the page.
// Line numbers, the score and the commit move with every edit of the description, and are not compared.
import { readFileSync } from "node:fs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { asText } from "../format-text.js";
import { lintFindings } from "../lint.js";
import { exitCodeOf } from "../report.js";
import { runReview } from "../run-review.js";
import { Repository } from "./repository-fixture.js";

const page = readFileSync(new URL("../../../docs/reviewing.md", import.meta.url), "utf8");

const harmless = ["A harmless change", "A minor change"];

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

test.each(harmless)("%s is reported as docs/reviewing.md shows it", async (heading) => {
  const { diff, report } = example(heading);
  repository.apply(diff);
  const compared = await runReview(repository.folder, "main", { isWhole: false });
  const whole = { ...compared, lint: [], scores: [{ name: "agent readiness", before: 70, after: 70 }] };
  expect(withoutMovingParts(asText(whole))).toBe(withoutMovingParts(report));
  expect(exitCodeOf(whole)).toBe(0);
});

test("the lint finds nothing in them, as docs/reviewing.md shows it", async () => {
  for (const heading of harmless) {
    repository.apply(example(heading).diff);
    expect(example(heading).report).toContain("\nLint: no finding\n");
  }
  expect(await lintFindings(repository.folder)).toEqual([]);
});

test("a breaking change is reported by the command as docs/reviewing.md shows it", () => {
  const { diff, report } = example("A breaking change");
  repository.apply(diff);
  const { status, stdout } = repository.review("main");
  expect(withoutMovingParts(stdout)).toBe(withoutMovingParts(report));
  expect(status).toBe(1);
});
