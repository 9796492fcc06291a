// References of a description, and what stands in their place.
import { describe, expect, test } from "vitest";
import { Description } from "../description.js";
import { folderWith } from "../files-fixture.js";
import { originOf } from "./origins.js";
import { resolveAll } from "./resolve.js";

/** @param {any} document @param {Record<string, any>} [files] in openapi/ */
function resolved(document, files = {}) {
  const others = Object.entries(files).map(([name, content]) => [`openapi/${name}`, content]);
  const description = new Description(folderWith({ "openapi/openapi.yaml": document, ...Object.fromEntries(others) }));
  /** @type {Record<string, any>} */
  const components = {};
  return { value: resolveAll(description, description.root, components), components };
}

const text = { type: "string" };

test("a reference is replaced by what it leads to, through several files", () => {
  const { value } = resolved(
    { paths: { "/a": { $ref: "paths/a.yaml" } } },
    { "paths/a.yaml": { get: { $ref: "../get.yaml#/a~1b/0" } }, "get.yaml": { "a/b": [{ summary: "x" }] } },
  );
  expect(value).toEqual({ paths: { "/a": { get: { summary: "x" } } } });
});

describe("words next to a reference", () => {
  const parts = { a: { description: "there", required: true, schema: text } };

  test("replace those of a part of the description", () => {
    const { value } = resolved({ a: { $ref: "#/parts/a", description: "here" }, parts });
    expect(value.a).toEqual({ ...parts.a, description: "here" });
  });

  test.each([
    "schema",
    "schemas",
    "properties",
    "items",
    "allOf",
    "anyOf",
    "oneOf",
    "not",
    "additionalProperties",
    "patternProperties",
    "$defs",
  ])("are rules of their own below %s", (key) => {
    const { value } = resolved({ [key]: { of: { $ref: "#/parts/a", maxLength: 1 } }, parts: { a: text } });
    expect(value[key].of).toEqual({ maxLength: 1, allOf: [text] });
  });

  test("are rules of their own in a file of schemas, or when the target is one", () => {
    const one = { maxLength: 1, allOf: [text] };
    const files = { "schemas/a.yaml": { b: { $ref: "../other.yaml#/c", maxLength: 1 } }, "other.yaml": { c: text } };
    expect(resolved({ a: { $ref: "schemas/a.yaml" } }, files).value.a.b).toEqual(one);
    const target = { "schemas/a.yaml": text };
    expect(resolved({ a: { $ref: "schemas/a.yaml", maxLength: 1 } }, target).value.a).toEqual(one);
    const components = { components: { schemas: { a: text } } };
    expect(resolved({ a: { $ref: "#/components/schemas/a", maxLength: 1 }, ...components }).value.a).toEqual(one);
  });

  test("come before what is already in allOf", () => {
    const { value } = resolved({ schema: { $ref: "#/parts/a", allOf: [{ maxLength: 1 }] }, parts: { a: text } });
    expect(value.schema).toEqual({ allOf: [text, { maxLength: 1 }] });
  });
});

describe("what is no reference", () => {
  test("a field or a header with that name", () => {
    const document = { properties: { $ref: text }, headers: { $ref: { schema: text } } };
    expect(resolved(document).value).toEqual(document);
  });

  test("a value that is no text", () => {
    expect(resolved({ schema: { $ref: 1 }, a: null, b: [null, { $ref: null }] }).value).toEqual({
      schema: { $ref: 1 },
      a: null,
      b: [null, { $ref: null }],
    });
  });
});

test("a reference may stand for a map of names, and in data", () => {
  const { value } = resolved(
    {
      schema: { properties: { $ref: "fields.yaml" } },
      "x-a": { $ref: "#/b" },
      examples: { a: { $ref: "#/b" } },
      b: { c: 1 },
    },
    { "fields.yaml": { a: text } },
  );
  expect(value).toEqual({
    schema: { properties: { a: text } },
    "x-a": { c: 1 },
    examples: { a: { c: 1 } },
    b: { c: 1 },
  });
});

describe("a schema that contains itself", () => {
  const loop = { type: "object", properties: { next: { $ref: "#/components/schemas/lo~1op" } } };
  const document = {
    a: { $ref: "#/components/schemas/lo~1op" },
    b: { $ref: "#/a" },
    components: { schemas: { "lo/op": loop } },
  };

  test("is a component with the name of its address, and the reference stays", () => {
    const { value, components } = resolved(document);
    const name = "openapi_openapi.yaml__components_schemas_lo_1op";
    const one = { type: "object", properties: { next: { $ref: `#/components/schemas/${name}` } } };
    expect(components).toEqual({ [name]: one });
    expect([value.a, value.b]).toEqual([one, one]);
  });

  test("may contain another that contains it", () => {
    const to = (/** @type {string} */ name) => ({ $ref: `#/parts/${name}` });
    const { components } = resolved({ start: to("a"), parts: { a: { items: to("b") }, b: { items: to("a") } } });
    expect(Object.keys(components).toSorted()).toEqual([
      "openapi_openapi.yaml__parts_a",
      "openapi_openapi.yaml__parts_b",
    ]);
  });
});

test("each value knows its file, its path, and the references on the way", () => {
  const { value } = resolved(
    { a: { $ref: "b.yaml#/c", "x-own": [] }, loop: { d: { $ref: "#/loop" } } },
    { "b.yaml": { c: { d: { $ref: "#/e" } }, e: { f: [{}] } } },
  );
  const toB = { file: "openapi/openapi.yaml", path: ["a", "$ref"], target: "openapi/b.yaml#/c" };
  const toE = { file: "openapi/b.yaml", path: ["c", "d", "$ref"], target: "openapi/b.yaml#/e" };
  expect(originOf(value)).toEqual({ file: "openapi/openapi.yaml", path: [], refs: [] });
  expect(originOf(value.a)).toEqual({ file: "openapi/openapi.yaml", path: ["a"], refs: [] });
  expect(originOf(value.a.d)).toEqual({ file: "openapi/b.yaml", path: ["e"], refs: [toB, toE] });
  expect(originOf(value.a.d.f[0])).toEqual({ file: "openapi/b.yaml", path: ["e", "f", "0"], refs: [toB, toE] });
  expect(originOf(value.a["x-own"])).toEqual({ file: "openapi/openapi.yaml", path: ["a", "x-own"], refs: [] });
  expect(originOf(value.loop.d.d)).toMatchObject({ file: "openapi/openapi.yaml", path: ["loop", "d"] });
});
