import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

// A promise of SECURITY.md is as good as the test it names.

const root = new URL("..", import.meta.url);
const text = readFileSync(fileURLToPath(new URL("SECURITY.md", root)), "utf8");
const [, guarantees = ""] = /^## What is guaranteed\n(.*?)^## /ms.exec(text) ?? [];
const promises = guarantees.split(/^- /m).slice(1);
const targets = [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, target = ""]) => target);

describe("SECURITY.md", () => {
  test("names files that exist", () => {
    expect(targets.length).toBeGreaterThan(30);
    expect(targets.filter((target) => !existsSync(new URL(target, root)))).toEqual([]);
  });

  test("names tests that run", () => {
    const tests = targets.filter((target) => !target.startsWith("scripts/attack/rows/"));
    expect(tests.filter((target) => !/\.test\.(ts|js)$/.test(target))).toEqual([]);
  });

  test("names a test for every promise", () => {
    expect(promises.length).toBeGreaterThan(15);
    expect(promises.filter((promise) => !promise.includes("]("))).toEqual([]);
  });
});
