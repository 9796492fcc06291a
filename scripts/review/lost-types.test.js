import { expect, test } from "vitest";
import { writeDescription } from "./description-fixture.js";
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
  const folder = writeDescription("lost", head);
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
