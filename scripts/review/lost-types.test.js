import { describe, expect, test } from "vitest";
import { incompatibleOperations } from "./compile-consumer.js";
import { folderOf } from "./description-fixture.js";
import { folderWith } from "./files-fixture.js";
import { lostByConsumers } from "./lost-types.js";

const document = {
  paths: { "/a": { get: { operationId: "a" } } },
  components: { schemas: { one: { type: "string" } } },
};

/** @param {string} request @param {string} response */
const types = (request, response) =>
  `export interface operations { "a": { parameters: ${request}; requestBody?: never; responses: { 200: ${response} } } }`;

/** @param {string} newTypes @param {any} head @param {any[]} changes */
function lost(newTypes, head = document, changes = []) {
  const folder = folderOf(head);
  const sides = { base: document, oldTypes: types("{ x: 1 | 2 }", "1 | 2"), head, newTypes };
  const found = lostByConsumers(sides, folder, "openapi/openapi.yaml", changes);
  return found.map(({ rule, where, what }) => `${rule} ${where}: ${what}`);
}

test("types that accept more and answer less lose nothing", () => {
  expect(lost(types("{ x: 1 | 2 | 3 }", "1"))).toEqual([]);
});

test("a request that accepts less, and a response that has more, no longer compile", () => {
  const says = "Code that uses the generated types of the";
  expect(lost(types("{ x: 1 }", "1 | 2 | 3"))).toEqual([
    `type-incompatible GET /a, request: ${says} request no longer compiles: Type '2' is not assignable to type '1'.`,
    `type-incompatible GET /a, response 200: ${says} response 200 no longer compiles: Type '3' is not assignable to type '1 | 2'.`,
  ]);
});

test("an operation with a major change needs no second one", () => {
  const known = [{ rating: "major", operations: ["GET /a"] }];
  expect(lost(types("{ x: 1 }", "3"), document, known)).toEqual([]);
});

test("a name that is gone is lost, with the one that replaces it", () => {
  const renamed = { ...document, components: { schemas: { two: { type: "string" } } } };
  expect(lost(types("{ x: 1 | 2 }", "1 | 2"), renamed)).toEqual([
    'type-name-lost components / schemas / one: The generated types lose the name `components["schemas"]["one"]`; it is `two` now.',
  ]);
});

describe("names", () => {
  const schemas = (/** @type {object} */ own) => ({
    ...document,
    components: { schemas: { one: { type: "string" }, ...own } },
  });
  const fit = types("{ x: 1 | 2 }", "1 | 2");

  test("of every kind of component with types are lost", () => {
    const kinds = [
      "schemas",
      "responses",
      "parameters",
      "requestBodies",
      "headers",
      "pathItems",
      "securitySchemes",
      "examples",
    ];
    const base = { ...document, components: Object.fromEntries(kinds.map((kind) => [kind, { [kind]: {} }])) };
    const sides = { base, oldTypes: fit, head: { paths: {} }, newTypes: fit };
    const found = lostByConsumers(sides, folderOf(document), "openapi/openapi.yaml", []);
    expect(found.map(({ where }) => where)).toEqual(kinds.slice(0, 6).map((kind) => `components / ${kind} / ${kind}`));
  });

  test("that are there, or new, are not lost", () => {
    expect(lost(fit, schemas({ two: { type: "string" } }))).toEqual([]);
  });

  test("have no other in their place when that is no new one, or says something else", () => {
    const gone = { ...document, components: { schemas: { two: { type: "integer" } } } };
    expect(lost(fit, gone)).toEqual([
      'type-name-lost components / schemas / one: The generated types lose the name `components["schemas"]["one"]`.',
    ]);
  });

  /** @param {Record<string, string>} files @param {any} head */
  const placeIn = (files, head) => {
    const folder = folderWith({ "openapi/openapi.yaml": "paths: {}\n", ...files });
    const sides = { base: document, oldTypes: fit, head, newTypes: fit };
    const [{ file, line } = { file: "", line: 0 }] = lostByConsumers(sides, folder, "openapi/openapi.yaml", []);
    return `${file}:${line}`;
  };
  const renamed = { ...document, components: { schemas: { two: { type: "string" } } } };
  const gone = { ...document, components: {} };

  test("are shown where the new name is first used, in the entry file before all others", () => {
    const use = "a:\n  $ref: '#/components/schemas/two'\n";
    expect(placeIn({ "openapi/b.yaml": `x: 1\n${use}`, "openapi/c.yaml": use }, renamed)).toBe("openapi/b.yaml:3");
    expect(placeIn({ "openapi/b.yaml": use, "openapi/openapi.yaml": `x: 1\ny: 2\n${use}` }, renamed)).toBe(
      "openapi/openapi.yaml:4",
    );
    expect(placeIn({ "openapi/b.yaml": "\n  $ref: ../schemas/two.yaml\n" }, renamed)).toBe("openapi/b.yaml:2");
    expect(placeIn({ "openapi/b.yaml": "\n\n  $ref: one.yaml\n" }, gone)).toBe("openapi/openapi.yaml:1");
    expect(placeIn({ "openapi/b.yaml": "\n\n  $ref: x/one.yaml\n" }, gone)).toBe("openapi/b.yaml:3");
  });

  test("are at the beginning of the entry file when they are used nowhere", () => {
    const files = { "openapi/b.yaml": "$ref: '#/x/twofold'\n$ref: two.md\n# two\n", "openapi/c.md": "$ref: '#/two'\n" };
    expect(placeIn(files, renamed)).toBe("openapi/openapi.yaml:1");
  });
});

