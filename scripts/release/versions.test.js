import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { newFolder } from "@grantbook/test-kit/temporary-folder";
import { beforeEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { packagesIn, publishingProblems, raiseVersions } from "./versions.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const entry = "openapi/openapi.yaml";

test("the description and every published package have the same version", () => {
  const published = packagesIn(root).filter((manifest) => !manifest.private);
  const { version } = parse(readFileSync(join(root, entry), "utf8")).info;
  expect(published.filter((manifest) => manifest.version !== version).map(({ name }) => name)).toEqual([]);
});

test("changesets raises the published packages together, and no others with them", () => {
  const published = packagesIn(root).filter((manifest) => !manifest.private);
  const { fixed } = JSON.parse(readFileSync(join(root, ".changeset/config.json"), "utf8"));
  expect(fixed.flat().toSorted()).toEqual(published.map(({ name }) => name).toSorted());
});

describe("in a copy of the packages", () => {
  let copy = "";

  beforeEach(() => {
    copy = newFolder();
    for (const file of ["package.json", "package-lock.json", ".changeset", entry]) {
      cpSync(join(root, file), join(copy, file), { recursive: true });
    }
    for (const group of ["packages", "apps"]) {
      for (const name of readdirSync(join(root, group))) {
        mkdirSync(join(copy, group, name), { recursive: true });
        cpSync(join(root, group, name, "package.json"), join(copy, group, name, "package.json"));
      }
    }
  });

  /** @param {string} name @param {(manifest: any) => void} edit */
  function change(name, edit) {
    const file = join(copy, "packages", name, "package.json");
    const manifest = JSON.parse(readFileSync(file, "utf8"));
    edit(manifest);
    writeFileSync(file, JSON.stringify(manifest));
  }

  test("a changeset for one package raises all, the description, and what depends on them", {
    timeout: 120_000,
  }, () => {
    for (const name of readdirSync(join(copy, ".changeset"))) {
      if (name.endsWith(".md")) rmSync(join(copy, ".changeset", name));
    }
    writeFileSync(join(copy, ".changeset/one.md"), '---\n"@grantbook/client": minor\n---\n\nOne reason.\n');
    const changesets = createRequire(import.meta.url).resolve("@changesets/cli/bin.js");
    const { status, stderr } = spawnSync(process.execPath, [changesets, "version"], { cwd: copy, encoding: "utf8" });
    expect({ status, stderr }).toMatchObject({ status: 0 });

    const before = readFileSync(join(copy, entry), "utf8");
    const [major, minor] = parse(before).info.version.split(".");
    const next = `${major}.${Number(minor) + 1}.0`;
    expect(raiseVersions(copy)).toBe(next);
    expect(readFileSync(join(copy, entry), "utf8")).toBe(before.replace(/^ {2}version: .*$/m, `  version: ${next}`));
    const published = packagesIn(copy).filter((manifest) => !manifest.private);
    expect(new Set(published.map(({ version }) => version))).toEqual(new Set([next]));
    const server = packagesIn(copy).find(({ name }) => name === "@grantbook/server");
    expect(server?.dependencies).toMatchObject({ "@grantbook/contract": next });
    expect(readFileSync(join(copy, "packages/client/CHANGELOG.md"), "utf8")).toContain("One reason.");
  });

  test("packages with two versions are refused", () => {
    change("client", (manifest) => (manifest.version = "9.9.9"));
    expect(() => raiseVersions(copy)).toThrow("The published packages do not share one version.");
  });

  test("what cannot be published is named", () => {
    change("contract", (manifest) => {
      manifest.version = "9.9.9";
      manifest.repository = undefined;
    });
    change("client", (manifest) => {
      manifest.dependencies["@grantbook/benchmarks"] = "0.1.0";
    });
    const { version } = parse(readFileSync(join(copy, entry), "utf8")).info;
    expect(publishingProblems(copy)).toEqual(
      expect.arrayContaining([
        `@grantbook/contract is 9.9.9, and the description is ${version}.`,
        "@grantbook/contract names no repository: npm takes no provenance without it.",
        "@grantbook/client depends on @grantbook/benchmarks, which is private: it could not be installed.",
      ]),
    );
  });
});
