import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Repository } from "../review/whole-review/repository-fixture.js";
import { root, useRunner, workflows } from "./runner.js";

describe("review.yml", () => {
  const runner = useRunner();
  /** @type {Repository} */
  let repository;
  beforeEach(() => {
    repository = new Repository();
    runner().fake("npm", `shift 4; exec "${process.execPath}" "${join(root, "scripts/review.js")}" "$@"`);
  });
  afterEach(() => repository.remove());

  /** Merge of a pull request, as the checkout gives it: two commits deep. @param {() => void} edit */
  function pullRequest(edit) {
    repository.git("switch", "--quiet", "--create", "change");
    edit();
    repository.commit();
    repository.git("switch", "--quiet", "main");
    repository.git("switch", "--quiet", "--create", "work");
    repository.git("merge", "--quiet", "--no-ff", "--no-edit", "change");
    return repository.shallowClone(2);
  }

  test.each([
    { file: "openapi/paths/meta.yaml", expected: "description=true\n" },
    { file: "redocly.yaml", expected: "description=false\n" },
  ])("a change of $file: $expected", async ({ file, expected }) => {
    const clone = pullRequest(() => repository.write(file, `${repository.read(file)}# Another line.\n`));
    expect(await runner().step("review.yml", "touched", "compare", clone)).toEqual({ status: 0, output: "" });
    expect(runner().read("output")).toBe(expected);
    repository.removeClone();
  });

  test("the review notes the lines, fails, and its report becomes the summary", async () => {
    const clone = pullRequest(() => repository.replace("openapi/paths/meta.yaml", "summary: Get", "summary: Read"));
    const { status, output } = await runner().step("review.yml", "review", "Review", clone);
    expect(output).toMatch(
      /^::notice file=openapi\/paths\/meta\.yaml,line=\d+,title=patch change%3A wording-changed::/m,
    );
    expect(output).toContain("::error title=Review of the API description::The changes need version 0.1.1");
    expect(status).toBe(1);

    const environment = { GITHUB_SHA: "0123" };
    expect(await runner().step("review.yml", "review", "Summary", clone, environment)).toMatchObject({ status: 0 });
    const text = runner().read("summary");
    expect(text).toContain("## API description: ❌ Not passed");
    expect(text).toMatch(/\(https:\/\/github\.test\/o\/r\/blob\/0123\/openapi\/paths\/meta\.yaml#L\d+\)/);
    repository.removeClone();
  });

  test("without a report the summary says so", async () => {
    const result = await runner().step("review.yml", "review", "Summary", repository.folder);
    expect(result).toEqual({ status: 0, output: "" });
    expect(runner().read("summary")).toBe("## API description: ❌ Could not run\n");
  });

  test("the docs are built into the folder that is kept", async () => {
    runner().record("npm");
    for (const step of ["npm ci", "Build the docs"]) {
      expect(await runner().step("review.yml", "review", step, root)).toEqual({ status: 0, output: "" });
    }
    const { temporary } = runner();
    expect(runner().calls()).toEqual(["npm ci", `npm run docs -- --out ${temporary}/docs`]);
    writeFileSync(join(temporary, "report.json"), "{}");
    expect(await runner().step("review.yml", "review", "Build the docs", root)).toEqual({ status: 0, output: "" });
    expect(runner().calls().at(-1)).toBe(`npm run docs -- --out ${temporary}/docs --changes ${temporary}/report.json`);
    const kept = workflows["review.yml"].jobs.review.steps.flatMap((/** @type {any} */ step) => step.with?.path ?? []);
    expect(kept).toEqual(["report.json", "docs"].map((name) => `\${{ runner.temp }}/${name}`));
  });
});
