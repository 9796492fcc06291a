import { expect, test } from "vitest";
import { changelogGuide } from "./changelog.js";
import { clientsGuide } from "./client-results.js";
import { comparisonGuide } from "./comparison.js";

test("the changelog has that of each package, a level deeper, and is the last guide", () => {
  const guide = changelogGuide([
    { file: "a/CHANGELOG.md", text: "# a\n\n## 1.0.0\n\n- x # y\n" },
    { file: "b/CHANGELOG.md", text: "\n# b\n" },
  ]);
  expect(guide).toEqual({
    name: "changelog",
    file: "CHANGELOG.md",
    sources: ["a/CHANGELOG.md", "b/CHANGELOG.md"],
    title: "Changelog",
    summary: "What changed from release to release.",
    order: Number.MAX_SAFE_INTEGER,
    text: "## a\n\n### 1.0.0\n\n- x # y\n\n## b",
  });
  expect(changelogGuide([]).text).toMatch(/^There has been no release yet\. /);
});

test("the guide of clients has tables of clients and tools, then the checks of each", () => {
  const results = [
    {
      kind: "client",
      name: "A 1",
      checks: [
        { operation: "apps/check-token", expected: "works" },
        { operation: "other", expected: "fails" },
      ],
    },
    { kind: "tool", name: "T 2", checks: [{ operation: "x", expected: "y" }] },
  ];
  const { text, ...guide } = clientsGuide(new Set(["apps/check-token"]), {
    file: "r.json",
    text: JSON.stringify(results),
  });
  expect(guide).toEqual({
    name: "clients",
    file: "r.json",
    sources: ["r.json"],
    title: "Which clients work",
    summary: "Clients by other authors, old and new, that were run unmodified against this server.",
    order: 95,
  });
  const [introduction = "", tools = "", heading = ""] = text.split(/\n\n(?=## )/);
  expect(introduction).toMatch(
    /^These clients were run unmodified .*\n\n\| Client \| Checks passed \|\n\| --- \| --- \|\n\| A 1 \| 2 \|$/s,
  );
  expect(tools).toMatch(
    /^## Tools that read the description\n.*\n\n\| Tool \| Checks passed \|\n\| --- \| --- \|\n\| T 2 \| 1 \|$/s,
  );
  expect(heading).toMatch(/^## What was checked\n/);
  expect(heading).toContain(
    "\n\n### A 1\n\n- [apps/check-token](op:apps/check-token): works\n- `other`: fails\n\n### T 2\n\n- `x`: y",
  );
});

test("the comparison has a column for each program, and a row for each feature", () => {
  const programs = [
    { kind: "client", name: "A", lines: 5, features: { x: true, y: false } },
    { kind: "client", name: "B", lines: 7, features: { x: false } },
    { kind: "server", name: "S", lines: 1, features: {} },
  ];
  const { text, ...guide } = comparisonGuide({ file: "c.json", text: JSON.stringify(programs) });
  expect(guide).toEqual({
    name: "comparison",
    file: "c.json",
    sources: ["c.json"],
    title: "Compared with other tools",
    summary: "What clients and test servers can do, and how many lines of code the same calls take.",
    order: 96,
  });
  const [introduction, clients, servers] = text.split(/\n\n(?=## )/);
  expect(introduction).toMatch(/^Each column is a short program /);
  expect(clients).toMatch(/^## Clients\n/);
  expect(clients?.split("\n\n").at(-1)).toBe(
    "| Feature | A | B |\n| --- | --- | --- |\n| x | yes | no |\n| y | no | no |\n| Lines of code | 5 | 7 |",
  );
  expect(servers).toMatch(
    /^## Servers for tests\n.*\n\n\| Feature \| S \|\n\| --- \| --- \|\n\| Lines of code \| 1 \|\n\n- MSW runs handlers/s,
  );
  expect(comparisonGuide({ file: "c.json", text: "[]" }).text).toContain("| Feature |\n| --- |\n| Lines of code |");
});
