// Schemas that say the same in JSON Schema 2020-12, and the one form of each.
import { describe, expect, test } from "vitest";
import { normalizeSchema } from "./schema.js";
import { freeze, located, placeOf } from "./schema-fixture.js";

const text = { type: "string" };
const short = { type: "string", maxLength: 1 };
const positive = { type: "integer", minimum: 1 };
const nothing = { type: "null" };

/** @typedef {[name: string, schema: any, expected: any][]} Rows */

/** @param {Rows} rows */
const testRows = (rows) =>
  test.each(rows)("%s", (_, schema, expected) => {
    expect(normalizeSchema(freeze(schema))).toEqual(expected);
  });

/** @param {[name: string, schema: any][]} rows */
const testUnchanged = (rows) => testRows(rows.map(([name, schema]) => [name, schema, structuredClone(schema)]));

describe("no schema", () =>
  testUnchanged([
    ["everything", true],
    ["nothing", false],
    ["null, which is none", null],
    ["a reference, with the words next to it", { $ref: "#/components/schemas/loop", minLength: 0 }],
  ]));

describe("what means the same as no value", () => {
  testRows(
    [
      { required: [] },
      { minLength: 0 },
      { minItems: 0 },
      { minProperties: 0 },
      { uniqueItems: false },
      { deprecated: false },
      { readOnly: false },
      { writeOnly: false },
      { additionalProperties: true },
      { unevaluatedProperties: true },
      { nullable: false },
    ].map((schema) => [JSON.stringify(schema), { title: "x", ...schema }, { title: "x" }]),
  );
  testUnchanged(
    [{ minLength: 1 }, { uniqueItems: true }, { additionalProperties: false }, { maxLength: 0 }, { minimum: 0 }].map(
      (schema) => [`not ${JSON.stringify(schema)}`, schema],
    ),
  );
});

describe("order and repetition", () =>
  testRows([
    ["one type of a list", { type: ["string"] }, text],
    ["types", { type: ["string", "null", "string"] }, { type: ["null", "string"] }],
    ["values", { enum: ["b", null, 10, 2, "a", "b"] }, { enum: ["a", "b", 10, 2, null] }],
    ["required fields", { required: ["b", "a", "b"] }, { required: ["a", "b"] }],
    ["the only value", { const: "a" }, { enum: ["a"] }],
    ["of examples has a meaning", { examples: ["b", "a", "b"] }, { examples: ["b", "a", "b"] }],
  ]));

describe("schemas inside", () => {
  const [before, after] = [{ type: ["string"], minLength: 0 }, text];
  testRows([
    ...["items", "not", "if", "then", "else", "contains", "propertyNames"].map(
      (key) => /** @type {Rows[0]} */ ([key, { [key]: before }, { [key]: after }]),
    ),
    ...["additionalProperties", "unevaluatedItems"].map(
      (key) => /** @type {Rows[0]} */ ([key, { [key]: before }, { [key]: after }]),
    ),
    ...["properties", "patternProperties", "dependentSchemas", "$defs"].map(
      (key) => /** @type {Rows[0]} */ ([key, { [key]: { enum: before } }, { [key]: { enum: after } }]),
    ),
    ["prefixItems", { prefixItems: [before, positive] }, { prefixItems: [after, positive] }],
    ["anyOf", { anyOf: [before, { pattern: "a" }] }, { anyOf: [after, { pattern: "a" }] }],
    ["oneOf", { oneOf: [before, { pattern: "a" }] }, { oneOf: [after, { pattern: "a" }] }],
    [
      "allOf",
      { pattern: "b", allOf: [{ ...before, pattern: "a" }] },
      { pattern: "b", allOf: [{ ...after, pattern: "a" }] },
    ],
    [
      "nothing in their place",
      { properties: null, items: null, not: null },
      { properties: null, items: null, not: null },
    ],
    ["none of them", { items: true, additionalProperties: false }, { items: true, additionalProperties: false }],
    ["no list of them", { items: [before] }, { items: [before] }],
    ["data is none", { default: before, enum: [before] }, { default: before, enum: [before] }],
  ]);
});

