import { expect, test } from "vitest";
import { joined } from "../html.js";
import { small } from "../small-description-fixture.js";
import { factsOf, typeOf } from "./type.js";

test.each([
  [{ type: "string" }, "string"],
  [{}, "any value"],
  [{ type: ["null", "string", "integer"] }, "string or integer or null"],
  [{ type: "array", items: { type: "integer" } }, "array of integer"],
  [{ type: "array" }, "array of any value"],
  [{ oneOf: [{ type: "null" }, { type: "string" }, { type: "string" }] }, "string or null"],
  [{ anyOf: [{ type: "boolean" }, { type: "array", items: { type: "string" } }] }, "boolean or array of string"],
  [{ $ref: "#/components/schemas/authorization" }, '<a href="../index.html#schema/authorization">An authorization</a>'],
  [
    { type: "array", items: { $ref: "#/components/schemas/user" } },
    'array of <a href="../index.html#schema/user">user</a>',
  ],
])("the type of %j is %s", (schema, text) => {
  expect(typeOf(small, "guides/a.html", schema).text).toBe(text);
});

test("a schema that is not there is named", () => {
  expect(() => typeOf(small, "index.html", { $ref: "#/components/schemas/none" })).toThrow("#/components/schemas/none");
});

test.each([
  [{ format: "date-time" }, "an RFC 3339 timestamp"],
  [{ format: "uri" }, "a URI"],
  [{ format: "int64" }, "64 bits"],
  [{ format: "password" }, "a secret"],
  [{ format: "email" }, "email"],
  [{ minLength: 1, maxLength: 255 }, "at least 1 characters; at most 255 characters"],
  [{ maxItems: 100, items: { maxLength: 40 } }, "at most 100 items; each at most 40 characters"],
  [{ minimum: 0, maximum: 9 }, "at least 0; at most 9"],
  [{ "x-clamp": [1, 100], default: 30 }, "clamped to 1–100; <code>30</code> when left out"],
  [{ pattern: "^<a>$" }, "matches <code>^&lt;a&gt;$</code>"],
  [{ enum: ["a", 1, null] }, "one of <code>a</code>, <code>1</code>, <code>null</code>"],
  [{ default: [] }, "<code>[]</code> when left out"],
  [{ writeOnly: true }, "never in a response"],
  [{ examples: ["a", "b"] }, "for example <code>a</code>"],
  [{ type: "string", description: "Not a fact." }, ""],
])("the facts of %j are: %s", (schema, text) => {
  expect(joined(factsOf(schema), "; ").text).toBe(text);
});
