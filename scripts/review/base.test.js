// The commit that a review compares with, in small repositories.
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { addFlows, baseOf, extract, rootOf } from "./base.js";
import { folderWith } from "./files-fixture.js";

/** @type {string} */
let folder;

/** @param {string[]} parameters */
function git(...parameters) {
  const identity = ["-c", "user.name=Test", "-c", "user.email=test@grantbook.test", "-c", "commit.gpgsign=false"];
  const { status, stdout, stderr } = spawnSync("git", [...identity, ...parameters], { cwd: folder, encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return stdout.trim();
}

/** Commits all files, and returns the id. @param {string} text of the description */
function commit(text) {
  writeFileSync(join(folder, "openapi/openapi.yaml"), text);
  git("add", "--all");
  git("commit", "--quiet", "--allow-empty", "--message=State");
  return git("rev-parse", "HEAD");
}

beforeEach(() => {
  folder = folderWith({ "openapi/openapi.yaml": "", "other/a.txt": "a" });
  git("init", "--quiet", "--initial-branch=main");
});

describe("the root", () => {
  test("is that of the work tree, from any folder in it", () => {
    expect(rootOf(join(folder, "other"))).toBe(folder);
  });

  test("is nowhere outside of a work tree", () => {
    const outside = folderWith({});
    expect(() => rootOf(outside)).toThrow(
      `${outside} is not in a git repository, so there is no older version to compare with. Clone the repository: a ` +
        "downloaded archive has no history.",
    );
  });

  test("cannot be found where git cannot be started", () => {
    expect(() => rootOf(join(folder, "gone"))).toThrow(
      /^git could not be started \(.*ENOENT.*\)\. Install git, and run it again\.$/,
    );
  });
});

describe("the base", () => {
  test("is where the work left main, and newer commits are counted", () => {
    const first = commit("1");
    expect(baseOf(folder, undefined)).toEqual({ base: first });
    git("switch", "--quiet", "--create", "work");
    const second = commit("2");
    expect(baseOf(folder, undefined)).toEqual({ base: first });
    git("switch", "--quiet", "main");
    commit("3");
    git("switch", "--quiet", "work");
    expect(baseOf(folder, undefined)).toEqual({ base: first, newer: "main has 1 newer commit, not compared" });
    git("switch", "--quiet", "main");
    commit("4");
    git("switch", "--quiet", "work");
    expect(baseOf(folder, "main")).toEqual({ base: first, newer: "main has 2 newer commits, not compared" });
    expect(baseOf(folder, "HEAD")).toEqual({ base: second });
  });

  test("is found from origin/main rather than from main", () => {
    const first = commit("1");
    git("update-ref", "refs/remotes/origin/main", first);
    commit("2");
    expect(baseOf(folder, undefined)).toEqual({ base: first });
  });

  test("is asked for by name where there is neither", () => {
    commit("1");
    git("branch", "--move", "trunk");
    expect(() => baseOf(folder, undefined)).toThrow(
      "There is neither origin/main nor main to compare with. Name a revision: npm run review -- <revision>",
    );
  });

  test.each(["v9", "--all"])("%s may not be there", (name) => {
    commit("1");
    expect(() => baseOf(folder, name)).toThrow(
      `There is no revision "${name}" here. Is it fetched? Try: git fetch origin`,
    );
  });

  test("must have a commit in common", () => {
    commit("1");
    git("switch", "--quiet", "--orphan", "other");
    mkdirSync(join(folder, "openapi"));
    commit("2");
    expect(() => baseOf(folder, "main")).toThrow(
      "HEAD and main have no common commit. Name a revision of this history.",
    );
  });

  test("may be missing in a shallow clone: the advice is to fetch the rest", () => {
    commit("1");
    git("switch", "--quiet", "--create", "work");
    commit("2");
    git("branch", "trunk", "main");
    const origin = folder;
    folder = join(folderWith({}), "clone");
    spawnSync("git", ["clone", "--quiet", "--depth=1", "--branch=work", `file://${origin}`, folder]);
    const advice = "The clone is shallow. Run: git fetch --unshallow origin";
    expect(() => baseOf(folder, undefined)).toThrow(`There is neither origin/main nor main to compare with. ${advice}`);
    expect(() => baseOf(folder, "v9")).toThrow(`There is no revision "v9" here. ${advice}`);
    git("fetch", "--quiet", "--depth=1", "origin", "main:main");
    expect(() => baseOf(folder, "main")).toThrow(`HEAD and main have no common commit. ${advice}`);
  });
});

describe("the files of a commit", () => {
  test("are the description and the changesets, and the work tree stays", () => {
    mkdirSync(join(folder, ".changeset"));
    writeFileSync(join(folder, ".changeset/a.md"), "a");
    const id = commit("1");
    commit("2");
    const target = folderWith({});
    extract(folder, id, target);
    expect(readdirSync(target).toSorted()).toEqual([".changeset", "openapi"]);
    expect(readFileSync(join(target, "openapi/openapi.yaml"), "utf8")).toBe("1");
    expect(readFileSync(join(folder, "openapi/openapi.yaml"), "utf8")).toBe("2");
  });

  test("may have no changesets", () => {
    const target = folderWith({});
    extract(folder, commit("1"), target);
    expect(readdirSync(target)).toEqual(["openapi"]);
  });

  test("must have a description", () => {
    rmSync(join(folder, "openapi"), { recursive: true });
    git("add", "--all");
    git("commit", "--quiet", "--message=None");
    const id = git("rev-parse", "HEAD");
    expect(() => extract(folder, id, folderWith({}))).toThrow(`Revision ${id.slice(0, 7)} has no folder openapi/.`);
  });

  test("cannot be written where there is no folder", () => {
    const id = commit("1");
    expect(() => extract(folder, id, join(folder, "gone"))).toThrow(
      `The files of revision ${id.slice(0, 7)} could not be read:`,
    );
  });
});

describe("a base without the flows", () => {
  const flows = { openapi: "3.1.0", paths: { "/a": {} }, components: { schemas: {} }, tags: ["a"] };

  test("has those of the head without operations", () => {
    const base = folderWith({ "openapi/openapi.yaml": "" });
    addFlows(base, folderWith({ "openapi/flows.yaml": flows }));
    expect(JSON.parse(readFileSync(join(base, "openapi/flows.yaml"), "utf8"))).toEqual({
      openapi: "3.1.0",
      tags: ["a"],
      paths: {},
      components: { responses: {} },
    });
  });

  test("keeps its own", () => {
    const base = folderWith({ "openapi/flows.yaml": "own" });
    addFlows(base, folderWith({ "openapi/flows.yaml": flows }));
    expect(readFileSync(join(base, "openapi/flows.yaml"), "utf8")).toBe("own");
  });
});
