import { expect, test } from "vitest";
import { extensionRules } from "./extensions.js";
import { asAnnotations } from "./format-annotations.js";

/** @type {any} */
const change = {
  rating: "minor",
  rule: "part-added",
  where: "GET /user",
  operations: ["GET /user"],
  what: "`x` was added.",
  file: "openapi/paths/user.yaml",
  line: 3,
};

/** @param {object} report */
const annotated = (report) =>
  asAnnotations(/** @type {any} */ ({ base: "abcdef0123", lint: [], changes: [], ...report })).split("\n");

test.each([
  ["major", "warning"],
  ["minor", "notice"],
  ["patch", "notice"],
])("a %s change is a %s", (rating, level) => {
  expect(annotated({ changes: [{ ...change, rating }] })[0]).toBe(
    `::${level} file=openapi/paths/user.yaml,line=3,title=${rating} change%3A part-added::GET /user: \`x\` was added.`,
  );
});

test.each([
  ["error", "error"],
  ["warn", "warning"],
])("a finding of the linter with severity %s is a %s", (severity, level) => {
  const lint = [{ severity, rule: "no-x", message: "No x.", file: "openapi/openapi.yaml", line: 7 }];
  expect(annotated({ lint })[0]).toBe(`::${level} file=openapi/openapi.yaml,line=7,title=no-x::No x.`);
});

test("a property cannot end itself, and a message is one line", () => {
  const what = "100 %,\nthen: more\r::error::forged";
  const [line, ...rest] = annotated({ changes: [{ ...change, what, file: "a,b:c%d\n.yaml" }] });
  expect(line).toBe(
    "::notice file=a%2Cb%3Ac%25d%0A.yaml,line=3,title=minor change%3A part-added::" +
      "GET /user: 100 %25,%0Athen: more%0D::error::forged",
  );
  expect(rest.filter(Boolean)).toEqual([]);
});

test("what fails the review is an error", () => {
  expect(annotated({ failure: "Something was missing." }).filter(Boolean)).toEqual([
    "::error title=Review of the API description::Something was missing.",
  ]);
});

test.each(
  /** @type {[string, unknown, unknown, string][]} */ ([
    ["x-body-limit", undefined, 65_536, "limit-lowered"],
    ["x-body-limit", 65_536, 65_535, "limit-lowered"],
    ["x-body-limit", 65_536, 65_537, "limit-raised"],
    ["x-body-limit", 65_536, undefined, "limit-raised"],
    ["x-clamp", undefined, [1, 100], "limit-lowered"],
    ["x-clamp", [1, 100], [2, 100], "limit-lowered"],
    ["x-clamp", [1, 100], [1, 99], "limit-lowered"],
    ["x-clamp", [1, 100], [0, 101], "limit-raised"],
    ["x-clamp", [1, 100], undefined, "limit-raised"],
    ["x-unreachable", undefined, "because", "fact-changed"],
    ["x-unreachable", "because", "for another reason", "wording-changed"],
    ["x-unreachable", "because", undefined, "fact-changed"],
    ["x-displayName", "a", "b", "wording-changed"],
    ["x-method", undefined, "a", "fact-changed"],
    ["x-method", "a", "b", "name-changed"],
    ["x-method", "a", undefined, "name-changed"],
    ["x-idempotent", undefined, true, "repetition-safe"],
    ["x-idempotent", true, undefined, "repetition-unsafe"],
    ["x-idempotent", true, false, "repetition-unsafe"],
  ]),
)("%s from %j to %j is rated %j", (name, before, after, rule) => {
  expect(extensionRules[name]?.(before, after)).toEqual([{ rule }]);
});

test.each(
  /** @type {[object, object, string[]][]} */ ([
    [{ repo: [] }, { repo: [], gist: [] }, ["scope-added"]],
    [{ repo: [], gist: [] }, { repo: [] }, ["scope-changed"]],
    [{ repo: ["a", "b"] }, { repo: ["b", "a"] }, ["order-changed"]],
    [{ repo: ["a"] }, { repo: [] }, ["scope-changed"]],
    [{ repo: ["a"] }, { repo: ["a", "b"] }, ["scope-changed"]],
    [{ repo: ["a"] }, { repo: ["b"] }, ["scope-changed", "scope-changed"]],
    [{ repo: ["a"] }, { repo: ["a"] }, []],
  ]),
)("scopes from %j to %j are rated %j", (before, after, expected) => {
  expect(extensionRules["x-scopes"]?.(before, after).map(({ rule }) => rule)).toEqual(expected);
});

test.each(
  /** @type {[object, object, string[]][]} */ ([
    [{}, { "2020-11-13": {} }, ["fact-changed"]],
    [{ "2020-11-13": {} }, {}, ["removal-announced"]],
    [{ a: { removal: "1" } }, { a: { removal: "2" } }, ["removal-announced"]],
    [{ a: { brownouts: [] } }, { a: { brownouts: [["1", "2"]] } }, ["removal-announced"]],
    [{ a: { notice: "1" } }, { a: { notice: "2" } }, ["fact-changed"]],
  ]),
)("timelines from %j to %j are rated %j", (before, after, expected) => {
  expect(extensionRules["x-timelines"]?.(before, after).map(({ rule }) => rule)).toEqual(expected);
});

test.each(
  /** @type {[object, object, string[]][]} */ ([
    [{}, { removalDate: "2020-11-13" }, ["removal-announced"]],
    [{ removalDate: "2020-11-13" }, {}, ["fact-changed"]],
    [{ deprecationDate: "2020-02-14" }, { deprecationDate: "2020-02-15" }, ["fact-changed"]],
  ]),
)("dates of GitHub from %j to %j are rated %j", (before, after, expected) => {
  expect(extensionRules["x-github"]?.(before, after).map(({ rule }) => rule)).toEqual(expected);
});
