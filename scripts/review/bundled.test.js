import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { newFolder } from "@grantbook/test-kit/temporary-folder";
import { beforeEach, expect, test } from "vitest";
import { redocly } from "../redocly.js";
import { bundled } from "./bundled.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** @type {string} */
let folder;
beforeEach(() => {
  folder = newFolder();
  mkdirSync(join(folder, "openapi"));
});

test("the descriptions are bundled as the command line does it, with every key in its order below the top", async () => {
  const files = ["openapi/openapi.yaml", "openapi/flows.yaml"];
  const { status } = redocly("bundle", ...files.map((file) => join(root, file)), "--ext=json", "--output", folder);
  expect(status).toBe(0);
  for (const [index, name] of ["openapi.json", "flows.json"].entries()) {
    const expected = JSON.parse(readFileSync(join(folder, name), "utf8"));
    const actual = await bundled(root, files[index] ?? "", "the work tree");
    expect(Object.keys(actual).toSorted()).toEqual(Object.keys(expected).toSorted());
    for (const key of Object.keys(expected)) expect(JSON.stringify(actual[key])).toBe(JSON.stringify(expected[key]));
  }
});

/** @param {string} paths of a description */
async function failureOf(paths) {
  const start = "openapi: 3.1.0\ninfo:\n  title: Test\n  version: 0.1.0\npaths:\n";
  writeFileSync(join(folder, "openapi/openapi.yaml"), start + paths);
  return bundled(folder, "openapi/openapi.yaml", "the base").catch(({ message }) => message);
}

test("a reference that leads nowhere has its file and its line in the error", async () => {
  writeFileSync(join(folder, "openapi/meta.yaml"), "get:\n  responses:\n    200:\n      $ref: '#/nowhere'\n");
  expect(await failureOf("  /meta:\n    $ref: meta.yaml\n  /user:\n    $ref: user.yaml\n")).toBe(
    "The description of the base could not be bundled:\n" +
      "openapi/meta.yaml:4: Can't resolve $ref\n" +
      "openapi/openapi.yaml:9: Can't resolve $ref: ENOENT: no such file or directory 'openapi/user.yaml'",
  );
});

test("what is no YAML has its file and its line in the error", async () => {
  writeFileSync(join(folder, "openapi/meta.yaml"), "get:\n  responses: [\n");
  expect(await failureOf("  /meta:\n    $ref: meta.yaml\n")).toMatch(/openapi\/meta\.yaml:\d+/);
  expect(await failureOf("  /meta: [\n")).toContain('in "openapi/openapi.yaml" (7:1)');
});
