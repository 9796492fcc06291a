// What a report says as a whole: its summary, why it does not pass, and its exit code.
import { describe, expect, test } from "vitest";
import { exitCodeOf, problemsOf, summaryOf, tallyOf, versionLine, whereOf } from "./report.js";

const version = { before: "0.1.0", next: "0.2.0", needed: "0.2.0", changesets: [], enough: true };

/** @param {"major" | "minor" | "patch"} rating @param {string[]} operations @returns {any} */
const change = (rating, ...operations) => ({ rating, operations });

/** @param {object} parts @returns {any} */
const report = (parts = {}) => ({ base: "a", lint: [], changes: [], version, generated: [], scores: [], ...parts });

describe("summary", () => {
  test.each([
    ["there is no change", [], "Nothing changes for clients."],
    ["only words change", [change("patch", "GET /a")], "Clients are not affected: only wording and examples change."],
    ["something breaks", [change("major")], "1 change breaks clients."],
    [
      "one operation breaks",
      [change("major", "GET /a"), change("minor", "GET /b")],
      "1 change breaks clients of GET /a.",
    ],
    [
      "two operations break",
      [change("major", "GET /a"), change("major", "GET /b", "GET /a")],
      "2 changes break clients of GET /a and GET /b.",
    ],
    [
      "three operations break",
      [change("major", "GET /a", "GET /b", "GET /c")],
      "1 change breaks clients of GET /a, GET /b and 1 more operation.",
    ],
    [
      "four operations break",
      [change("major", "GET /a", "GET /b", "GET /c", "GET /d")],
      "GET /b and 2 more operations.",
    ],
    ["something is added", [change("minor")], "Existing clients keep working; there is 1 addition."],
    [
      "something is added to operations",
      [change("minor", "GET /a"), change("minor", "GET /b"), change("patch", "GET /c")],
      "Existing clients keep working; there are 2 additions to GET /a and GET /b.",
    ],
  ])("when %s", (_, changes, expected) => {
    expect(summaryOf(report({ changes }))).toContain(expected);
  });

  test("ends with the version that is needed, and whether the next release is enough", () => {
    const changes = [change("major")];
    expect(summaryOf(report({ changes }))).toBe(
      "1 change breaks clients. Version 0.2.0 is needed, and the next release is 0.2.0.",
    );
    const low = { ...version, next: "0.1.0", enough: false };
    expect(summaryOf(report({ changes, version: low }))).toBe(
      "1 change breaks clients. Version 0.2.0 is needed, but the next release is 0.1.0.",
    );
  });

  test.each([{ failure: "" }, { changes: undefined }, { version: undefined }])(
    "of a review that ended early: %j",
    (parts) => {
      expect(summaryOf(report(parts))).toBe("The review could not run to its end.");
    },
  );
});

describe("what does not pass", () => {
  const low = { ...version, next: "0.1.0", enough: false };
  const error = { severity: "error" };

  test.each([
    ["nothing", {}, []],
    ["a failure", { failure: "No git." }, ["No git."]],
    ["an error of the lint", { lint: [error] }, ["The lint found 1 error."]],
    ["errors of the lint", { lint: [error, { severity: "warn" }, error] }, ["The lint found 2 errors."]],
    ["no warning of the lint", { lint: [{ severity: "warn" }] }, []],
    ["no low version without a change", { version: low }, []],
    ["no change with a version that is enough", { changes: [change("major")] }, []],
    ["no change without a version", { changes: [change("major")], version: undefined }, []],
    [
      "a breaking change with a version too low: below 1.0.0 it is minor",
      { changes: [change("major")], version: low },
      ["The changes need version 0.2.0, and the next release is 0.1.0. Run `npx changeset` and choose minor."],
    ],
    [
      "a breaking change with a version too low, from 1.0.0",
      { changes: [change("major")], version: { ...low, before: "1.0.0", needed: "2.0.0", next: "1.0.0" } },
      ["The changes need version 2.0.0, and the next release is 1.0.0. Run `npx changeset` and choose major."],
    ],
  ])("%s", (_, parts, expected) => {
    expect(problemsOf(report(parts))).toEqual(expected);
  });

  test("nothing, in a report that has no part yet", () => {
    expect(problemsOf({ base: "" })).toEqual([]);
  });
});

describe("exit code", () => {
  test("0 when it passes, 1 when it does not", () => {
    expect(exitCodeOf(report())).toBe(0);
    expect(exitCodeOf(report({ lint: [{ severity: "error" }] }))).toBe(1);
  });

  test.each(["lint", "changes", "version", "generated", "scores"])("2 without %s", (part) => {
    expect(exitCodeOf(report({ [part]: undefined }))).toBe(2);
  });

  test("2 after a failure", () => {
    expect(exitCodeOf(report({ failure: "" }))).toBe(2);
  });
});

test.each([
  ["GET /a", ["GET /a"], "GET /a"],
  ["GET /a, response 200", ["GET /a", "GET /b"], "GET /a and 1 more operation, response 200"],
  ["GET /a, request, `x`", ["GET /a", "GET /b", "GET /c"], "GET /a and 2 more operations, request, `x`"],
  ["info", [], "info"],
])("%s, of the operations %j", (where, operations, expected) => {
  expect(whereOf(/** @type {any} */ ({ where, operations }))).toBe(expected);
});

test("the tally counts each rating", () => {
  expect(tallyOf([])).toBe("no change");
  expect(tallyOf([change("major"), change("patch"), change("patch")])).toBe("1 major, 0 minor, 2 patch");
});

test.each([
  ["nothing is needed or announced", { next: "0.1.0", needed: "0.1.0" }, "0.1.0"],
  ["the next release is enough", {}, "0.1.0 to 0.2.0; the changes need 0.2.0"],
  ["changesets announce it", { changesets: ["a.md", "b.md"], needed: "0.1.0" }, "0.1.0 to 0.2.0 (a.md, b.md)"],
  ["nothing is announced", { next: "0.1.0" }, "0.1.0; the changes need 0.2.0"],
])("the line of the version, when %s", (_, parts, expected) => {
  expect(versionLine({ ...version, ...parts })).toBe(expected);
});
