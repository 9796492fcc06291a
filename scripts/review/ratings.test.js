// Changes as `redocly diff` reports them, and the rating of each.
import { describe, expect, test } from "vitest";
import { rate } from "./ratings.js";

/** @param {object} parts */
const rated = (parts) =>
  rate(
    /** @type {any} */ ({ path: "", typeName: "Schema", kind: "modified", impact: "patch", verdicts: [], ...parts }),
  );

/** Value on both sides. @param {any} before @param {any} after */
const values = (before, after) => ({ base: { value: before }, revision: { value: after } });

const body = "#/paths/~1a/post/requestBody/content/application~1json/schema";
const response = "#/paths/~1a/post/responses/200/content/application~1json/schema";
const unknown = "No rule in scripts/review/ratings.js says what this means to a client.";

describe("with a verdict of Redocly", () => {
  test("the rule is ours for that of Redocly, and its messages are the sentence", () => {
    const verdicts = [
      { ruleId: "enum-values-added", message: "Two were added." },
      { ruleId: "schema-type-changed", message: "The type changed." },
    ];
    expect(rated({ verdicts })).toEqual({
      rule: "value-new-in-responses",
      rating: "major",
      what: "Two were added. The type changed.",
    });
  });

  test("a rule that we do not know is none", () => {
    expect(rated({ verdicts: [{ ruleId: "unheard", message: "x" }] })).toEqual({
      rule: "no-rule",
      rating: "major",
      what: "x",
    });
  });
});

describe("words", () => {
  test.each(["Info", "Contact", "License", "Tag", "TagList", "ExternalDocs"])("of %s are for readers", (typeName) => {
    expect(rated({ typeName, property: "name", ...values("a", "b") })).toEqual({
      rule: "wording-changed",
      rating: "patch",
      what: '`name` changed from "a" to "b".',
    });
    expect(rated({ typeName, kind: "removed" }).rule).toBe("wording-changed");
  });

  test.each(["description", "summary", "title", "$comment", "tags", "openapi"])("in %s are for readers", (property) => {
    expect(rated({ typeName: "Operation", property, ...values("a", "b") }).rule).toBe("wording-changed");
  });
});

/** @typedef {[name: string, change: object, expected: string][]} Rows */

/** @param {Rows} rows */
const testRows = (rows) =>
  test.each(rows)("%s", (_, change, expected) => {
    const { rule, what } = rated(change);
    expect(`${rule}: ${what}`).toBe(expected);
  });

describe("what was added", () => {
  const added = (/** @type {string} */ typeName, /** @type {string} */ path, own = {}) => ({
    kind: "added",
    impact: "minor",
    typeName,
    path,
    ...own,
  });
  testRows([
    ["an operation", added("Operation", "#/paths/~1a/get"), "part-added: The operation was added."],
    ["a list of parameters", added("ParameterList", "#/x"), "part-added: The parameter list was added."],
    [
      "an operation that nothing uses",
      added("Operation", "#/x", { impact: "patch" }),
      "unused-part-added: The operation was added.",
    ],
    ["a field", added("Schema", `${body}/properties/a`), "part-added: The field was added."],
    ["fields", added("SchemaProperties", `${body}/properties`), "part-added: The schema properties was added."],
    [
      "a field inside of another",
      added("Schema", `${body}/properties/a/properties/b`),
      "part-added: The field was added.",
    ],
    [
      "a body that is required",
      added("RequestBody", "#/x", { revision: { value: { required: true } } }),
      "body-required: The request body was added. Clients that send none are refused.",
    ],
    [
      "a body that is optional",
      added("RequestBody", "#/x", { revision: { value: { required: false } } }),
      "part-added: The request body was added.",
    ],
    ["a body without a value", added("RequestBody", "#/x"), "part-added: The request body was added."],
    [
      "a header that is required",
      added("Header", "#/x", { revision: { value: { required: true } } }),
      "part-added: The header was added.",
    ],
    [
      "a schema of a body",
      added("Schema", body),
      "schema-added: The schema was added. Clients that send anything else are refused.",
    ],
    ["a schema of a response", added("Schema", response), "wider-request-or-narrower-response: The schema was added."],
    [
      "a schema of items",
      added("Schema", `${body}/items`),
      "wider-request-or-narrower-response: The schema was added.",
    ],
    ["a choice", added("Schema", `${body}/anyOf/1`), "wider-request-or-narrower-response: The schema was added."],
    ["choices", added("SchemaList", `${body}/anyOf`), "wider-request-or-narrower-response: The schema list was added."],
    ["a condition", added("Schema", `${body}/if`), `no-rule: The schema was added. ${unknown}`],
    [
      "fields of a pattern",
      added("Schema", `${body}/patternProperties/a`),
      `no-rule: The schema was added. ${unknown}`,
    ],
    ["a part that is not known", added("Unheard", `${body}/x`), `no-rule: The unheard was added. ${unknown}`],
  ]);
});

