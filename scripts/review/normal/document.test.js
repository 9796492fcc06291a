// Descriptions that say the same in OpenAPI 3.1, and the one form of each.
import { describe, expect, test } from "vitest";
import { Description } from "../description.js";
import { folderWith } from "../files-fixture.js";
import { identity, normalizeDocument } from "./document.js";
import { placeOf } from "./schema-fixture.js";

/** @param {any} document @param {Set<string>} [omitted] */
const normalized = (document, omitted) =>
  normalizeDocument(new Description(folderWith({ "openapi/openapi.yaml": document })), omitted);

/** Operation of a description that has only that one. @param {any} operation @param {any} [item] @param {any} [root] */
const operationOf = (operation, item = {}, root = {}) =>
  normalized({ ...root, paths: { "/a": { ...item, get: operation } } }).paths["/a"].get;

const text = { type: "string" };
const query = (/** @type {any} */ own = {}) => ({ name: "a", in: "query", schema: text, ...own });

test("components are resolved away, but security schemes", () => {
  const document = {
    openapi: "3.1.0",
    "x-body-limit": 7,
    paths: { "/a": { get: { parameters: [{ $ref: "#/components/parameters/a" }] } } },
    components: { parameters: { a: query() }, securitySchemes: { user: { type: "http" } }, schemas: { unused: text } },
  };
  const one = normalized(document);
  expect(placeOf(one.components.securitySchemes, "user")).toBe("components/securitySchemes/user");
  expect(one).toEqual({
    openapi: "3.1.0",
    "x-body-limit": 7,
    paths: { "/a": { get: { parameters: [query()] } } },
    components: { securitySchemes: { user: { type: "http" } }, schemas: {} },
  });
});

test("a description may have no paths and no components", () => {
  expect(normalized({ openapi: "3.1.0" })).toEqual({
    openapi: "3.1.0",
    paths: {},
    components: { securitySchemes: {}, schemas: {} },
  });
});

test("paths can be left out", () => {
  const document = { paths: { "/a": { summary: "a" }, "/b": { summary: "b" } } };
  expect(normalized(document, new Set(["/b"])).paths).toEqual({ "/a": { summary: "a" } });
});

test("a schema that contains itself is a component, in its one form", () => {
  const loop = { type: ["object"], minProperties: 0, properties: { next: { $ref: "#/components/schemas/loop" } } };
  const name = "openapi_openapi.yaml__components_schemas_loop";
  const one = { type: "object", properties: { next: { $ref: `#/components/schemas/${name}` } } };
  const { paths, components } = normalized({
    paths: { "/a": { get: { parameters: [query({ schema: { $ref: "#/components/schemas/loop" } })] } } },
    components: { schemas: { loop } },
  });
  expect(components.schemas).toEqual({ [name]: one });
  expect(paths["/a"].get.parameters[0].schema).toEqual(one);
});

describe("security", () => {
  const root = { security: [{ user: [] }] };

  test("of the description is that of its operations", () => {
    const document = normalized({ ...root, paths: { "/a": { get: {} } } });
    expect(document.security).toBeUndefined();
    expect(document.paths["/a"].get.security).toEqual([{ user: [] }]);
    expect(placeOf(document.paths["/a"].get, "security")).toBe("security");
  });

  test("of an operation replaces it, when it is empty too", () => {
    expect(operationOf({ security: [{ token: [] }] }, {}, root).security).toEqual([{ token: [] }]);
    expect(operationOf({ security: [] }, {}, root).security).toEqual([]);
  });

  test("is none where there is none", () => {
    expect(operationOf({ externalDocs: null })).toEqual({ parameters: [], externalDocs: null });
  });
});

describe("parameters of a path", () => {
  test("are those of its operations", () => {
    const other = query({ name: "b" });
    const { paths } = normalized({ paths: { "/a": { parameters: [other], get: { parameters: [query()] }, put: {} } } });
    expect(paths["/a"]).toEqual({ get: { parameters: [query(), other] }, put: { parameters: [other] } });
  });

  test("are replaced by one of the same place and name", () => {
    const own = query({ description: "own" });
    expect(operationOf({ parameters: [own] }, { parameters: [query(), query({ in: "cookie" })] }).parameters).toEqual([
      own,
      query({ in: "cookie" }),
    ]);
  });

  test("are replaced by a header in another case", () => {
    const own = query({ in: "header", name: "ETAG" });
    expect(
      operationOf({ parameters: [own] }, { parameters: [query({ in: "header", name: "etag" })] }).parameters,
    ).toEqual([own]);
  });
});

test("the identity of a parameter is its place and its name, which has no case in a header", () => {
  expect(identity({ in: "query", name: "Page" })).toBe("query Page");
  expect(identity({ in: "header", name: "ETag" })).toBe("header etag");
  expect(identity({ in: "header" })).toBe("header ");
});

describe("what means the same as no value", () => {
  test.each(["required", "deprecated", "allowEmptyValue", "allowReserved"])("%s: false", (key) => {
    expect(operationOf({ parameters: [query({ [key]: false })] }).parameters).toEqual([query()]);
    expect(operationOf({ parameters: [query({ [key]: true })] }).parameters).toEqual([query({ [key]: true })]);
  });

  test("also of an operation, a body and a header", () => {
    const { deprecated, requestBody, responses } = operationOf({
      deprecated: false,
      requestBody: { required: false, content: {} },
      responses: { 200: { headers: { Link: { required: false, deprecated: false, schema: text } } } },
    });
    expect({ deprecated, requestBody, responses }).toEqual({
      requestBody: { content: {} },
      responses: { 200: { headers: { Link: { schema: text } } } },
    });
  });

  // Defaults of style and explode: OpenAPI 3.1.0, section 4.8.12.2.
  test.each([
    ["query", "form", true],
    ["cookie", "form", true],
    ["path", "simple", false],
    ["header", "simple", false],
  ])("style and explode of a parameter in %s: %s, %s", (place, style, explode) => {
    const of = (/** @type {any} */ own) => operationOf({ parameters: [query({ in: place, ...own })] }).parameters[0];
    const without = query({ in: place });
    expect(of({ style })).toEqual(without);
    expect(of({ explode })).toEqual(without);
    expect(of({ style, explode })).toEqual(without);
    expect(of({ explode: !explode })).toEqual({ ...without, explode: !explode });
    expect(of({ style: "deepObject", explode })).toEqual({ ...without, style: "deepObject", explode });
  });
});

describe("schemas", () => {
  test("of parameters, headers and bodies have one form", () => {
    const schema = { type: ["string"], minLength: 0 };
    const operation = operationOf({
      parameters: [query({ schema })],
      requestBody: { content: { "application/json": { schema } } },
      responses: { 200: { headers: { Link: { schema } }, content: { "text/plain": { schema } } } },
    });
    expect(operation.parameters[0].schema).toEqual(text);
    expect(operation.requestBody.content["application/json"].schema).toEqual(text);
    expect(operation.responses[200]).toEqual({
      headers: { Link: { schema: text } },
      content: { "text/plain": { schema: text } },
    });
  });

  test("a name is no keyword, and data is no part of the description", () => {
    const data = { required: false, schema: { type: ["string"] } };
    const operation = operationOf({
      responses: { default: { headers: { schema: { required: false, schema: text } } } },
      "x-data": data,
      requestBody: { content: { schema: { example: data, examples: { a: { value: data } } } } },
    });
    expect(operation).toEqual({
      parameters: [],
      responses: { default: { headers: { schema: { schema: text } } } },
      "x-data": data,
      requestBody: { content: { schema: { example: data, examples: { a: { value: data } } } } },
    });
  });
});
