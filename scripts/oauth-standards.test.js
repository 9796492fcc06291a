import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

// A requirement of docs/oauth-standards.md is as good as the test it names.

const page = new URL("../docs/oauth-standards.md", import.meta.url);
/** @param {string | URL} url */
const read = (url) => readFileSync(fileURLToPath(url), "utf8");
const text = read(page);

const rows = text.split(/^## /m).flatMap((section) => {
  const [standard = ""] = section.split(/[,\n]/);
  return [...section.matchAll(/^\| *(\d[\d.]*|(?:CVE|GHSA)-[\w-]+) *\| *(.*?) *\| *(.*?) *\|$/gm)].map(
    ([, number, requirement, held = ""]) => ({
      name: `${standard}, section ${number}: ${requirement}`,
      held,
      tests: [...held.matchAll(/\[([^\]]+)\]\((\S+\.test\.ts)\)/g)].map(([, name = "", file = ""]) => ({ name, file })),
    }),
  );
});

describe("the standards of the sign-in flows", () => {
  test.each(["RFC 6749", "RFC 7636", "RFC 8252", "RFC 8628", "RFC 9207", "RFC 9700", "Attacks on other servers"])(
    "have rows of %s",
    (standard) => {
      expect(rows.filter(({ name }) => name.startsWith(standard)).length).toBeGreaterThanOrEqual(3);
    },
  );

  test("have a row for every line of the tables", () => {
    const lines = text.split("\n").filter((line) => line.startsWith("|") && !/^\| *(section|-)/.test(line));
    expect(rows).toHaveLength(lines.length);
  });

  test.each(rows)("$name: has a test, by its name", ({ held, tests }) => {
    expect(tests, held).not.toEqual([]);
    for (const { name, file } of tests) {
      const names = [...read(new URL(file, page)).matchAll(/(?:\)|\btest|\bdescribe)\(\s*"((?:[^"\\]|\\.)*)"/g)];
      expect(names.map(([, found]) => found)).toContain(name);
    }
  });

  test("give a reason for every difference", () => {
    const differing = rows.filter(({ held }) => held.includes("Differs:"));
    expect(differing.length).toBeGreaterThan(5);
    for (const { held } of differing)
      expect(held).toMatch(/Differs: [^.]*(?:GitHub|gh|octokit|Enterprise Server|option)/);
  });

  test("link to records that exist", () => {
    for (const [, file = ""] of text.matchAll(/\]\((decisions\/[^)]+)\)/g)) {
      expect(read(new URL(file, page))).toMatch(/^# /);
    }
  });
});