describe("unevaluatedProperties", () => {
  const closed = { unevaluatedProperties: false };
  testRows([
    ["is additionalProperties where nothing else has fields", closed, { additionalProperties: false }],
    ["is so with a schema", { unevaluatedProperties: { type: ["string"] } }, { additionalProperties: text }],
  ]);
  testUnchanged([
    ["stays next to anyOf", { ...closed, anyOf: [{ required: ["a"] }, { required: ["b"] }] }],
    ["stays next to oneOf", { ...closed, oneOf: [{ required: ["a"] }, { required: ["b"] }] }],
    ["stays next to allOf", { ...closed, pattern: "a", allOf: [{ pattern: "b" }] }],
    ["stays next to if", { ...closed, if: { required: ["a"] } }],
    ["stays next to dependentSchemas", { ...closed, dependentSchemas: { a: { required: ["b"] } } }],
    ["stays next to additionalProperties", { ...closed, additionalProperties: text }],
  ]);
});

describe("allOf", () =>
  testRows([
    ["is one schema", { allOf: [{ type: "string" }, { maxLength: 3 }] }, { type: "string", maxLength: 3 }],
    ["belongs to what is next to it", { type: "string", allOf: [{ maxLength: 3 }] }, { type: "string", maxLength: 3 }],
    ["in allOf is the same", { allOf: [{ minLength: 1, allOf: [{ maxLength: 3 }] }] }, { minLength: 1, maxLength: 3 }],
    [
      "in allOf keeps what conflicts",
      { allOf: [{ type: "string", allOf: [{ pattern: "a" }, { pattern: "b" }] }] },
      { type: "string", pattern: "a", allOf: [{ pattern: "b" }] },
    ],
    [
      "with what conflicts stays",
      { pattern: "a", allOf: [{ pattern: "b" }] },
      { pattern: "a", allOf: [{ pattern: "b" }] },
    ],
    ["with a schema that is none stays", { allOf: [true, { minLength: 1 }] }, { minLength: 1, allOf: [true] }],
  ]));

describe("a choice", () => {
  testRows([
    [
      "of the same is no choice twice",
      { anyOf: [short, short, { pattern: "a" }] },
      { anyOf: [short, { pattern: "a" }] },
    ],
    [
      "in a choice is one",
      { anyOf: [{ anyOf: [short, { pattern: "a" }] }, positive] },
      { anyOf: [short, { pattern: "a" }, positive] },
    ],
    ["of one is none", { type: "string", anyOf: [{ minLength: 1 }] }, { type: "string", minLength: 1 }],
    ["of one of one is none", { oneOf: [short] }, short],
    ["of types is a list of types", { anyOf: [text, { type: "integer" }] }, { type: ["integer", "string"] }],
    [
      "of types that have lists",
      { anyOf: [{ type: ["string", "boolean"] }, { type: "integer" }] },
      { type: ["boolean", "integer", "string"] },
    ],
    ["of types, exactly one of them, too", { oneOf: [text, { type: "boolean" }] }, { type: ["boolean", "string"] }],
    [
      "of exactly one is any, when their types exclude each other",
      { oneOf: [short, positive] },
      { anyOf: [short, positive] },
    ],
    ["of null alone", { anyOf: [nothing] }, nothing],
  ]);
  testUnchanged([
    ["of exactly one, in exactly one, stays", { oneOf: [{ oneOf: [short, { pattern: "a" }] }, positive] }],
    [
      "in a choice with more than that stays",
      { anyOf: [{ anyOf: [short, { pattern: "a" }], minLength: 1 }, positive] },
    ],
    ["of one that conflicts stays", { pattern: "a", anyOf: [{ pattern: "b" }] }],
    ["of types next to a type stays", { type: ["boolean", "string"], anyOf: [text, { type: "boolean" }] }],
    ["in exactly one stays", { oneOf: [{ anyOf: [short, { pattern: "a" }] }, positive] }],
    [
      "of exactly one of types stays, when a number may be an integer",
      { oneOf: [{ type: "integer" }, { type: "number" }] },
    ],
    ["of an empty item stays", { anyOf: [null, short] }],
    ["of exactly one stays, when one has no type", { oneOf: [{ minLength: 1 }, positive] }],
    ["of exactly one stays, when a number may be an integer", { oneOf: [{ type: "number", maximum: 3 }, positive] }],
    [
      "of exactly one stays next to another choice",
      { anyOf: [{ pattern: "a" }, { pattern: "b" }], oneOf: [short, positive] },
    ],
    ["of what is no schema stays", { anyOf: [true, short] }],
    ["of no list stays", { anyOf: { type: "string" }, oneOf: { type: "string" } }],
  ]);
});

