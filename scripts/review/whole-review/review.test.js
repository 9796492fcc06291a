// Runs the complete command: exit codes, and that a failed comparison never counts as passed.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { asAnnotations } from "../format-annotations.js";
import { asText } from "../format-text.js";
import { exitCodeOf } from "../report.js";
import { runReview } from "../run-review.js";
import { Repository } from "./repository-fixture.js";

/** @type {Repository} */
let repository;
beforeEach(() => {
  repository = new Repository();
});
afterEach(() => repository.remove());

test("nothing changed: it passes", () => {
  const { status, stdout } = repository.review();
  expect(stdout).toContain("Nothing changes for clients.");
  expect(stdout).toContain("Changes: no change\n");
  expect(stdout).toContain("Generated types: no change\n");
  expect(stdout).toContain("Version: 0.1.0\n");
  expect(stdout).toMatch(/Passed\.\n$/);
  expect(status).toBe(0);
});

test("a change that no release is announced for; and its report is saved, and shown again", () => {
  repository.git("switch", "--quiet", "--create", "work");
  repository.replace("openapi/paths/meta.yaml", "summary: Get", "summary: Read");
  repository.commit();
  const first = repository.review("--save", "report.json");
  expect(first.stdout).toContain("GET /meta\n         `summary` changed");
  expect(first.stdout).toContain("The changes need version 0.1.1, and the next release is 0.1.0.");
  expect(first.status).toBe(1);
  expect(repository.review("--from", "report.json")).toEqual(first);
  const summary = repository.review("--from", "report.json", "--format=markdown").stdout;
  expect(summary).toContain("## API description: ❌ Not passed");
  expect(summary).toContain("| patch (wording-changed) | GET /meta | `summary` changed");
  const notes = repository.review("--from", "report.json", "--format=github-actions").stdout;
  expect(notes).toMatch(/^::notice file=openapi\/paths\/meta\.yaml,line=\d+,title=patch change%3A wording-changed::/);
  expect(notes).toContain(`The changes need version 0.1.1, and the next release is 0.1.0.`);
  expect(notes.endsWith(first.stdout)).toBe(true);
});

describe("the description of the sign-in flows", () => {
  const file = "openapi/flows.yaml";
  const lineOf = (/** @type {string} */ text) => repository.read(file).split("\n").indexOf(text) + 1;

  test("changes are rated, with their lines and the types that they change; the lint has the rules of the flows", async () => {
    repository.replace(file, "  /api/graphql:\n", "  /api/graph:\n");
    repository.replace(file, "    description: Codes and tokens of the sign-in flows.\n", "");
    const report = await runReview(repository.folder, "HEAD");
    const stdout = asText(report);
    expect(stdout).toContain(`  ${file}:${lineOf("  - name: flows")}  `);
    expect(stdout).toContain("(tag-description)");
    expect(stdout).toContain(
      `  major  /api/graph\n         Path \`/api/graphql\` was renamed to \`/api/graph\`.\n         ${file}:${lineOf("  /api/graph:")}  operation-removed\n`,
    );
    expect(stdout).toContain("Generated types:\n  flow-types.ts\n");
    expect(stdout).toContain("- The lint found 1 error.\n- The changes need version 0.2.0");
    expect(exitCodeOf(report)).toBe(1);
  });

  test("a name that the types of the flows lose is a major change", async () => {
    repository.replaceAll(file, "graphql-request", "graphql-question");
    const { changes } = await runReview(repository.folder, "HEAD", { isWhole: false });
    expect(changes).toMatchObject([
      {
        rating: "major",
        where: "components / schemas / graphql-request",
        file,
        line: lineOf('              $ref: "#/components/schemas/graphql-question"'),
      },
    ]);
  });

  test("all of it is new to a base that has none", async () => {
    const text = repository.read(file);
    repository.git("rm", "--quiet", file);
    repository.commit();
    repository.write(file, text);
    const { changes = [], failure } = await runReview(repository.folder, "HEAD", { isWhole: false });
    expect(failure).toBeUndefined();
    expect(changes.filter(({ rating }) => rating === "major")).toEqual([]);
    expect(changes.filter(({ rating }) => rating === "minor").map(({ where }) => where)).toEqual([
      "POST /api/graphql",
      "POST /login/device/code",
      "POST /login/oauth/access_token",
    ]);
  });

  test("nothing is compared without it", async () => {
    repository.git("rm", "--quiet", file);
    expect((await runReview(repository.folder, "HEAD", { isWhole: false })).failure).toContain(file);
  });
});

