import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { root, useRunner, workflows } from "./runner.js";

describe("mutation.yml", () => {
  const runner = useRunner();
  const environment = { SOURCES: "scripts/review" };

  test("mutates folders that are there", async () => {
    const { path } = workflows["mutation.yml"].jobs.mutate.strategy.matrix;
    expect(path.filter((/** @type {string} */ folder) => !existsSync(join(root, folder)))).toEqual([]);
    runner().record("npm");
    for (const step of ["npm ci", "Mutate"]) {
      const result = await runner().step("mutation.yml", "mutate", step, root, step === "Mutate" ? environment : {});
      expect(result).toEqual({ status: 0, output: "" });
    }
    expect(runner().calls()).toEqual(["npm ci", "npm run --silent mutate -- scripts/review"]);
  });

  test("a score that is too low fails, and the report becomes the summary", async () => {
    runner().fake("npm", 'echo "score  wanted"; echo " 70.0      85"; exit 1');
    const result = await runner().step("mutation.yml", "mutate", "Mutate", root, environment);
    expect(result).toEqual({ status: 1, output: "score  wanted\n 70.0      85\n" });
    expect(await runner().step("mutation.yml", "mutate", "Summary", root)).toEqual({ status: 0, output: "" });
    expect(runner().read("summary")).toBe("```text\nscore  wanted\n 70.0      85\n```\n");
  });
});
