// Runs the script of every step of every workflow, with fake events and fake tools. What only GitHub can show is a
// table of CONTRIBUTING.md.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { executedSteps, root, stepsWithScript, workflows } from "./runner.js";
import "./ci-suite.js";
import "./comment-suite.js";
import "./mutation-suite.js";
import "./release-suite.js";
import "./review-suite.js";

/** @typedef {import("./runner.js").Job} Job */

// The last tests of the file: all others have run.
test("every step with a script is run by a test", () => {
  expect([...executedSteps].toSorted()).toEqual(stepsWithScript.toSorted());
});

test("CONTRIBUTING.md names everything else, which only GitHub can show", () => {
  const text = readFileSync(join(root, "CONTRIBUTING.md"), "utf8");
  const [, section = ""] = text.split("### What only GitHub can show\n");
  const rows =
    section
      .split("\n## ", 1)
      .join()
      .match(/^\| `.*?` +\|/gm) ?? [];
  const named = rows.flatMap((row) => row.slice(2, -1).trim().split(", "));
  expect(named.toSorted()).toEqual([...new Set(usedFeatures())].map((feature) => `\`${feature}\``).toSorted());
});

/** Keys, actions and expressions of the workflows that no shell runs. */
function usedFeatures() {
  /** What the other tests are about, or what only people read. */
  const tested = ["name", "id", "run", "env", "defaults", "jobs", "steps", "uses", "with"];
  return Object.values(workflows).flatMap((workflow) => {
    /** @type {Job[]} */
    const jobs = Object.values(workflow.jobs);
    const steps = jobs.flatMap((job) => job.steps);
    const keys = [workflow, ...jobs, ...steps].flatMap((object) => Object.keys(object));
    const actions = steps.flatMap(({ uses }) => uses?.split("@", 1) ?? []);
    const expressions = JSON.stringify(workflow).includes("${{") ? [`\${{ … }}`] : [];
    return [...keys.filter((key) => !tested.includes(key)), ...actions, ...expressions];
  });
}
