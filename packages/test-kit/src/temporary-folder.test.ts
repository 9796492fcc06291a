import { existsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { expect, test } from "vitest";
import { newFolder, removeLeftovers, useTemporaryFolder } from "./temporary-folder.js";

test("what a file leaves in its temporary folder is named, and removed", () => {
  const before = process.env.TMPDIR;
  const folder = useTemporaryFolder(newFolder());
  try {
    expect(dirname(newFolder())).toBe(folder);
    for (const name of ["b", "a"]) writeFileSync(join(tmpdir(), name), "");
    expect(removeLeftovers(folder)).toEqual(["a", "b", expect.stringMatching(/^grantbook-/)]);
    expect(existsSync(folder)).toBe(false);
  } finally {
    process.env.TMPDIR = before;
  }
});

test("each file has a temporary folder of its own", () => {
  expect(basename(tmpdir())).toMatch(/^temporary-/);
});
