// What `redocly diff` does not compare: values that are data, and the security of operations.
import { describe, expect, test } from "vitest";
import { NormalizedDescription } from "./normal/normalized.js";
import { compareSecurity } from "./security.js";
import { compareValues, isComparedHere } from "./values.js";
import { walkBoth } from "./walk-both.js";

const describing = (/** @type {any} */ document) => new NormalizedDescription(/** @type {any} */ (undefined), document);

/** @param {any} before @param {any} after */
function valuesOf(before, after) {
  const [base, head] = [describing(before), describing(after)];
  const pair = { base: base.root, head: head.root, path: [] };
  return compareValues(pair, base, head).map(
    ({ rule, rating, what, keys }) => `${rating} ${rule} ${keys.join("/")}: ${what}`,
  );
}

describe("values", () => {
  test.each(
    /** @type {[string, any, any, string[]][]} */ ([
      ["a default that is new", {}, { default: 3 }, ["minor default-added default: `default` was added: 3."]],
      [
        "a default that changed",
        { default: { a: 1 } },
        { default: { a: 2 } },
        [
          'major default-changed default: `default` changed from {"a":1} to {"a":2}. Clients that leave it out get something else.',
        ],
      ],
      [
        "a default that is gone",
        { default: 3 },
        {},
        [
          "major default-changed default: `default` was removed; it was 3. Clients that leave it out get something else.",
        ],
      ],
      ["an example", { example: 1 }, { example: 2 }, ["patch example-changed example: `example` changed from 1 to 2."]],
      ["examples", {}, { examples: [1] }, ["patch example-changed examples: `examples` was added: [1]."]],
      [
        "an extension with a rule",
        { "x-body-limit": 2 },
        { "x-body-limit": 1 },
        ["major limit-lowered x-body-limit: `x-body-limit` changed from 2 to 1."],
      ],
      [
        "a key of an extension",
        {},
        { "x-scopes": { repo: [] } },
        ["minor scope-added x-scopes/repo: The scope `repo` was added."],
      ],
      [
        "an extension without a rule",
        { "x-new": 1 },
        { "x-new": 2 },
        [
          "major no-rule x-new: `x-new` changed from 1 to 2. No rule in scripts/review/extensions.js says what it means.",
        ],
      ],
      [
        "several",
        { default: 1, example: 1 },
        { example: 2 },
        [
          "major default-changed default: `default` was removed; it was 1. Clients that leave it out get something else.",
          "patch example-changed example: `example` changed from 1 to 2.",
        ],
      ],
      ["the same", { default: [1], "x-new": { a: 1 } }, { "x-new": { a: 1 }, default: [1] }, []],
      ["keywords", { type: "string", defaults: 1, "ax-b": 1 }, { type: "integer", defaults: 2, "ax-b": 2 }, []],
    ]),
  )("%s", (_, before, after, expected) => {
    expect(valuesOf(before, after)).toEqual(expected);
  });

  test.each([
    [true, { typeName: "SpecExtension" }],
    [true, { typeName: "SecurityRequirement" }],
    [true, { typeName: "SecurityRequirementList" }],
    [true, { typeName: "Example" }],
    [true, { typeName: "ExamplesMap" }],
    [true, { typeName: "MediaTypeExamples" }],
    [true, { typeName: "Schema", property: "default" }],
    [true, { typeName: "Schema", property: "x-clamp" }],
    [true, { typeName: "Schema", property: "examples" }],
    [false, { typeName: "Schema", property: "type" }],
    [false, { typeName: "Schema" }],
    [false, { typeName: "SecurityScheme" }],
    [false, { typeName: "OtherSecurityRequirement" }],
  ])("%s: it is compared here: %j", (expected, change) => {
    expect(isComparedHere(/** @type {any} */ (change))).toBe(expected);
  });
});

/** @param {any} before @param {any} after @param {string[]} [path] */
const securityOf = (before, after, path = ["paths", "/a", "get"]) =>
  compareSecurity(
    /** @type {any} */ ({ path, base: { value: { security: before } }, head: { value: { security: after } } }),
  ).map(({ rule, rating, what, keys }) => `${rating} ${rule} ${keys}: ${what}`);

