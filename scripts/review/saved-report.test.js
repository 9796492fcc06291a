// Reports that may come from a stranger: what is one, and what is not.
import { describe, expect, test } from "vitest";
import { parseReport } from "./saved-report.js";

const place = { file: "openapi/openapi.yaml", line: 3 };
const whole = {
  base: "abcdef0",
  newer: "main has 1 newer commit",
  failure: "It failed.",
  lint: [{ ...place, severity: "warn", rule: "no-x", message: "No x." }],
  changes: [
    { ...place, rating: "major", rule: "no-rule", where: "GET /a", operations: ["GET /a"], what: "It changed." },
  ],
  version: { before: "0.1.0", next: "10.20.30", needed: "0.2.0", changesets: ["a.md"], enough: false },
  generated: [{ name: "types.ts", lines: ["+x"] }],
  scores: [{ name: "agent readiness", before: 70.5, after: 71 }],
};

/** Whole report with one value replaced; `undefined` leaves it out. @param {string} path @param {unknown} value */
function withValue(path, value) {
  const copy = structuredClone(whole);
  const keys = path.split(".");
  const last = keys.pop() ?? "";
  const parent = keys.reduce((/** @type {any} */ inside, key) => inside[key], copy);
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return JSON.stringify(copy);
}

/**
 * Rows with one value for several paths.
 * @param {unknown} value @param {string[]} paths @returns {[path: string, value: unknown][]}
 */
const pathsWith = (value, paths) => paths.map((path) => [path, value]);

const noForm = "The saved report does not have the form of one.";

test("a whole report is one, and so is the shortest", () => {
  expect(parseReport(JSON.stringify(whole))).toEqual(whole);
  expect(parseReport('{"base":""}')).toEqual({ base: "" });
});

test.each(["newer", "failure", "lint", "changes", "version", "generated", "scores"])("it may be without %s", (part) => {
  expect(parseReport(withValue(part, undefined))).not.toHaveProperty(part);
});

describe("a value of another kind is refused", () => {
  /** @type {[path: string, value: unknown][]} */
  const rows = [
    ["base", undefined],
    ...pathsWith(1, ["base", "newer", "failure", "lint.0.file", "lint.0.rule", "lint.0.message"]),
    ...pathsWith(1, ["changes.0.where", "changes.0.what", "changes.0.operations.0", "version.changesets.0"]),
    ...pathsWith(null, ["generated.0.name", "generated.0.lines.0", "scores.0.name"]),
    ...pathsWith("1", ["lint.0.line", "scores.0.before", "scores.0.after"]),
    ["lint.0.severity", "fatal"],
    ["lint.0.severity", ["warn"]],
    ["changes.0.rating", "harmless"],
    ["changes.0.rule", "unheard"],
    ["changes.0.rule", undefined],
    ["version.enough", "yes"],
    ...pathsWith({ length: 0 }, ["lint", "changes", "generated", "scores", "changes.0.operations"]),
    ["version", []],
    ["version", null],
    ["version", "0.1.0"],
    ["changes.0", null],
    ["html", "<b>"],
    ["changes.0.html", "<b>"],
    ["version.html", "<b>"],
  ];
  test.each(rows)("%s: %j", (path, value) => {
    expect(() => parseReport(withValue(path, value))).toThrow(noForm);
  });

  test.each([
    "1",
    "1.2",
    "1.2.3.4",
    "v1.2.3",
    "1.2.3-a",
    "1.2.x",
    "1234567890.0.0",
    "0.1234567890.0",
    "0.0.1234567890",
    1,
  ])("the version %j", (value) => {
    for (const part of ["before", "next", "needed"])
      expect(() => parseReport(withValue(`version.${part}`, value))).toThrow(noForm);
  });

  test.each(["null", "1", '"a"', "[]"])("the whole: %s", (text) => {
    expect(() => parseReport(text)).toThrow(noForm);
  });

  test("a number that is none", () => {
    expect(() => parseReport(withValue("lint.0.line", 1).replace('"line":1', '"line":1e999'))).toThrow(noForm);
  });
});

describe("what is longer than a report is refused", () => {
  test("a text of more than 20,000 characters", () => {
    expect(parseReport(withValue("base", "x".repeat(20_000))).base).toHaveLength(20_000);
    expect(() => parseReport(withValue("base", "x".repeat(20_001)))).toThrow(noForm);
  });

  test("a list of more than 5,000 items", () => {
    const list = (/** @type {number} */ count) => withValue("changes.0.operations", Array(count).fill("GET /a"));
    expect(parseReport(list(5000)).changes?.[0]?.operations).toHaveLength(5000);
    expect(() => parseReport(list(5001))).toThrow(noForm);
  });

  test("more than a million characters", () => {
    expect(parseReport('{"base":"a"}'.padEnd(1_000_000))).toEqual({ base: "a" });
    expect(() => parseReport('{"base":"a"}'.padEnd(1_000_001))).toThrow("The saved report is too long to be one.");
  });
});

test("what is no JSON is refused", () => {
  expect(() => parseReport("<b>")).toThrow("The saved report is no JSON.");
});
