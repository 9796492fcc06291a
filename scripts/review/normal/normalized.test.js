// What is left of two descriptions after all that they say alike, and where it is written.
import { expect, test } from "vitest";
import { folderWith } from "../files-fixture.js";
import { placeAt } from "../locations.js";
import { readDifferences } from "./normalized.js";

const head = `paths:
  /a:
    get:
      parameters:
        - $ref: "#/components/parameters/size"
        - { name: page, in: query }
  /same:
    get: {}
components:
  parameters:
    size:
      name: size
      in: query
      schema:
        $ref: "#/components/schemas/loop"
  schemas:
    loop:
      items:
        $ref: "#/components/schemas/loop"
      maxItems: 3
`;

/** @param {string} text @param {string} [file] */
const differences = (text, file = "openapi/openapi.yaml") =>
  readDifferences(folderWith({ [file]: text }), folderWith({ [file]: head }), file);

test("what both say is not compared", () => {
  const { base, head: same } = differences(head);
  expect(base.document).toEqual(same.document);
  expect(same.document.paths).toEqual({});
});

test("paths that are written alike are left out, and so is what is equal in the others", () => {
  const { base, head: after } = differences(head.replace("name: page", "name: Page"));
  expect(Object.keys(after.document.paths)).toEqual(["/a"]);
  expect(base.document.paths["/a"].get.parameters).toEqual([{ name: "Page", in: "query" }]);
  expect(after.document.paths["/a"].get.parameters).toEqual([{ name: "page", in: "query" }]);
});

test("a place knows where it is written, and follows a schema that contains itself", () => {
  const { base, head: after } = differences(head.replace("maxItems: 3", "maxItems: 4"));
  const parameter = ["paths", "/a", "get", "parameters", "0"];
  const inside = [...parameter, "schema", "items", "items", "maxItems"];
  expect(placeAt(after, inside)?.value).toBe(3);
  expect(placeAt(base, inside)?.value).toBe(4);
  const place = /** @type {import("./normalized.js").Place} */ (placeAt(after, inside));
  expect(place.path).toEqual(inside);
  const origin = after.origin(place);
  expect(origin.path).toEqual(["components", "schemas", "loop", "maxItems"]);
  expect(after.line(origin)).toBe(20);
  const schema = placeAt(after, [...parameter, "schema", "maxItems"]);
  const refs = schema && after.origin(schema).refs.map(({ target }) => target);
  expect(refs).toEqual([
    "openapi/openapi.yaml#/components/parameters/size",
    "openapi/openapi.yaml#/components/schemas/loop",
  ]);
});

test("there is nothing below a value, below null, and at a name that every object has", () => {
  const { head: after } = differences(head.replace("maxItems: 3", "maxItems: 4"));
  expect(placeAt(after, ["paths", "/a", "constructor"])).toBeUndefined();
  expect(after.child({ path: [], value: null }, "x")).toBeUndefined();
  expect(after.child({ path: [], value: "text" }, "length")).toBeUndefined();
});

test("a place without an origin is in the file that was read", () => {
  const flows = differences(head.replace("maxItems: 3", "maxItems: 4"), "openapi/flows.yaml").head;
  expect(flows.origin({ path: ["x"], value: 1 })).toEqual({ file: "openapi/flows.yaml", path: ["x"], refs: [] });
  expect(flows.origin(flows.root)).toMatchObject({ file: "openapi/flows.yaml", path: [] });
});

test("it knows what an address leads to", () => {
  const { head: after } = differences(head);
  expect(after.has("openapi/openapi.yaml#/components/schemas/loop")).toBe(true);
  expect(after.has("openapi/openapi.yaml#/components/schemas/other")).toBe(false);
});

test.each(["", "null\n", "text\n"])("a file without a description is refused: %j", (text) => {
  expect(() => differences(text)).toThrow("openapi/openapi.yaml has no description.");
});
