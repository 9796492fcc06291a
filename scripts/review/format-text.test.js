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