describe("security", () => {
  const open =
    "major credentials-not-needed security: Anyone may call it now, without credentials. It required `user`.";
  const refused = "major credentials-refused security:";
  const accepted = "minor credentials-accepted security:";
  test.each(
    /** @type {[string, any, any, string[]][]} */ ([
      ["that is the same", [{ user: [] }, { token: ["b", "a"] }], [{ token: ["a", "b"] }, { user: [] }], []],
      ["that is gone", [{ user: [] }], undefined, [open]],
      ["that is empty", [{ user: [] }], [], [open]],
      ["that is optional", [{ user: [] }], [{ user: [] }, {}], [open]],
      ["that was never there", undefined, [], []],
      [
        "that is new",
        undefined,
        [{ user: [] }, { token: [] }],
        [`${refused} Callers without credentials are refused now. It requires \`user\` or \`token\`.`],
      ],
      [
        "that is not optional any more",
        [{ user: [] }, {}],
        [{ user: [] }],
        [`${refused} Callers without credentials are refused now. It requires \`user\`.`],
      ],
      [
        "with one more",
        [{ user: [] }],
        [{ user: [] }, { token: [] }],
        [`${accepted} Callers may sign in with \`token\` now.`],
      ],
      [
        "with one less",
        [{ user: [] }, { token: [] }],
        [{ user: [] }],
        [`${refused} Callers who sign in with \`token\` are refused now.`],
      ],
      [
        "with both in place of one",
        [{ user: [] }],
        [{ user: [], token: [] }],
        [
          `${refused} Callers who sign in with \`user\` are refused now.`,
          `${accepted} Callers may sign in with \`token\` and \`user\` now.`,
        ],
      ],
      [
        "with other scopes",
        [{ token: ["b"] }],
        [{ token: ["b", "a"] }],
        [
          `${refused} Callers who sign in with \`token b\` are refused now.`,
          `${accepted} Callers may sign in with \`token a b\` now.`,
        ],
      ],
    ]),
  )("%s", (_, before, after, expected) => {
    expect(securityOf(before, after)).toEqual(expected);
  });

  test("of what is no operation is not compared", () => {
    expect(securityOf([{ user: [] }], [], [])).toEqual([]);
    expect(securityOf([{ user: [] }], [], ["paths", "/a", "x-get"])).toEqual([]);
  });
});

describe("the objects that both have", () => {
  /** @param {any} before @param {any} after */
  const walked = (before, after) =>
    [...walkBoth(describing(before), describing(after))].map(({ path }) => path.join(" "));
  const all = (/** @type {any} */ document) => walked(document, structuredClone(document));

  test("are found by their keys, without maps of names, lists and data", () => {
    const document = {
      info: { contact: {} },
      paths: { "/a": { get: { parameters: [{ name: "a", in: "query", schema: {} }] } } },
      responses: { default: { headers: { example: { schema: { properties: { const: { items: {} } } } } } } },
      "x-data": { a: {} },
      default: { a: {} },
      examples: { a: {} },
      enum: [{ a: {} }],
    };
    expect(all(document)).toEqual([
      "",
      "info",
      "info contact",
      "paths /a",
      "paths /a get",
      "paths /a get parameters 0",
      "paths /a get parameters 0 schema",
      "responses default",
      "responses default headers example",
      "responses default headers example schema",
      "responses default headers example schema properties const",
      "responses default headers example schema properties const items",
    ]);
  });

  test("are not those that one side has, or that are no objects", () => {
    expect(walked({ a: {}, b: {}, c: null, d: 1, e: {} }, { a: {}, c: {}, d: {}, e: null })).toEqual(["", "a"]);
  });

  test("paths belong together whatever their parameters are called", () => {
    const [before, after] = [{ paths: { "/a/{x}/b/{y}": {}, "/c": {} } }, { paths: { "/a/{z}/b/{w}": {}, "/d": {} } }];
    expect(walked(before, after)).toEqual(["", "paths /a/{z}/b/{w}"]);
    expect(walked({ "x/{a}": {} }, { "x/{b}": {} })).toEqual([""]);
    expect(walked({ y: { "x/{a}": {} } }, { y: { "x/{b}": {} } })).toEqual(["", "y"]);
  });

  test("members of lists belong together by place and name, by their URL, or by their position", () => {
    const parameter = (/** @type {string} */ name, /** @type {string} */ place) => ({ name, in: place });
    expect(
      walked(
        { a: [parameter("x", "query"), parameter("y", "query")] },
        { a: [parameter("y", "query"), parameter("x", "header"), parameter("x", "query")] },
      ),
    ).toEqual(["", "a 0", "a 2"]);
    expect(walked({ a: [{ url: "/a" }, { url: "/b" }] }, { a: [{ url: "/b" }] })).toEqual(["", "a 0"]);
    expect(walked({ a: [{ b: 1 }, { b: 2 }] }, { a: [{ c: 1 }] })).toEqual(["", "a 0"]);
    expect(walked({ a: [1, null] }, { a: [1, null] })).toEqual([""]);
  });

  test("are visited once, also where a schema contains itself", () => {
    const document = () => ({
      a: { $ref: "#/components/schemas/loop" },
      components: { schemas: { loop: { items: { $ref: "#/components/schemas/loop" } } } },
    });
    expect(walked(document(), document())).toEqual(["", "a", "components"]);
  });
});
