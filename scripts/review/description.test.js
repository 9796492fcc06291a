// Descriptions in several files: references, addresses and lines.
import { describe, expect, test } from "vitest";
import { addressOf, Description, entry, flowsEntry, keysOf } from "./description.js";
import { folderWith } from "./files-fixture.js";

const text = `paths:
  /a: &a
    $ref: paths/a.yaml
  /b: *a
list:
  - one
  - two: 2
    three: &shared
      four: 4
shared: *shared
nothing: null
`;

const description = () =>
  new Description(
    folderWith({
      [entry]: text,
      [flowsEntry]: { flows: true },
      "openapi/paths/a.yaml": { get: { $ref: "../parts.yaml#/x~1y/0" } },
      "openapi/parts.yaml": {
        "x/y": [{ summary: "x" }],
        "a b": 1,
        loop: { $ref: "#/loop" },
        chain: { $ref: "#/a%20b" },
      },
    }),
  );

/** @param {Description} from @param {...string} path */
const placeOf = (from, ...path) =>
  path.reduce((/** @type {any} */ place, key) => place && from.child(place, key), from.root);

test("the entry file is that of the API, or the given one", () => {
  expect(description().root).toMatchObject({ file: "openapi/openapi.yaml", path: [] });
  const flows = new Description(folderWith({ [flowsEntry]: { flows: true } }), flowsEntry);
  expect(flows.root).toEqual({ file: "openapi/flows.yaml", path: [], value: { flows: true } });
});

describe("below a place", () => {
  test("references are followed, through several files", () => {
    expect(placeOf(description(), "paths", "/a", "get")).toEqual({
      file: "openapi/parts.yaml",
      path: ["x/y", "0"],
      value: { summary: "x" },
    });
  });

  test("is a member of a list, by its number", () => {
    const all = description();
    expect(all.child(placeOf(all, "list"), 0)).toEqual({ file: entry, path: ["list", "0"], value: "one" });
  });

  test.each([["nothing", "x"], ["missing"], ["constructor"], ["list", "length", "x"]])(
    "is nothing at %s %s",
    (...path) => {
      expect(placeOf(description(), ...path.filter(Boolean))).toBeUndefined();
    },
  );

  test("nothing is below a text", () => {
    const all = description();
    expect(all.child({ file: entry, path: [], value: "text" }, "length")).toBeUndefined();
  });
});

test("a plain value has all references followed", () => {
  const all = description();
  expect(all.plain(placeOf(all, "paths"))).toEqual({
    "/a": { get: { summary: "x" } },
    "/b": { get: { summary: "x" } },
  });
  expect(all.plain(placeOf(all, "list"))).toEqual(["one", { two: 2, three: { four: 4 } }]);
  expect(all.plain(placeOf(all, "nothing"))).toBeNull();
  expect(all.plain(placeOf(all, "list", "0"))).toBe("one");
  expect(all.plain(undefined)).toBeUndefined();
});

test.each(
  /** @type {[string[], number][]} */ ([
    [[], 1],
    [["paths"], 1],
    [["paths", "/a"], 2],
    [["paths", "/a", "$ref"], 3],
    [["paths", "/b"], 4],
    [["paths", "/b", "$ref"], 3],
    [["list", "0"], 6],
    [["list", "1"], 7],
    [["list", "1", "three"], 8],
    [["list", "1", "three", "four"], 9],
    [["shared", "four"], 9],
    [["nothing"], 11],
    [["paths", "/a", "gone", "four"], 2],
    [["list", "7"], 5],
  ]),
)("the line of %j is %d", (path, line) => {
  expect(description().line({ file: entry, path, value: undefined })).toBe(line);
});

describe("a reference", () => {
  /** @param {string} file @param {string} $ref @returns {any} */
  const place = (file, $ref) => ({ file, path: ["x"], value: { $ref } });

  test.each([
    ["openapi/parts.yaml", "#/a%20b", { file: "openapi/parts.yaml", path: ["a b"], value: 1 }],
    [
      "openapi/paths/a.yaml",
      "../parts.yaml#/x~1y/0/summary",
      { file: "openapi/parts.yaml", path: ["x/y", "0", "summary"], value: "x" },
    ],
    [flowsEntry, "", { file: flowsEntry, path: [], value: { flows: true } }],
    [entry, "flows.yaml", { file: flowsEntry, path: [], value: { flows: true } }],
    ["openapi/parts.yaml", "#/chain", { file: "openapi/parts.yaml", path: ["chain"], value: { $ref: "#/a%20b" } }],
  ])("in %s to %j leads to its target", (file, reference, expected) => {
    expect(description().target(place(file, reference))).toEqual(expected);
  });

  test("that leads nowhere is refused with its file", () => {
    expect(() => description().target(place(entry, "parts.yaml#/nothing"))).toThrow(
      "openapi/openapi.yaml: there is nothing at parts.yaml#/nothing.",
    );
    expect(() => description().target(place(entry, "gone.yaml"))).toThrow("openapi/gone.yaml could not be read.");
  });

  test("to itself is refused", () => {
    const all = description();
    const parts = { file: "openapi/parts.yaml", path: [], value: { loop: { $ref: "#/loop" } } };
    expect(() => all.child(parts, "loop")).toThrow("openapi/parts.yaml: #/loop refers to itself.");
  });
});

test.each([
  ["openapi/openapi.yaml#/paths/~1a", true],
  ["openapi/openapi.yaml#/nothing", true],
  ["openapi/openapi.yaml", true],
  ["openapi/openapi.yaml#/paths/~1c", false],
  ["openapi/openapi.yaml#/nothing/x", false],
  ["openapi/gone.yaml#/a", false],
])("there is something at %s: %s", (address, expected) => {
  expect(description().has(address)).toBe(expected);
});

test("an address is a file and a JSON pointer (RFC 6901)", () => {
  expect(addressOf({ file: "a.yaml", path: [] })).toBe("a.yaml#/");
  expect(addressOf({ file: "a.yaml", path: ["a/b~c/d", "0"] })).toBe("a.yaml#/a~1b~0c~1d/0");
  expect(keysOf("#/a~1b~0c~1d/0")).toEqual(["a/b~c/d", "0"]);
  expect(keysOf("/a")).toEqual(["a"]);
  expect(keysOf("#/")).toEqual([]);
  expect(keysOf("")).toEqual([]);
  expect(keysOf("#/~01")).toEqual(["~1"]);
});
