import { expect, test } from "vitest";
import { extensionRules } from "./extensions.js";
import { asAnnotations } from "./format-annotations.js";

/** @type {any} */
const change = {
  rating: "minor",
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
    `::${level} file=openapi/paths/user.yaml,line=3,title=${rating} change::GET /user: \`x\` was added.`,
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
    "::notice file=a%2Cb%3Ac%25d%0A.yaml,line=3,title=minor change::" +
      "GET /user: 100 %25,%0Athen: more%0D::error::forged",
  );
  expect(rest.filter(Boolean)).toEqual([]);
});

test("what fails the review is an error", () => {
  expect(annotated({ failure: "Something was missing." }).filter(Boolean)).toEqual([
    "::error title=Review of the API description::The review could not run to its end. Something was missing.",
  ]);
});

const [narrower, wider] = [[{ rating: "major" }], [{ rating: "minor" }]];
test.each(
  /** @type {[string, unknown, unknown, object][]} */ ([
    ["x-body-limit", undefined, 65_536, narrower],
    ["x-body-limit", 65_536, 65_535, narrower],
    ["x-body-limit", 65_536, 65_537, wider],
    ["x-body-limit", 65_536, undefined, wider],
    ["x-clamp", undefined, [1, 100], narrower],
    ["x-clamp", [1, 100], [2, 100], narrower],
    ["x-clamp", [1, 100], [1, 99], narrower],
    ["x-clamp", [1, 100], [0, 101], wider],
    ["x-clamp", [1, 100], undefined, wider],
    ["x-unreachable", undefined, "because", wider],
    ["x-unreachable", "because", "for another reason", [{ rating: "patch" }]],
    ["x-unreachable", "because", undefined, wider],
    ["x-displayName", "a", "b", [{ rating: "patch" }]],
    ["x-method", undefined, "a", wider],
    ["x-method", "a", "b", narrower],
    ["x-method", "a", undefined, narrower],
    ["x-idempotent", undefined, true, wider],
    ["x-idempotent", true, undefined, narrower],
    ["x-idempotent", true, false, narrower],
  ]),
)("%s from %j to %j is rated %j", (name, before, after, outcome) => {
  expect(extensionRules[name]?.(before, after)).toEqual(outcome);
});

test.each(
  /** @type {[object, object, string[]][]} */ ([
    [{ repo: [] }, { repo: [], gist: [] }, ["minor"]],
    [{ repo: [], gist: [] }, { repo: [] }, ["major"]],
    [{ repo: ["a", "b"] }, { repo: ["b", "a"] }, ["patch"]],
    [{ repo: ["a"] }, { repo: [] }, ["major"]],
    [{ repo: ["a"] }, { repo: ["a", "b"] }, ["major"]],
    [{ repo: ["a"] }, { repo: ["b"] }, ["major", "major"]],
    [{ repo: ["a"] }, { repo: ["a"] }, []],
  ]),
)("scopes from %j to %j are rated %j", (before, after, ratings) => {
  expect(extensionRules["x-scopes"]?.(before, after).map(({ rating }) => rating)).toEqual(ratings);
});

test.each(
  /** @type {[object, object, string[]][]} */ ([
    [{}, { "2020-11-13": {} }, ["minor"]],
    [{ "2020-11-13": {} }, {}, ["major"]],
    [{ a: { removal: "1" } }, { a: { removal: "2" } }, ["major"]],
    [{ a: { brownouts: [] } }, { a: { brownouts: [["1", "2"]] } }, ["major"]],
    [{ a: { notice: "1" } }, { a: { notice: "2" } }, ["minor"]],
  ]),
)("timelines from %j to %j are rated %j", (before, after, ratings) => {
  expect(extensionRules["x-timelines"]?.(before, after).map(({ rating }) => rating)).toEqual(ratings);
});

test.each(
  /** @type {[object, object, string[]][]} */ ([
    [{}, { removalDate: "2020-11-13" }, ["major"]],
    [{ removalDate: "2020-11-13" }, {}, ["minor"]],
    [{ deprecationDate: "2020-02-14" }, { deprecationDate: "2020-02-15" }, ["minor"]],
  ]),
)("dates of GitHub from %j to %j are rated %j", (before, after, ratings) => {
  expect(extensionRules["x-github"]?.(before, after).map(({ rating }) => rating)).toEqual(ratings);
});
