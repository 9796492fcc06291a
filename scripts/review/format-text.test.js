import { expect, test } from "vitest";
import { asText } from "./format-text.js";

/** @type {any} */
const report = {
  base: "abcdef0123",
  lint: [],
  changes: [
    {
      rating: "major",
      rule: "default-changed",
      where: "GET /applications/grants, query `per_page`",
      operations: ["GET /applications/grants", "GET /authorizations", "GET /user/emails"],
      what: "`default` changed from 30 to 20. Clients that leave it out get something else.",
      file: "openapi/components/parameters.yaml",
      line: 60,
    },
  ],
  version: { before: "0.1.0", next: "0.2.0", needed: "0.2.0", changesets: [], enough: true },
  generated: [{ name: "operations.ts", lines: ["+x".repeat(60)] }],
  scores: [],
};

test("lines of a terminal are broken at spaces, and go on two columns further in", () => {
  const lines = asText(report, 60).split("\n");
  expect(lines.filter((line) => line.length > 60)).toEqual([`    ${"+x".repeat(60)}`]);
  expect(lines.slice(0, 2)).toEqual([
    "1 change breaks clients of GET /applications/grants, GET",
    "  /authorizations and 1 more operation. Version 0.2.0 is",
  ]);
  const start = lines.indexOf("         `default` changed from 30 to 20. Clients that leave");
  expect(lines[start + 1]).toBe("           it out get something else.");
});

test("without a terminal no line is broken", () => {
  const lines = asText(report).split("\n");
  expect(lines).toContain("         `default` changed from 30 to 20. Clients that leave it out get something else.");
  expect(lines).toContain("         openapi/components/parameters.yaml:60  default-changed");
});

test("a report with one of everything", () => {
  const minor = {
    ...report.changes[0],
    rating: "minor",
    where: "info",
    operations: [],
    what: "New.",
    rule: "part-added",
  };
  const text = asText({
    ...report,
    newer: "main has 1 newer commit, not compared",
    lint: [
      { severity: "error", rule: "no-x", message: "No x.", file: "openapi/openapi.yaml", line: 7 },
      { severity: "warn", rule: "no-y", message: "No y.", file: "openapi/flows.yaml", line: 8 },
    ],
    changes: [report.changes[0], minor],
    generated: [{ name: "types.ts", lines: ["@ user", "+x"] }],
    scores: [
      { name: "agent readiness", before: 70, after: 70 },
      { name: "clarity", before: 1, after: 2.5 },
    ],
  });
  expect(
    text,
  ).toBe(`1 change breaks clients of GET /applications/grants, GET /authorizations and 1 more operation. Version 0.2.0 is needed, and the next release is 0.2.0.

Compared with abcdef0 (main has 1 newer commit, not compared)

Lint: 2 findings
  openapi/openapi.yaml:7  No x. (no-x)
  openapi/flows.yaml:8  No y. (no-y)

Changes: 1 major, 1 minor, 0 patch
  major  GET /applications/grants and 2 more operations, query \`per_page\`
         \`default\` changed from 30 to 20. Clients that leave it out get something else.
         openapi/components/parameters.yaml:60  default-changed
  minor  info
         New.
         openapi/components/parameters.yaml:60  part-added
  Why a rule rates so: apps/docs/guides/ratings.md#RULE

Version: 0.1.0 to 0.2.0; the changes need 0.2.0

Generated types:
  types.ts
    @ user
    +x

Score: agent readiness 70, clarity 1 to 2.5

Not passed.
- The lint found 1 error.
`);
});

test("a report without a change", () => {
  expect(asText({ ...report, changes: [], generated: [] })).toBe(`Nothing changes for clients.

Compared with abcdef0

Lint: no finding

Changes: no change

Version: 0.1.0 to 0.2.0; the changes need 0.2.0

Generated types: no change

Score: 

Passed.
`);
});

test("a report that could not begin", () => {
  expect(asText({ base: "", failure: "No git." })).toBe(`The review could not run to its end.

Compared with nothing

Could not run.
- No git.
`);
});

test("a line as long as the terminal is not broken, nor one without a space to break it at", () => {
  const broken = (/** @type {string} */ what, /** @type {number} */ columns) =>
    asText({ ...report, changes: [{ ...report.changes[0], what }] }, columns)
      .split("\n")
      .filter((line) => /[xy]{3}/.test(line));
  const what = `${"x".repeat(30)} ${"y".repeat(30)}`;
  expect(broken(what, 70)).toEqual([`         ${what}`]);
  expect(broken(what, 69)).toEqual([`         ${"x".repeat(30)}`, `           ${"y".repeat(30)}`]);
  expect(broken("x".repeat(70), 60)).toEqual([`         ${"x".repeat(70)}`]);
});