test("a finding of the lint: it does not pass, and the line is noted", async () => {
  repository.replace("openapi/paths/meta.yaml", "  summary: Get Enterprise Server meta information\n", "");
  repository.write(".changeset/quiet.md", '---\n"@grantbook/contract": patch\n---\n\nSay less.\n');
  const report = await runReview(repository.folder, "HEAD");
  const stdout = asAnnotations(report);
  expect(stdout).toMatch(/^::error file=openapi\/paths\/meta\.yaml,line=\d+,title=operation-summary::/m);
  expect(stdout).toMatch(
    /^::notice file=openapi\/paths\/meta\.yaml,line=\d+,title=patch change%3A wording-changed::GET \/meta: `summary` was/m,
  );
  expect(stdout).toContain("::error title=Review of the API description::The lint found 1 error.\n");
  expect(exitCodeOf(report)).toBe(1);
});

describe("what could not be compared is not passed", () => {
  /** @param {string[]} parameters */
  function failure(...parameters) {
    const { status, stdout } = repository.review(...parameters);
    expect(status).toBe(2);
    const [, message] = stdout.split("\nCould not run.\n- ");
    return message;
  }

  /** What ends a review of the work tree, without a process and without the parts that it does not depend on. */
  const failureHere = async () => (await runReview(repository.folder, "HEAD", { isWhole: false })).failure;

  test("a base that is not there", () => {
    expect(failure("v9")).toBe('There is no revision "v9" here. Is it fetched? Try: git fetch origin\n');
    expect(failure("--", "--all")).toContain('There is no revision "--all" here.');
  });

  test("no main to compare with", () => {
    repository.git("branch", "--move", "trunk");
    expect(failure()).toContain("There is neither origin/main nor main to compare with.");
  });

  test("a base without a description", () => {
    repository.git("rm", "--quiet", "-r", "openapi", ".changeset");
    repository.git("-c", "user.name=Test", "-c", "user.email=test@grantbook.test", "commit", "--quiet", "-m", "None");
    expect(failure("HEAD")).toContain("has no folder openapi/.");
  });

  test("a description that is no YAML", () => {
    repository.replace("openapi/paths/meta.yaml", "get:\n", "get: [\n");
    expect(failure("HEAD")).toContain("meta.yaml");
  });

  test("a base that is no YAML", async () => {
    repository.replace("openapi/paths/meta.yaml", "get:\n", "get: [\n");
    repository.commit();
    repository.replace("openapi/paths/meta.yaml", "get: [\n", "get:\n");
    expect(await failureHere()).toContain("meta.yaml");
  });

  test("a reference of the base that leads nowhere", async () => {
    repository.replace("openapi/openapi.yaml", "paths/meta.yaml", "paths/nowhere.yaml");
    repository.commit();
    repository.replace("openapi/openapi.yaml", "paths/nowhere.yaml", "paths/meta.yaml");
    expect(await failureHere()).toContain("nowhere.yaml");
  });

  test.each([
    ["an empty configuration", "extends: []\n"],
    ["a preset that does not exist", "extends: [diff-unheard]\n"],
  ])("the comparison without its preset: %s", async (_, configuration) => {
    repository.replace("openapi/paths/meta.yaml", "summary: Get", "summary: Read");
    repository.write("redocly.diff.yaml", configuration);
    expect(await failureHere()).toMatch(/redocly diff did not|diff-unheard/);
  });

  test("types that cannot be generated; what was found before is shown", () => {
    repository.replace("openapi/paths/applications_grants.yaml", "  security:\n    - user: []\n", "");
    repository.replace("openapi/paths/meta.yaml", "  externalDocs:\n", "  x-externalDocs:\n");
    const { status, stdout } = repository.review("HEAD");
    expect(stdout).toContain("major  GET /applications/grants\n         Anyone may call it now, without credentials.");
    expect(stdout).toContain("No types could be generated from the description of the work tree");
    expect(status).toBe(2);
  });

  test("a version that is none", async () => {
    repository.replace("openapi/openapi.yaml", "version: 0.1.0", "version: soon");
    expect(await failureHere()).toContain('info.version is "soon"');
  });

  test("a changeset that cannot be read", async () => {
    repository.write(".changeset/broken.md", "nothing\n");
    expect(await failureHere()).toContain(".changeset/broken.md");
  });

  test("a format that does not exist", () => {
    const { status, stderr } = repository.review("--format=pdf");
    expect(stderr).toBe("There is no format pdf. There are text, markdown, github-actions.\n");
    expect(status).toBe(2);
  });
});
