import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { root, useRunner } from "./runner.js";

const sha = "0123456789abcdef0123456789abcdef01234567";

describe("release.yml", () => {
  const runner = useRunner();
  let checkout = "";

  beforeEach(() => {
    checkout = join(runner().temporary, "checkout");
    for (const folder of [".changeset", "packages/contract"]) mkdirSync(join(checkout, folder), { recursive: true });
    writeFileSync(join(checkout, ".changeset/README.md"), "About changesets.\n");
    writeFileSync(join(checkout, "packages/contract/package.json"), '{ "version": "0.2.0" }\n');
  });

  /** @param {string} job @param {string} label @param {Record<string, string>} [environment] */
  const step = (job, label, environment) => runner().step("release.yml", job, label, checkout, environment);

  test.each([
    { what: "a changeset", changeset: true, tags: [], expected: "raise" },
    { what: "a changeset after a release", changeset: true, tags: ["v0.2.0"], expected: "raise" },
    { what: "a released version", changeset: false, tags: ["v0.2.0"], expected: "nothing" },
    { what: "a version without a tag", changeset: false, tags: [], expected: "publish" },
    { what: "a version with the tag of another", changeset: false, tags: ["v0.2.0-1", "v0.2.00"], expected: "publish" },
  ])("what follows from $what: $expected", async ({ changeset, tags, expected }) => {
    if (changeset) writeFileSync(join(checkout, ".changeset/one.md"), "One.\n");
    const refs = tags.map((tag) => `refs/tags/${tag}`).join("\n");
    runner().fake("gh", `${runner().noting("gh")}; printf '%s\\n' '${refs}'`);
    expect(await step("next", "decide", { GH_TOKEN: "t" })).toEqual({ status: 0, output: "" });
    expect(runner().read("output")).toBe(`step=${expected}\n`);
    expect(runner().calls()).toEqual(["gh api repos/o/r/git/matching-refs/tags/v0.2.0 --jq .\\[\\].ref"]);
  });

  test("nothing follows where the tags cannot be read", async () => {
    runner().fake("gh", "echo 'HTTP 502' >&2; exit 1");
    expect(await step("next", "decide", { GH_TOKEN: "t" })).toEqual({ status: 1, output: "HTTP 502\n" });
    expect(runner().read("output")).toBe("");
  });

  test("the versions are raised with what is in the lock file", async () => {
    runner().record("npm", "node");
    for (const label of ["npm ci", "node scripts/release.js raise", "npm install --package-lock-only --ignore-scripts"])
      expect(await step("raise", label)).toEqual({ status: 0, output: "" });
    expect(runner().calls()).toEqual([
      "npm ci",
      "node scripts/release.js raise",
      "npm install --package-lock-only --ignore-scripts",
    ]);
  });

  describe("the pull request", () => {
    const origin = () => join(runner().temporary, "origin.git");
    const label = "Open the pull request, or bring it up to date";
    const head = ["pr", "list", "--head", "release", "--base", "main", "--state", "open"].join(" ");

    /** @param {string[]} parameters */
    function git(...parameters) {
      const identity = ["-c", "user.name=Test", "-c", "user.email=test@grantbook.test", "-c", "commit.gpgsign=false"];
      const { status, stdout, stderr } = spawnSync("git", [...identity, ...parameters], {
        cwd: checkout,
        encoding: "utf8",
      });
      if (status !== 0) throw new Error(`git ${parameters[0]}: ${stderr}`);
      return stdout.trim();
    }

    beforeEach(() => {
      git("init", "--quiet", "--bare", "--initial-branch=main", origin());
      git("init", "--quiet", "--initial-branch=main");
      git("remote", "add", "origin", origin());
      git("add", "--all");
      git("commit", "--quiet", "--message=Work");
      git("push", "--quiet", "origin", "main", "main:release");
      // What another run left there is replaced.
      git("commit", "--quiet", "--allow-empty", "--message=Earlier release");
      git("push", "--quiet", "origin", "HEAD:release");
      git("reset", "--quiet", "--hard", "origin/main");
      writeFileSync(join(checkout, "packages/contract/package.json"), '{ "version": "0.3.0" }\n');
      writeFileSync(join(checkout, "packages/contract/CHANGELOG.md"), "New.\n");
    });

    test.each([
      { open: "", call: "gh pr create --head release --base main --title Release\\ 0.3.0 --body " },
      { open: "12", call: "gh pr edit 12 --title Release\\ 0.3.0" },
    ])("with the number '$open' of an open one", async ({ open, call }) => {
      runner().fake("gh", `${runner().noting("gh")}; if [ "$2" = list ]; then echo ${open}; fi`);
      const main = git("rev-parse", "origin/main");
      const { status, output } = await step("raise", label, { GH_TOKEN: "t" });
      expect(output).toContain("Release 0.3.0");
      expect(status).toBe(0);
      const [setup, list, last, ...others] = runner().calls();
      expect([setup, list, others]).toEqual(["gh auth setup-git", `gh ${head} --json number --jq .\\[0\\].number`, []]);
      expect(last?.slice(0, call.length)).toBe(call);
      if (open === "") expect(last).toContain("Merging\\ this\\ publishes\\ it.");

      git("fetch", "--quiet", "origin");
      expect(git("rev-parse", "origin/main")).toBe(main);
      expect(git("log", "--format=%an: %s", "origin/main..origin/release")).toBe("github-actions[bot]: Release 0.3.0");
      expect(git("diff", "--name-only", "origin/main", "origin/release").split("\n")).toEqual([
        "packages/contract/CHANGELOG.md",
        "packages/contract/package.json",
      ]);
    });

    test("is not opened where the branch cannot be pushed", async () => {
      runner().record("gh");
      rmSync(origin(), { recursive: true });
      const { status, output } = await step("raise", label, { GH_TOKEN: "t" });
      expect(status).toBe(128);
      expect(output).toContain("origin.git' does not appear to be a git repository");
      expect(runner().calls()).toEqual(["gh auth setup-git"]);
    });
  });

  test("what is published is checked and built first, has provenance, and is tagged last", async () => {
    runner().record("npm", "node", "gh");
    runner().fake("npx", `${runner().noting("npx")}; echo "provenance: $NPM_CONFIG_PROVENANCE"`);
    for (const label of ["node scripts/release.js check", "npm run build"])
      expect(await step("publish", label)).toEqual({ status: 0, output: "" });
    expect(await step("publish", "Publish")).toEqual({ status: 0, output: "provenance: true\n" });
    expect(await step("publish", "Tag it", { GH_TOKEN: "t" })).toEqual({ status: 0, output: "" });
    expect(runner().calls()).toEqual([
      "node scripts/release.js check",
      "npm run build",
      "npx changeset publish --no-git-tag",
      `gh release create v0.2.0 --target ${sha} --title 0.2.0 --generate-notes`,
    ]);
  });

  test.each([
    { described: "0.2.0", output: "", status: 0 },
    { described: "0.1.0", output: "contract is 0.2.0, and the description is 0.1.0.\n", status: 1 },
  ])("a release with a description of $described: $output", async ({ described, output, status }) => {
    const manifest = { name: "contract", version: "0.2.0", repository: "o/r" };
    writeFileSync(join(checkout, "packages/contract/package.json"), JSON.stringify(manifest));
    for (const folder of ["apps", "openapi", "scripts"]) mkdirSync(join(checkout, folder));
    writeFileSync(join(checkout, "openapi/openapi.yaml"), `info: { version: ${described} }\n`);
    cpSync(join(root, "scripts/release.js"), join(checkout, "scripts/release.js"));
    cpSync(join(root, "scripts/release"), join(checkout, "scripts/release"), { recursive: true });
    symlinkSync(join(root, "node_modules"), join(checkout, "node_modules"));
    expect(await step("publish", "node scripts/release.js check")).toEqual({ status, output });
  });
});
