// Small description for the tests of the comparison.
import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { stringify } from "yaml";
import { changesBetween } from "./changes.js";
import { folderWith } from "./files-fixture.js";

/**
 * @typedef {any} Operation
 * @typedef {[name: string, edit: (operation: Operation) => void, expected: import("./rules.js").Rule[]]} Row
 */

const rules = readFileSync(new URL("../../redocly.diff.yaml", import.meta.url), "utf8");

/** Operation with one of everything. @returns {Operation} */
export const operation = () => ({
  summary: "Do it",
  description: "It is done.",
  tags: ["all"],
  security: [{ user: [] }],
  parameters: [
    { name: "id", in: "path", required: true, schema: { type: "string", maxLength: 5 } },
    {
      name: "size",
      in: "query",
      schema: { type: "integer", default: 3, minimum: 1, maximum: 10, "x-clamp": [1, 100] },
    },
  ],
  requestBody: {
    content: {
      "text/plain": {},
      "application/json": {
        schema: {
          type: "object",
          required: ["a"],
          properties: {
            a: { type: "string", minLength: 1, maxLength: 5, pattern: "^a", format: "date", default: "x" },
            b: { type: "string", enum: ["x", "y"] },
            c: { type: "array", maxItems: 3, items: { type: "string" } },
            e: { type: "array", minContains: 1, contains: { type: "string" }, anyOf: [{ minItems: 1 }] },
            f: { type: "object", if: { minProperties: 1 } },
            default: { type: "string", maxLength: 5 },
            example: { type: "integer", "x-clamp": [1, 5] },
            d: { type: "object", readOnly: true, default: { k: 1 } },
          },
        },
        examples: { one: { value: { a: "x" } } },
      },
    },
  },
  responses: {
    200: {
      description: "Done.",
      links: { next: { operationId: "next" } },
      headers: { Sure: { required: true, schema: { type: "string" } }, Perhaps: { schema: { type: "string" } } },
      content: {
        "application/json": {
          schema: {
            type: "object",
            required: ["a"],
            properties: {
              a: { type: "string", maxLength: 5, format: "date" },
              b: { type: "string", enum: ["x", "y"] },
              c: { type: ["string", "null"] },
              d: { type: "string", writeOnly: true },
            },
          },
          examples: { one: { value: { a: "x" } } },
        },
      },
    },
    404: { description: "Not there.", "x-unreachable": "It is there." },
  },
});

/** Request body, as JSON. @param {Operation} operation */
export const requestContent = ({ requestBody }) => requestBody.content["application/json"];
/** Response body of the success, as JSON. @param {Operation} operation */
export const responseContent = ({ responses }) => responses[200].content["application/json"];
/** Schema of the query parameter. @param {Operation} operation */
export const querySchema = ({ parameters }) => parameters[1].schema;
/** Fields of the request body. @param {Operation} operation */
export const requestFields = (operation) => requestContent(operation).schema.properties;
/** Fields of the response body. @param {Operation} operation */
export const responseFields = (operation) => responseContent(operation).schema.properties;

/**
 * Description without operations, with one of everything else.
 * @type {any}
 */
export const whole = {
  openapi: "3.1.0",
  info: { title: "Test", version: "1.0.0" },
  servers: [{ url: "http://{host}/api", variables: { host: { default: "a", enum: ["a", "b"] } } }],
  tags: [{ name: "all" }, { name: "some" }],
  paths: {},
  components: {
    securitySchemes: { user: { type: "http", scheme: "basic" }, token: { type: "http", scheme: "bearer" } },
  },
  "x-body-limit": 100,
  "x-scopes": { repo: ["repo:status"], "repo:status": [], user: [] },
  "x-timelines": { old: { removal: "2020", brownouts: [["a", "b"]], notice: "http://a.test" } },
};

/**
 * Writes a description into a new folder, and returns the folder. It is removed after the tests of the file.
 * @param {any} description
 */
export const folderOf = (description) =>
  folderWith({
    "redocly.diff.yaml": rules,
    "openapi/openapi.yaml": stringify(description, { aliasDuplicateObjects: false }),
  });

/** @param {number} index */
const pathOf = (index) => `/row-${index}/{id}`;

/**
 * Tests that each edit of an operation is rated by its rules. All rows are compared in one run, each on its own path.
 * @param {Row[]} rows
 */
export function testRows(rows) {
  /** @type {import("./changes.js").Change[]} */
  let changes = [];

  beforeAll(async () => {
    const [base, head] = [structuredClone(whole), structuredClone(whole)].map((description, side) => ({
      ...description,
      paths: Object.fromEntries(
        rows.map(([, edit], index) => {
          const edited = { ...operation(), operationId: `row/${index}`, "x-method": `row.${index}` };
          if (side === 1) edit(edited);
          return [pathOf(index), { post: edited }];
        }),
      ),
    }));
    changes = await changesBetween(folderOf(base), folderOf(head));
  });

  test.each(rows.map(([name, , expected], index) => ({ name, expected, index })))("$name", ({ expected, index }) => {
    const own = changes.filter(({ where }) => where.startsWith(`POST ${pathOf(index)}`));
    expect(own.map(({ rule }) => rule)).toEqual(expected);
  });

  test("no change is without an operation", () => {
    expect(changes.filter(({ where }) => !where.startsWith("POST /row-"))).toEqual([]);
  });
}
