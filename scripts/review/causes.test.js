// Changes with one cause, and the line that each is reported at.
import { describe, expect, test } from "vitest";
import { causeOf, mergeByCause } from "./causes.js";
import { folderWith } from "./files-fixture.js";
import { readDifferences } from "./normal/normalized.js";

const text = `paths:
  /a:
    get:
      parameters:
        - $ref: "#/components/parameters/size"
        - { name: page, in: query }
    put:
      parameters:
        - $ref: "#/components/parameters/size"
components:
  parameters:
    size:
      name: size
      in: query
      required: true
    other:
      name: other
      in: query
      required: true
`;

/** @param {(text: string) => string} edit */
const edited = (edit) =>
  readDifferences(folderWith({ "openapi/openapi.yaml": text }), folderWith({ "openapi/openapi.yaml": edit(text) }));

const operation = ["paths", "/a", "get"];

/** @param {object} parts @returns {any} */
const finding = (parts) => ({
  rating: "major",
  rule: "no-rule",
  what: "It changed.",
  kind: "modified",
  path: operation,
  at: operation,
  ...parts,
});

describe("the cause of a finding", () => {
  test("is the changed value, at its line, in a part that operations share", () => {
    const { base, head } = edited((all) =>
      all.replace(
        "name: size\n      in: query\n      required: true",
        "name: size\n      in: query\n      deprecated: true",
      ),
    );
    const at = [...operation, "parameters", "0"];
    const found = causeOf(finding({ path: [...at, "deprecated"], at, kind: "added" }), base, head);
    expect(found).toMatchObject({
      cause: "openapi/openapi.yaml#/components/parameters/size/deprecated no-rule It changed.",
      where: ["GET /a", "query `size`"],
      file: "openapi/openapi.yaml",
      line: 15,
    });
    expect(found.turned).toBeUndefined();
  });

  test("of something that was removed is at the object that had it", () => {
    const { base, head } = edited((all) =>
      all.replace("name: size\n      in: query\n      required: true", "name: size\n      in: query"),
    );
    const at = [...operation, "parameters", "0"];
    expect(causeOf(finding({ path: [...at, "required"], at, kind: "removed" }), base, head)).toMatchObject({
      cause: "openapi/openapi.yaml#/components/parameters/size/required no-rule It changed.",
      where: ["GET /a", "query `size`"],
      line: 12,
    });
  });

  test("of a removed parameter is at the list", () => {
    const { base, head } = edited((all) =>
      all.replace("        - { name: page, in: query }\n", "        - { name: Page, in: query }\n"),
    );
    const [left] = base.document.paths["/a"].get.parameters;
    expect(left).toEqual({ name: "page", in: "query" });
    const path = [...operation, "parameters", "0"];
    expect(causeOf(finding({ path, at: path, kind: "removed" }), base, head)).toMatchObject({
      where: ["GET /a", "query `page`"],
      line: 4,
    });
  });

  test("of what normalization took away is at the key that was written", () => {
    const { base, head } = edited((all) =>
      all.replace(
        "name: size\n      in: query\n      required: true",
        "name: size\n      in: query\n      required: false",
      ),
    );
    const at = [...operation, "parameters", "0"];
    expect(causeOf(finding({ path: [...at, "required"], at }), base, head).line).toBe(15);
  });

  test("is a reference that leads elsewhere", () => {
    const { base, head } = edited((all) => all.replace("parameters/size", "parameters/other"));
    const path = [...operation, "parameters", "0", "name"];
    expect(causeOf(finding({ path, at: path.slice(0, -1) }), base, head)).toMatchObject({
      cause: "openapi/openapi.yaml#/paths/~1a/get/parameters/0/$ref",
      turned:
        "`$ref` leads to `openapi/openapi.yaml#/components/parameters/other` now, and led to " +
        "`openapi/openapi.yaml#/components/parameters/size`.",
      where: ["GET /a", "query `other`"],
      line: 5,
    });
  });

  test("is a reference that is new", () => {
    const { base, head } = edited((all) =>
      all.replace("{ name: page, in: query }", '$ref: "#/components/parameters/other"'),
    );
    const index = head.document.paths["/a"].get.parameters.findIndex((/** @type {any} */ { name }) => name === "other");
    const path = [...operation, "parameters", String(index), "name"];
    expect(causeOf(finding({ path, at: path.slice(0, -1) }), base, head)).toMatchObject({
      turned: "`$ref` to `openapi/openapi.yaml#/components/parameters/other` is new.",
      line: 6,
    });
  });

  test("is no reference whose target was renamed", () => {
    const { base, head } = edited((all) =>
      all
        .replaceAll("parameters/size", "parameters/length")
        .replace("    size:\n      name: size\n", "    length:\n      name: size\n      deprecated: true\n"),
    );
    const at = [...operation, "parameters", "0"];
    expect(causeOf(finding({ path: [...at, "deprecated"], at }), base, head)).toMatchObject({
      cause: "openapi/openapi.yaml#/components/parameters/length/deprecated no-rule It changed.",
      line: 14,
    });
  });
});