describe("code of consumers", () => {
  /** @param {string} operations @param {string} newOperations @param {string[]} ids */
  const broken = (operations, newOperations, ids = ["a"]) =>
    incompatibleOperations(
      `export interface operations { ${operations} }`,
      `export interface operations { ${newOperations} }`,
      ids,
    ).map(({ id, part, message }) => `${id} ${part}: ${message}`);
  const operation = (/** @type {string} */ body, /** @type {string} */ responses) =>
    `"a": { parameters: {}; requestBody?: ${body}; responses: { ${responses} } };`;

  test("is compared for requests, and for each response of the base", () => {
    const base = operation("{ x: 1 }", '200: 1; "404": 2');
    expect(broken(base, operation("{ x: 1 }", '200: 1; "404": 2; 500: 3'))).toEqual([]);
    expect(broken(base, operation("{ x: 1; y: 2 }", '200: 2; "404": 3'))).toEqual([
      "a request: Property 'y' is missing in type '{ x: 1; }' but required in type '{ x: 1; y: 2; }'.",
      "a response 200: Argument of type '2' is not assignable to parameter of type '1'.",
      "a response 404: Argument of type '3' is not assignable to parameter of type '2'.",
    ]);
  });

  test("has one error for a part, the most exact one", () => {
    const base = '"a": { parameters: { x: { y: 1 | 2 } }; requestBody: 1 | 2; responses: {} };';
    const head = '"a": { parameters: { x: { y: 1 } }; requestBody: 1; responses: {} };';
    expect(broken(base, head)).toEqual(["a request: Type '2' is not assignable to type '1'."]);
  });

  test("is not compared for operations that one side does not have", () => {
    const base = operation("1", "200: 1");
    expect(broken(base, base, ["b"])).toEqual([]);
    expect(broken("", base)).toEqual([]);
  });

  test("may use the types that TypeScript has of its own", () => {
    const base = operation("Record<string, Partial<{ a: 1 }>>", "200: Omit<{ a: 1; b: 2 }, 'a'>[]");
    expect(broken(base, base)).toEqual([]);
    expect(broken(base, operation("Record<string, { a: 1 }>", "200: Pick<{ a: 1; b: 2 }, 'a'>[]"))).toHaveLength(2);
  });

  test("of types without operations is not compared", () => {
    expect(incompatibleOperations("export interface components {}", "export {}", ["a"])).toEqual([]);
    expect(incompatibleOperations("export type operations = {};", "export {}", ["a"])).toEqual([]);
  });
});