describe("null", () => {
  const nullable = { type: ["null", "string"], maxLength: 1 };
  testRows([
    ["as a choice is a type", { anyOf: [short, nothing] }, nullable],
    ["as the first choice is a type", { anyOf: [nothing, short] }, nullable],
    ["as exactly one choice is a type", { oneOf: [short, nothing] }, nullable],
    ["as a value is a type", { anyOf: [short, { enum: [null] }] }, nullable],
    ["as the only value is a type", { anyOf: [short, { const: null }] }, nullable],
    ["twice is a type once", { anyOf: [nullable, nothing] }, nullable],
    [
      "is a value where there are values",
      { anyOf: [{ type: "string", enum: ["a", "z"] }, nothing] },
      { type: ["null", "string"], enum: ["a", "z", null] },
    ],
    [
      "is a value once",
      { anyOf: [{ type: ["string", "null"], enum: ["a", null] }, nothing] },
      { type: ["null", "string"], enum: ["a", null] },
    ],
    ["is the last of several choices", { anyOf: [nothing, short, positive] }, { anyOf: [short, positive, nothing] }],
    ["is a choice of its own among several", { anyOf: [nullable, positive] }, { anyOf: [short, positive, nothing] }],
    [
      "is no value of the others then",
      { anyOf: [{ type: ["string", "null"], enum: ["a", null] }, positive] },
      { anyOf: [{ type: "string", enum: ["a"] }, positive, nothing] },
    ],
    [
      "among types is one of them",
      { anyOf: [text, { type: "boolean" }, nothing] },
      { type: ["boolean", "null", "string"] },
    ],
  ]);
  testUnchanged([
    ["of a schema without a type stays a choice", { anyOf: [{ minLength: 1 }, nothing] }],
    ["that is accepted twice is refused by oneOf", { oneOf: [nullable, nothing] }],
    ["that two accept is refused by oneOf", { oneOf: [nullable, { type: ["integer", "null"], minimum: 1 }] }],
    ["stays in choices that overlap", { anyOf: [nullable, { type: "string", pattern: "a" }] }],
    [
      "as a type, with values that exclude it, is not accepted",
      { anyOf: [{ type: ["null", "string"], enum: ["a"] }, positive] },
    ],
    ["as a choice next to another type stays", { type: "string", anyOf: [{ enum: [1] }, nothing] }],
  ]);
});

describe("the place where a value is written", () => {
  /** @type {[name: string, schema: any, key: string, expected: string][]} */
  const rows = [
    ["the only value", { const: "a" }, "enum", "const"],
    [
      "a field that closes an object",
      { unevaluatedProperties: false },
      "additionalProperties",
      "unevaluatedProperties",
    ],
    ["a choice of types", { anyOf: [text, { type: "integer" }] }, "type", "anyOf"],
    ["a choice of exactly one", { oneOf: [short, positive] }, "anyOf", "oneOf"],
    ["a word of allOf", { allOf: [text, { maxLength: 3 }] }, "maxLength", "allOf/1/maxLength"],
    ["what is left of allOf", { pattern: "a", allOf: [{ minLength: 1 }, { pattern: "b" }] }, "allOf", "allOf"],
    ["a choice that became one", { anyOf: [nothing, short] }, "maxLength", "anyOf/1/maxLength"],
    ["values in order", { enum: ["b", "a"] }, "enum", "enum"],
    ["values with null", { anyOf: [{ type: "string", enum: ["a"] }, nothing] }, "enum", "anyOf/0/enum"],
    ["required fields in order", { required: ["b", "a"] }, "required", "required"],
  ];
  test.each(rows)("%s", (_, schema, key, expected) => {
    expect(placeOf(normalizeSchema(located(schema)), key)).toBe(expected);
  });

  test("values without null", () => {
    const schema = { anyOf: [{ type: ["string", "null"], enum: ["a", null] }, positive] };
    const [first] = normalizeSchema(located(schema)).anyOf;
    expect(placeOf(first, "enum")).toBe("anyOf/0/enum");
  });
});
