// Documents that differ in order and spelling, brought into those of the base.
import { describe, expect, test } from "vitest";
import { align, prune } from "./align.js";
import { freeze } from "./schema-fixture.js";

const text = { type: "string" };
const query = (/** @type {string} */ name, schema = text) => ({ name, in: "query", schema });
const header = (/** @type {string} */ name, schema = text) => ({ name, in: "header", schema });
const fields = (/** @type {string} */ name, /** @type {string} */ description) => ({
  type: "object",
  description,
  properties: { [name]: text },
});

describe("lists without an order", () => {
  test.each(["parameters", "tags", "required", "security", "anyOf", "oneOf", "allOf"])(
    "%s: what both have comes first, in the order of the base",
    (key) => {
      const [base, head] = [{ [key]: ["a", "b", "c"] }, { [key]: ["d", "c", "a"] }];
      expect(align(freeze(base), freeze(head))).toEqual([{ [key]: ["a", "c", "b"] }, { [key]: ["a", "c", "d"] }]);
    },
  );

  test.each(["prefixItems", "servers", "x-order", "default", "examples", "const", "enum"])("%s has an order", (key) => {
    const [base, head] = [{ [key]: ["a", "b"] }, { [key]: ["b", "a"] }];
    expect(align(base, head)).toEqual([{ [key]: ["a", "b"] }, { [key]: ["b", "a"] }]);
  });

  test("what is inside of data stays as it is", () => {
    const [base, head] = [{ default: { required: ["a", "b"] } }, { default: { required: ["b", "a"] } }];
    expect(align(base, head)).toEqual([base, head]);
  });

  test("a field of that name has one, too", () => {
    const [base, head] = [{ properties: { tags: ["a", "b"] } }, { properties: { tags: ["b", "a"] } }];
    expect(align(base, head)).toEqual([base, head]);
  });

  test("what is no list on one side stays", () => {
    const [base, head] = [
      { required: ["a"], tags: "x" },
      { required: "a", tags: ["x"] },
    ];
    expect(align(base, head)).toEqual([base, head]);
  });
});

describe("members that belong together", () => {
  /** @type {[name: string, key: string, base: any[], head: any[]][]} */
  const rows = [
    [
      "parameters of one place and name",
      "parameters",
      [query("a"), query("b")],
      [query("b", { type: "integer" }), query("a", { type: "integer" })],
    ],
    [
      "tags of one name",
      "tags",
      [{ name: "a" }, { name: "b" }],
      [
        { name: "b", description: "x" },
        { name: "a", description: "x" },
      ],
    ],
    [
      "schemas with a field in common",
      "anyOf",
      [fields("a", "1"), fields("b", "1")],
      [fields("b", "2"), fields("a", "2")],
    ],
  ];
  test.each(rows)("%s have the same position", (_, key, base, head) => {
    expect(align(freeze({ [key]: base }), freeze({ [key]: head }))).toEqual([
      { [key]: base },
      { [key]: head.toReversed() },
    ]);
  });

  test("those that are equal come before those that are alike", () => {
    const [base, head] = [
      [fields("a", "1"), fields("a", "2")],
      [fields("a", "2"), fields("a", "3")],
    ];
    expect(align({ anyOf: base }, { anyOf: head })).toEqual([{ anyOf: base }, { anyOf: head.toReversed() }]);
  });

  /** @type {[name: string, key: string, base: any, head: any][]} */
  const strangers = [
    ["a parameter of another place", "parameters", query("a"), header("a")],
    ["a parameter of another name", "parameters", query("a"), query("b")],
    ["a query parameter in another case", "parameters", query("a"), query("A")],
    ["a parameter and what is none", "parameters", query("a"), { name: "a" }],
    ["what is no parameter and one", "parameters", { name: "a" }, query("a")],
    ["schemas of different types", "anyOf", fields("a", "1"), { ...fields("a", "1"), type: "array" }],
    ["schemas without a field in common", "anyOf", fields("a", "1"), fields("b", "1")],
    ["schemas without fields", "anyOf", { type: "object" }, { type: "object", minProperties: 1 }],
    ["a schema and everything", "anyOf", fields("a", "1"), true],
    ["everything and a schema", "anyOf", true, fields("a", "1")],
  ];
  test.each(strangers)("not %s", (_, key, one, other) => {
    const common = { marker: true };
    expect(align({ [key]: [one, common] }, { [key]: [other, common] })).toEqual([
      { [key]: [common, one] },
      { [key]: [common, other] },
    ]);
  });

  test("the schemas inside are aligned", () => {
    const base = { ...query("a"), schema: { required: ["a", "b"] } };
    const head = { ...query("a"), schema: { required: ["b", "a"] }, deprecated: true };
    const [, right] = align({ parameters: [base] }, { parameters: [head] });
    expect(right.parameters).toEqual([{ ...base, deprecated: true }]);
  });
});

