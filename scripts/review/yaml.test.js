import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { newFolder } from "@grantbook/test-kit/temporary-folder";
import { beforeEach, expect, test } from "vitest";
import { Description, entry } from "./description.js";
import { versionOf } from "./version.js";

/** @type {string} */
let folder;
beforeEach(() => {
  folder = newFolder();
  for (const name of ["openapi", ".changeset"]) mkdirSync(join(folder, name));
});

test.each(["[", "{a: ", "- ", "? "])("a description that is nested too deeply is refused: %j", (opening) => {
  writeFileSync(join(folder, entry), opening.repeat(500_000));
  expect(() => new Description(folder).root).toThrow("openapi/openapi.yaml is nested too deeply.");
});

test("so is a changeset", () => {
  writeFileSync(join(folder, entry), "info:\n  version: 0.1.0\n");
  writeFileSync(join(folder, ".changeset/config.json"), '{ "fixed": [["grantbook"]] }');
  writeFileSync(join(folder, ".changeset/deep.md"), `---\n${"[".repeat(500_000)}\n---\n`);
  expect(() => versionOf(folder, folder, undefined)).toThrow(".changeset/deep.md is nested too deeply.");
});

test.each(["constructor", "__proto__", "toString/name"])(
  "a reference to %s, which every object has, leads to nothing",
  (key) => {
    writeFileSync(join(folder, entry), `paths:\n  $ref: "#/${key}"\n`);
    const description = new Description(folder);
    expect(() => description.child(description.root, "paths")).toThrow(`there is nothing at #/${key}`);
    expect(description.has(`${entry}#/${key}`)).toBe(false);
  },
);

test.each([
  ["a: 1\nb: [\n", /^openapi\/openapi\.yaml is no YAML, line 3: ./],
  ["a: 1\na: 2\n", /^openapi\/openapi\.yaml is no YAML, line 2: ./],
  ["a: 1\n---\nb: 2\n", /^openapi\/openapi\.yaml is no YAML: it has more than one document\.$/],
])("what is no YAML is refused, with its line: %j", (text, message) => {
  writeFileSync(join(folder, entry), text);
  expect(() => new Description(folder).root).toThrow(message);
});

test("an empty file is an empty document", () => {
  writeFileSync(join(folder, entry), "");
  expect(new Description(folder).root.value).toBeNull();
});