describe("what was removed", () => {
  const removed = (/** @type {string} */ typeName, /** @type {string} */ path) => ({ kind: "removed", typeName, path });
  testRows([
    [
      "a field",
      removed("Schema", `${body}/properties/a`),
      "field-removed: The field was removed. What a client sends in it has no effect any more.",
    ],
    [
      "all fields",
      removed("SchemaProperties", `${body}/properties`),
      "field-removed: The schema properties was removed. What a client sends in it has no effect any more.",
    ],
    [
      "a schema",
      removed("Schema", response),
      "schema-removed: The schema was removed. Nothing is said about the value any more.",
    ],
    [
      "a schema of items",
      removed("Schema", `${body}/items`),
      "wider-request-or-narrower-response: The schema was removed.",
    ],
    ["a choice", removed("Schema", `${body}/oneOf/0`), "wider-request-or-narrower-response: The schema was removed."],
    ["a condition", removed("Schema", `${body}/if`), `no-rule: The schema was removed. ${unknown}`],
    ["a link", removed("Link", "#/x/links/schema"), `no-rule: The link was removed. ${unknown}`],
  ]);
});

describe("what was changed", () => {
  const changed = (/** @type {string} */ name, /** @type {any} */ before, /** @type {any} */ after) => {
    const [typeName, property] = name.split(".");
    return { typeName, property, ...values(before, after) };
  };
  const wider = "wider-request-or-narrower-response";
  testRows([
    ["a limit", changed("Schema.maxLength", 1, 2), `${wider}: \`maxLength\` changed from 1 to 2.`],
    [
      "a limit of what is no schema",
      changed("Server.maxLength", 1, 2),
      `no-rule: \`maxLength\` changed from 1 to 2. ${unknown}`,
    ],
    [
      "a keyword that is not known",
      changed("Schema.unheard", 1, 2),
      `no-rule: \`unheard\` changed from 1 to 2. ${unknown}`,
    ],
    ["nothing by name", { typeName: "Schema", ...values(1, 2) }, `no-rule: \`\` changed from 1 to 2. ${unknown}`],
    [
      "a parameter that is optional now",
      changed("Parameter.required", true, false),
      `${wider}: \`required\` changed from true to false.`,
    ],
    [
      "a body that is optional now",
      changed("RequestBody.required", true, undefined),
      `${wider}: \`required\` was removed; it was true.`,
    ],
    [
      "a header that is sure now",
      changed("Header.required", false, true),
      `${wider}: \`required\` changed from false to true.`,
    ],
    [
      "a header that is not sure any more",
      changed("Header.required", true, false),
      "header-may-be-missing: `required` changed from true to false. Clients cannot count on the header any more.",
    ],
    [
      "a deprecation",
      changed("Operation.deprecated", undefined, true),
      "deprecation-changed: `deprecated` was added: true.",
    ],
    [
      "the deprecation of a field",
      changed("Schema.deprecated", true, undefined),
      "deprecation-changed: `deprecated` was removed; it was true.",
    ],
    [
      "a field that cannot be sent",
      changed("Schema.readOnly", undefined, true),
      "field-direction-changed: `readOnly` was added: true. Clients cannot set it any more.",
    ],
    [
      "a field that can be sent",
      changed("Schema.readOnly", true, undefined),
      "field-direction-changed: `readOnly` was removed; it was true. Clients can set it, and have to where it is required.",
    ],
    [
      "a field that is not answered",
      changed("Schema.writeOnly", undefined, true),
      "field-direction-changed: `writeOnly` was added: true. Answers do not have it any more.",
    ],
    [
      "a field that is answered",
      changed("Schema.writeOnly", true, undefined),
      `${wider}: \`writeOnly\` was removed; it was true.`,
    ],
    [
      "the name of a parameter",
      changed("Parameter.name", "a", "b"),
      'name-changed: `name` changed from "a" to "b". The generated types know it by its name.',
    ],
    [
      "the name of a path",
      changed("PathItem.key", "a", "b"),
      'name-changed: `key` changed from "a" to "b". The generated types know it by its name.',
    ],
    [
      "a value of a server that is gone",
      changed("ServerVariable.enum", ["a", "b"], ["b", "c"]),
      'server-changed: `enum` changed from ["a","b"] to ["b","c"]. Clients that use the lost value have no server.',
    ],
    [
      "a value of a server that is new",
      changed("ServerVariable.enum", ["a"], ["b", "a"]),
      `${wider}: \`enum\` changed from ["a"] to ["b","a"].`,
    ],
    [
      "the values of a server, which are free now",
      changed("ServerVariable.enum", ["a"], undefined),
      `${wider}: \`enum\` was removed; it was ["a"].`,
    ],
    [
      "the values of a server, which were free",
      changed("ServerVariable.enum", undefined, ["a"]),
      `${wider}: \`enum\` was added: ["a"].`,
    ],
    [
      "the order of values",
      changed("Schema.enum", ["a", "b"], ["b", "a"]),
      'order-changed: `enum` changed from ["a","b"] to ["b","a"].',
    ],
    [
      "values",
      changed("Schema.enum", ["a", "b"], ["b", "c"]),
      `${wider}: \`enum\` changed from ["a","b"] to ["b","c"].`,
    ],
    ["a value to a list", changed("Schema.type", "a", ["a"]), `${wider}: \`type\` changed from "a" to ["a"].`],
    ["a list to a value", changed("Schema.type", ["a"], "a"), `${wider}: \`type\` changed from ["a"] to "a".`],
    [
      "the order of what has no rule",
      changed("Link.parameters", ["a", "b"], ["b", "a"]),
      `no-rule: \`parameters\` changed from ["a","b"] to ["b","a"]. ${unknown}`,
    ],
  ]);
});
