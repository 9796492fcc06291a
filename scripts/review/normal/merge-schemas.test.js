// Two schemas that a value has to satisfy both, and the one that says the same.
import { describe, expect, test } from "vitest";
import { mergeSchemas } from "./merge-schemas.js";
import { freeze, located, placeOf } from "./schema-fixture.js";

/** @typedef {[name: string, outer: any, inner: any, expected: any][]} Rows */

/** @param {Rows} rows */
const testRows = (rows) =>
  test.each(rows)("%s", (_, outer, inner, expected) => {
    expect(mergeSchemas(freeze(outer), freeze(inner))).toEqual(expected);
  });

/** Pairs that no single schema replaces. @param {[name: string, outer: any, inner: any][]} rows */
const testConflicts = (rows) => testRows(rows.map(([name, outer, inner]) => [name, outer, inner, undefined]));

const a = { type: "string" };
const b = { type: "integer" };

describe("both", () => {
  testRows([
    ["have different words", { type: "string" }, { maxLength: 3 }, { type: "string", maxLength: 3 }],
    ["have the same word", { pattern: "a" }, { pattern: "a" }, { pattern: "a" }],
    [
      "have types in common",
      { type: ["null", "string", "integer"] },
      { type: ["null", "string"] },
      { type: ["null", "string"] },
    ],
    ["have one type in common", { type: ["null", "string"] }, { type: "string" }, { type: "string" }],
    ["have values in common", { enum: ["a", "b", ["c"]] }, { enum: [["c"], "b", "d"] }, { enum: ["b", ["c"]] }],
    ["require fields", { required: ["c", "a"] }, { required: ["a", "b"] }, { required: ["a", "b", "c"] }],
    [
      "say something about items",
      { items: a },
      { items: { maxLength: 3 } },
      { items: { type: "string", maxLength: 3 } },
    ],
    [
      "say something about fields",
      { properties: { x: a, y: b } },
      { properties: { x: { maxLength: 3 }, z: a } },
      { properties: { x: { type: "string", maxLength: 3 }, y: b, z: a } },
    ],
  ]);
  testConflicts([
    ["have no type in common", { type: "string" }, { type: "integer" }],
    ["have no value in common", { enum: ["a"] }, { enum: ["b"] }],
    ["have patterns", { pattern: "a" }, { pattern: "b" }],
    ["have formats", { format: "uri" }, { format: "date" }],
    ["have steps", { multipleOf: 2 }, { multipleOf: 3 }],
    ["have choices", { anyOf: [a] }, { anyOf: [b] }],
    ["conflict in their items", { items: a }, { items: b }],
    ["conflict in a field", { properties: { x: a } }, { properties: { x: b } }],
    ["refer to another, the inner one", { type: "string" }, { $ref: "#/x" }],
    ["refer to another, the outer one", { $ref: "#/x" }, { type: "string" }],
  ]);
});

describe("limits: the narrower one counts", () => {
  for (const key of ["minLength", "minItems", "minProperties", "minimum", "exclusiveMinimum", "minContains"])
    testRows([
      [`the inner ${key}`, { [key]: 1 }, { [key]: 2 }, { [key]: 2 }],
      [`the outer ${key}`, { [key]: 2 }, { [key]: 1 }, { [key]: 2 }],
    ]);
  for (const key of ["maxLength", "maxItems", "maxProperties", "maximum", "exclusiveMaximum", "maxContains"])
    testRows([
      [`the inner ${key}`, { [key]: 2 }, { [key]: 1 }, { [key]: 1 }],
      [`the outer ${key}`, { [key]: 1 }, { [key]: 2 }, { [key]: 1 }],
    ]);
});

describe("words for readers: the outer one counts", () =>
  testRows(
    ["title", "description", "example", "examples", "default", "$comment", "externalDocs", "x-displayName"].map(
      (key) => [key, { [key]: "outer" }, { [key]: "inner" }, { [key]: "outer" }],
    ),
  ));

describe("a mark of one is a mark of both", () => {
  for (const key of ["readOnly", "writeOnly", "deprecated"])
    testRows([
      [`${key}, of the inner`, { [key]: false }, { [key]: true }, { [key]: true }],
      [`${key}, of the outer`, { [key]: true }, { [key]: false }, { [key]: true }],
    ]);
});

describe("an object that is closed by its own fields", () => {
  const fields = (/** @type {string[]} */ ...names) => ({
    properties: Object.fromEntries(names.map((name) => [name, a])),
  });
  const closed = { additionalProperties: false };
  testRows([
    [
      "takes in fields that it has",
      { ...closed, ...fields("x", "y") },
      fields("y"),
      { ...closed, ...fields("x", "y") },
    ],
    [
      "is taken in by one that has its fields",
      fields("y"),
      { ...closed, ...fields("x", "y") },
      { ...closed, ...fields("x", "y") },
    ],
    [
      "takes in what has no fields",
      { ...closed, ...fields("x") },
      { minProperties: 1 },
      { ...closed, ...fields("x"), minProperties: 1 },
    ],
  ]);
  testConflicts([
    ["takes in no other field", { ...closed, ...fields("x") }, fields("x", "y")],
    ["is not taken in by one with another field", fields("x", "y"), { ...closed, ...fields("x") }],
    ["has no fields, and takes in none", closed, fields("x")],
    ["allows names by a pattern", { patternProperties: {}, ...fields("x") }, fields("y")],
    ["allows names by a pattern, the inner one", fields("y"), { patternProperties: {}, ...fields("x") }],
  ]);
});

describe("the place where a value is written", () => {
  const outer = located({ minLength: 1, maxLength: 3, enum: ["a", "b"], required: ["a"], title: "x", pattern: "a" }, [
    "outer",
  ]);
  const inner = located(
    { minLength: 2, maxLength: 4, enum: ["b"], required: ["b"], title: "y", pattern: "a", format: "uri" },
    ["inner"],
  );
  test.each([
    ["a limit that the inner one narrows", "minLength", "inner/minLength"],
    ["a limit that the outer one narrows", "maxLength", "outer/maxLength"],
    ["a word that both have", "pattern", "outer/pattern"],
    ["a word that the inner one has", "format", "inner/format"],
    ["values in common", "enum", "outer/enum"],
    ["required fields of both", "required", "outer/required"],
    ["a word for readers", "title", "outer/title"],
  ])("%s", (_, key, expected) => {
    expect(placeOf(mergeSchemas(outer, inner), key)).toBe(expected);
  });
});
