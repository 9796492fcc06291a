import { expect, test } from "vitest";
import { describeLocation, isOperation, placeAt } from "./locations.js";
import { NormalizedDescription } from "./normal/normalized.js";

const schema = { properties: { a: { items: { anyOf: [{ properties: { b: {} } }] } } } };
const document = {
  servers: [{ url: "/" }],
  paths: {
    "/user": {
      summary: "x",
      get: {
        parameters: [{ name: "page", in: "query", schema }, {}],
        requestBody: { content: { "application/json": { schema }, "text/csv": { schema } } },
        responses: { 200: { headers: { Link: { schema } }, content: { "application/json": { schema } } } },
      },
    },
  },
  components: { schemas: {} },
};
const description = new NormalizedDescription(/** @type {any} */ (undefined), document);

const json = ["content", "application/json", "schema"];

test.each(
  /** @type {[string[], string][]} */ ([
    [[], "the description"],
    [["paths"], "paths"],
    [["servers", "0", "url"], "servers / 0 / url"],
    [["paths", "/user"], "/user"],
    [["paths", "/user", "summary"], "/user"],
    [["paths", "/user", "get"], "GET /user"],
    [["paths", "/user", "trace", "responses", "404"], "TRACE /user, response 404"],
    [["paths", "/user", "parameters", "0"], "/user, parameter `0`"],
    [["paths", "/user", "get", "parameters", "0"], "GET /user, query `page`"],
    [["paths", "/user", "get", "parameters", "1"], "GET /user, parameter `1`"],
    [["paths", "/user", "get", "parameters", "0", "schema"], "GET /user, query `page`"],
    [["paths", "/user", "get", "parameters", "9", "schema"], "GET /user, parameter `9`"],
    [["paths", "/user", "get", "requestBody"], "GET /user, request"],
    [["paths", "/user", "get", "requestBody", ...json], "GET /user, request"],
    [["paths", "/user", "get", "requestBody", "content", "text/csv"], "GET /user, request, text/csv"],
    [["paths", "/user", "get", "requestBody", ...json, "properties", "a"], "GET /user, request, `a`"],
    [["paths", "/user", "get", "requestBody", ...json, "properties", "a", "items"], "GET /user, request, `a[]`"],
    [
      ["paths", "/user", "get", "requestBody", ...json, "properties", "a", "items", "anyOf", "0", "properties", "b"],
      "GET /user, request, `a[](anyOf 0).b`",
    ],
    [["paths", "/user", "get", "responses", "200", ...json, "oneOf", "1"], "GET /user, response 200, `(oneOf 1)`"],
    [["paths", "/user", "get", "responses", "200", ...json, "allOf", "1"], "GET /user, response 200, `(allOf 1)`"],
    [["paths", "/user", "get", "responses", "200", ...json, "not", "x"], "GET /user, response 200"],
    [["paths", "/user", "get", "responses", "200", "headers", "Link"], "GET /user, response 200, header `Link`"],
  ]),
)("%j is %s", (path, expected) => {
  expect(describeLocation(path, description)).toBe(expected);
});

test("the last value may be given, where the description has it no more", () => {
  const path = ["paths", "/user", "get", "parameters", "7"];
  expect(describeLocation(path, description, { name: "old", in: "header" })).toBe("GET /user, header `old`");
  expect(describeLocation([...path, "schema"], description, { name: "old" })).toBe("GET /user, parameter `7`");
});

test("a path of the description and a method make an operation", () => {
  for (const method of ["get", "put", "post", "delete", "patch", "options", "head", "trace"])
    expect(isOperation(["paths", "/a", method])).toBe(true);
  for (const path of [
    ["paths", "/a", "summary"],
    ["paths", "/a"],
    ["paths", "/a", "get", "responses"],
    ["components", "/a", "get"],
  ])
    expect(isOperation(path)).toBe(false);
});

test("a place is found by its path, and nothing where there is none", () => {
  expect(placeAt(description, [])?.value).toBe(document);
  expect(placeAt(description, ["servers", "0", "url"])?.value).toBe("/");
  expect(placeAt(description, ["servers", "1", "url"])).toBeUndefined();
});