describe("findings with one cause", () => {
  /** @param {string} cause @param {string[]} where @param {any} [own] @returns {any} */
  const located = (cause, where, { turned, file = "a.yaml", line = 1, ...own } = {}) => ({
    finding: finding(own),
    cause,
    where,
    turned,
    file,
    line,
  });

  test("are one change of all their operations, each named once", () => {
    const where = ["GET /a", "query `size`"];
    expect(
      mergeByCause([
        located("x", where, { line: 7 }),
        located("y", ["info"], { rating: "patch" }),
        located("x", ["PUT /a", "query `size`"], { line: 7 }),
        located("x", ["GET /a"], { line: 7 }),
      ]),
    ).toEqual([
      {
        rating: "major",
        rule: "no-rule",
        where: "GET /a, query `size`",
        operations: ["GET /a", "PUT /a"],
        what: "It changed.",
        file: "a.yaml",
        line: 7,
      },
      { rating: "patch", rule: "no-rule", where: "info", operations: [], what: "It changed.", file: "a.yaml", line: 1 },
    ]);
  });

  test("have the rating, the rule and the place of the gravest", () => {
    const found = (/** @type {string[]} */ ...ratings) =>
      mergeByCause(
        ratings.map((rating, line) => located("x", [`GET /${rating}`], { rating, rule: rating, what: rating, line })),
      )[0];
    expect(found("patch", "minor", "major", "minor")).toMatchObject({
      rating: "major",
      rule: "major",
      where: "GET /major",
      what: "major",
      line: 2,
    });
    expect(found("patch", "minor")).toMatchObject({ rating: "minor", where: "GET /minor", line: 1 });
    expect(found("patch")).toMatchObject({ rating: "patch", where: "GET /patch" });
  });

  const turned = "It leads elsewhere.";

  test("of a reference follow it, the gravest first, each once, no more than three", () => {
    const found = (/** @type {[string, string][]} */ ...findings) =>
      mergeByCause(findings.map(([rating, what]) => located("x", ["GET /a"], { rating, what, turned })))[0]?.what;
    expect(found(["patch", "Third."], ["major", "First."], ["minor", "Second."], ["major", "First."])).toBe(
      "It leads elsewhere. First. Second. Third.",
    );
    expect(found(["major", "1."], ["major", "2."], ["major", "3."], ["major", "4."], ["major", "5."])).toBe(
      "It leads elsewhere. 1. 2. 3. And 2 more.",
    );
  });

  test("of a reference are at what they have in common in the first operation", () => {
    const found = (/** @type {string[][]} */ ...wheres) =>
      mergeByCause(wheres.map((where) => located("x", where, { turned })))[0]?.where;
    expect(found(["GET /a", "response 200", "`a`"], ["GET /a", "response 200", "`b`"], ["PUT /a"])).toBe(
      "GET /a, response 200",
    );
    expect(found(["GET /a", "response 200"], ["GET /a", "response 200", "`b`"])).toBe("GET /a, response 200");
    expect(found(["GET /a", "response 200", "`b`"], ["GET /a"])).toBe("GET /a");
    expect(found(["GET /a", "response 200"])).toBe("GET /a, response 200");
  });
});