describe("names without a case", () => {
  test("header parameters have the spelling of the base", () => {
    const [base, head] = [header("If-None-Match"), header("if-none-match", { type: "integer" })];
    const [, right] = align(freeze({ parameters: [base] }), freeze({ parameters: [head] }));
    expect(right.parameters).toEqual([{ ...head, name: "If-None-Match" }]);
  });

  test.each(["headers", "content"])("%s have the spelling of the base", (key) => {
    const [base, head] = [{ [key]: { "A-b": { x: 1 }, C: {} } }, { [key]: { c: { y: 2 }, "a-B": { x: 2 }, d: {} } }];
    const [left, right] = align(freeze(base), freeze(head));
    expect(left).toEqual(base);
    expect(right).toEqual({ [key]: { C: { y: 2 }, "A-b": { x: 2 }, d: {} } });
  });

  test("a name that the base has in this spelling stays", () => {
    const base = { headers: { Etag: { x: 1 }, etag: { x: 2 } } };
    expect(align(base, { headers: { Etag: { x: 3 } } })[1]).toEqual({ headers: { Etag: { x: 3 } } });
    const both = { headers: { ETag: { x: 1 }, ETAG: { x: 2 } } };
    expect(align({ headers: { ETag: {} } }, both)[1]).toEqual(both);
  });

  test("a field called headers has names with a case", () => {
    const [base, head] = [{ properties: { headers: { Link: {} } } }, { properties: { headers: { link: {} } } }];
    expect(align(base, head)).toEqual([base, head]);
  });

  test("what is no map on one side stays", () => {
    const rows = [
      [{ headers: { Link: 1 } }, { headers: [1] }],
      [{ headers: [1] }, { headers: { link: 1 } }],
      [{ content: null }, { content: { a: 1 } }],
      [{ content: { a: 1 } }, { content: null }],
    ];
    for (const [base, head] of rows) expect(align(base, head)).toEqual([base, head]);
  });
});

test("a key that one side has stays", () => {
  expect(align({ a: 1 }, { b: 2 })).toStrictEqual([{ a: 1 }, { b: 2 }]);
});

describe("what both have alike is removed", () => {
  const rest = { openapi: "3.1.0", info: { title: "x" }, components: { securitySchemes: {} } };
  const operation = (/** @type {any} */ own = {}) => ({
    summary: "x",
    parameters: [query("a"), query("b")],
    responses: { 200: { description: "x" }, 404: { description: "y" } },
    ...own,
  });

  test("but openapi, info and components", () => {
    const document = { ...rest, paths: { "/a": { get: operation() } }, servers: [{ url: "/" }], tags: ["a"] };
    expect(prune(freeze(document), freeze(structuredClone(document)))).toEqual([
      { ...rest, paths: {} },
      { ...rest, paths: {} },
    ]);
  });

  test("not what differs, or what one side has", () => {
    const base = { ...rest, paths: {}, tags: ["a"], servers: [1], one: 1 };
    const head = { ...rest, paths: {}, tags: ["b"], servers: [1], other: 1 };
    expect(prune(base, head)).toEqual([
      { ...rest, paths: {}, tags: ["a"], one: 1 },
      { ...rest, paths: {}, tags: ["b"], other: 1 },
    ]);
  });

  test("paths, operations, parameters and responses", () => {
    const base = { ...rest, paths: { "/a": { get: operation(), put: operation() }, "/b": {}, "/c": { get: 1 } } };
    const head = structuredClone(base);
    head.paths["/a"].get.parameters = [query("a"), query("b", { type: "integer" })];
    head.paths["/a"].get.responses[404].description = "z";
    const [left, right] = prune(freeze(base), freeze(head));
    const pruned = (/** @type {any} */ parameter, /** @type {string} */ description) => ({
      "/a": { get: { summary: "x", parameters: [parameter], responses: { 404: { description } } } },
    });
    expect(left.paths).toEqual(pruned(query("b"), "y"));
    expect(right.paths).toEqual(pruned(query("b", { type: "integer" }), "z"));
  });

  test("not the parts of an operation or a path that one side has", () => {
    const [base, head] = [{ get: operation() }, { get: { ...operation(), parameters: undefined }, put: operation() }];
    const [left, right] = prune({ ...rest, paths: { "/a": base, "/b": base } }, { ...rest, paths: { "/a": head } });
    expect(left.paths).toEqual({ "/a": { get: operation({ responses: {} }) }, "/b": base });
    expect(right.paths["/a"]).toEqual({
      get: operation({ parameters: undefined, responses: {} }),
      put: operation(),
    });
  });

  test("not a value of a path that is no operation", () => {
    const paths = (/** @type {any} */ get) => ({ ...rest, paths: { "/a": { get, summary: get } } });
    expect(prune(paths("x"), paths(null))).toEqual([paths("x"), paths(null)]);
    expect(prune(paths(null), paths({ a: 1 }))).toEqual([paths(null), paths({ a: 1 })]);
  });
});
