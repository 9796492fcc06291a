import { expect, test } from "vitest";
import { Description } from "../description.js";
import { folderOf } from "../description-fixture.js";
import { unchangedPaths } from "./unchanged.js";

const to = (/** @type {string} */ name) => ({ schema: { $ref: `#/components/schemas/${name}` } });

/** `/loop` reaches `a`, which reaches `b`, which reaches `a`; `/inner` reaches them from the other side. */
const description = () => ({
  security: [{ user: [] }],
  paths: { "/plain": { get: { summary: "Plain" } }, "/loop": { get: to("a") }, "/inner": { get: to("b") } },
  components: {
    schemas: {
      a: { properties: { b: { $ref: "#/components/schemas/b" } } },
      b: { properties: { a: { $ref: "#/components/schemas/a" } } },
    },
  },
});

/** @param {(description: any) => void} edit */
function unchangedAfter(edit) {
  const [before, after] = [description(), description()];
  edit(after);
  const folders = [folderOf(before), folderOf(after)];
  const [base, head] = folders.map((folder) => new Description(folder));
  return base && head && [...unchangedPaths(base, head)];
}

/** @type {[name: string, edit: (description: any) => void, expected: string[]][]} */
const rows = [
  ["nothing", () => {}, ["/plain", "/loop", "/inner"]],
  ["a path", (d) => (d.paths["/plain"].get.summary = "Other"), ["/loop", "/inner"]],
  ["the schema that a path reaches first", (d) => (d.components.schemas.a.type = "object"), ["/plain"]],
  ["the schema that a path reaches last", (d) => (d.components.schemas.b.type = "object"), ["/plain"]],
  ["an added path", (d) => (d.paths["/new"] = {}), ["/plain", "/loop", "/inner"]],
  ["the security that operations take over", (d) => (d.security = []), []],
  ["what no path reaches", (d) => (d["x-body-limit"] = 7), ["/plain", "/loop", "/inner"]],
];

test.each(rows)("paths that are unchanged after a change of: %s", (_, edit, expected) => {
  expect(unchangedAfter(edit)).toEqual(expected);
});
