import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { newFolder } from "@grantbook/test-kit/temporary-folder";
import { beforeEach, expect, test } from "vitest";
import { versionOf } from "./version.js";

let temporary = "";
beforeEach(() => {
  temporary = newFolder();
});

/**
 * @param {string} name
 * @param {string} version
 * @param {Record<string, string>} [changesets] bumps by name, of a package that shares the version
 */
function folder(name, version, changesets = {}) {
  const path = join(temporary, name);
  for (const part of ["openapi", ".changeset"]) mkdirSync(join(path, part), { recursive: true });
  writeFileSync(join(path, "openapi/openapi.yaml"), `info:\n  version: ${version}\n`);
  writeFileSync(join(path, ".changeset/config.json"), '{ "fixed": [["shared"]] }');
  writeFileSync(join(path, ".changeset/README.md"), "Not a changeset.");
  for (const [file, bump] of Object.entries(changesets)) {
    const packages = bump.includes(":") ? bump : `"shared": ${bump}`;
    writeFileSync(join(path, `.changeset/${file}.md`), `---\n${packages}\n---\n\nWhy.\n`);
  }
  return path;
}

test.each([
  { before: "1.2.3", rating: "major", needed: "2.0.0" },
  { before: "1.2.3", rating: "minor", needed: "1.3.0" },
  { before: "1.2.3", rating: "patch", needed: "1.2.4" },
  { before: "1.2.3", rating: undefined, needed: "1.2.3" },
  { before: "0.2.3", rating: "major", needed: "0.3.0" },
  { before: "0.2.3", rating: "minor", needed: "0.3.0" },
  { before: "0.2.3", rating: "patch", needed: "0.2.4" },
])("a $rating change of $before needs $needed", ({ before, rating, needed }) => {
  const base = folder("base", before);
  expect(versionOf(base, folder("same", before), /** @type {any} */ (rating))).toMatchObject({
    needed,
    enough: rating === undefined,
  });
  expect(versionOf(base, folder("raised", needed), /** @type {any} */ (rating))).toMatchObject({ enough: true });
});

test.each([
  { changeset: "patch", next: "1.0.1", enough: false },
  { changeset: "minor", next: "1.1.0", enough: true },
  { changeset: "major", next: "2.0.0", enough: true },
  { changeset: '"another": major', next: "1.0.0", enough: false },
  { changeset: "none", next: "1.0.0", enough: false },
])("a changeset with $changeset announces $next, for a minor change", ({ changeset, next, enough }) => {
  const head = folder("head", "1.0.0", { change: changeset });
  expect(versionOf(folder("base", "1.0.0"), head, "minor")).toMatchObject({ before: "1.0.0", next, enough });
});

test("the highest changeset counts, and all are named", () => {
  const head = folder("head", "0.1.0", { a: "patch", b: "minor" });
  expect(versionOf(folder("base", "0.1.0"), head, "major")).toMatchObject({
    next: "0.2.0",
    changesets: [".changeset/a.md", ".changeset/b.md"],
    enough: true,
  });
});

test("a changeset that the base has announces another change", () => {
  const base = folder("base", "0.1.0", { theirs: "minor" });
  const head = folder("head", "0.1.0", { theirs: "minor" });
  expect(versionOf(base, head, "major")).toMatchObject({ next: "0.1.0", changesets: [], enough: false });
});

test("a changeset that the base has with another text announces this change", () => {
  const base = folder("base", "0.1.0", { theirs: "patch" });
  const head = folder("head", "0.1.0", { theirs: "minor" });
  expect(versionOf(base, head, "major")).toMatchObject({
    next: "0.2.0",
    changesets: [".changeset/theirs.md"],
    enough: true,
  });
});

test("a release takes the changesets away and raises the version", () => {
  const base = folder("base", "0.9.0", { announced: "minor" });
  expect(versionOf(base, folder("head", "0.10.0"), undefined)).toMatchObject({ next: "0.10.0", enough: true });
});

test("a version that went down is not enough", () => {
  expect(versionOf(folder("base", "0.10.0"), folder("head", "0.9.0"), "patch")).toMatchObject({ enough: false });
});

test("a folder without changesets announces nothing", () => {
  const head = folder("head", "1.0.0");
  rmSync(join(head, ".changeset"), { recursive: true });
  expect(versionOf(folder("base", "1.0.0"), head, undefined)).toMatchObject({ next: "1.0.0", changesets: [] });
});

test("a changeset of another package is not named", () => {
  const head = folder("head", "1.0.0", { other: '"another": major', own: "minor" });
  expect(versionOf(folder("base", "1.0.0"), head, "minor").changesets).toEqual([".changeset/own.md"]);
});

test("a changeset may have lines that end as on Windows, and spaces after its marks", () => {
  const head = folder("head", "1.0.0");
  writeFileSync(join(head, ".changeset/a.md"), '---\r\n"shared": minor\r\n---  \r\n\r\nWhy.\r\n');
  expect(versionOf(folder("base", "1.0.0"), head, "minor").next).toBe("1.1.0");
});

test.each(["Why.\n", '"shared": minor\n---\n', '---\n"shared": minor\n', '---\n"shared": minor\n ---\n'])(
  "a changeset without packages between two marks is refused: %j",
  (text) => {
    const head = folder("head", "1.0.0");
    writeFileSync(join(head, ".changeset/a.md"), text);
    expect(() => versionOf(folder("base", "1.0.0"), head, undefined)).toThrow(
      ".changeset/a.md does not begin with packages between two lines of ---.",
    );
  },
);

test.each(["soon", "1.2", "v1.2.3", "1.2.3-a", "1.2.3.4"])("%s is no version, on either side", (version) => {
  const says = `info.version is ${version === "1.2" ? version : JSON.stringify(version)}; it has to be three numbers, like 1.2.3.`;
  const [valid, none] = [folder("valid", "10.20.30"), folder("none", version)];
  expect(() => versionOf(valid, none, undefined)).toThrow(says);
  expect(() => versionOf(none, valid, undefined)).toThrow(says);
  expect(versionOf(valid, valid, undefined).before).toBe("10.20.30");
});

test("a description without info has no version", () => {
  const none = folder("none", "1.0.0");
  writeFileSync(join(none, "openapi/openapi.yaml"), "paths: {}\n");
  expect(() => versionOf(none, none, undefined)).toThrow("info.version is undefined; it has to be three numbers");
});
