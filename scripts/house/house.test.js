// Keeps the house small and guessable: no import circle, no long file, no long line of comment, and an ARCHITECTURE.md
// whose paths lead somewhere.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { newFolder } from "@grantbook/test-kit/temporary-folder";
import { describe, expect, test } from "vitest";
import { isThere, namedPaths } from "./architecture.js";
import { commentLines } from "./comments.js";
import { circlesOf, importGraph } from "./imports.js";
import { readSources } from "./sources.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const code = readSources(root, [".ts", ".tsx", ".js"]);

describe("the repository", () => {
  test("has sources that are found", () => {
    const files = code.map(({ file }) => file);
    for (const room of ["packages/server/src/", "packages/client/src/", "apps/docs/assets/", "scripts/house/"])
      expect(files.some((file) => file.startsWith(room))).toBe(true);
  });

  test("has no import circle", () => {
    const graph = importGraph(root, code);
    expect(graph.get("scripts/house/house.test.js")).toContain("scripts/house/imports.js");
    expect(circlesOf(graph)).toEqual([]);
  });

  test("has no source file above 300 lines but generated ones", () => {
    const sources = [...code, ...readSources(root, [".css", ".sh"])];
    const long = sources.filter(({ text }) => text.trimEnd().split("\n").length > 300);
    expect(long.map(({ file }) => file)).toEqual([]);
  });

  test("has no line of comment over 120 characters", () => {
    const long = code.flatMap((source) => {
      const lines = source.text.split("\n");
      const found = commentLines(source).filter(({ line }) => (lines[line - 1]?.length ?? 0) > 120);
      return found.map(({ line }) => `${source.file}:${line}`);
    });
    expect(long).toEqual([]);
  });

  test("has no hook of a whole file in a module, which would be that of the first file that loads it", () => {
    const withHooks = code.filter(({ text }) => /^(before|after)(All|Each)\(/m.test(text)).map(({ file }) => file);
    expect(withHooks.length).toBeGreaterThan(50);
    expect(withHooks.filter((file) => !/\.test\.[jt]s$/.test(file))).toEqual(["packages/test-kit/src/setup.ts"]);
  });

  test("has everything that ARCHITECTURE.md names", () => {
    const paths = namedPaths(readFileSync(join(root, "ARCHITECTURE.md"), "utf8"));
    expect(paths.length).toBeGreaterThan(50);
    const missing = paths.filter((named) => !isThere(root, named));
    expect(missing.map(({ path }) => path)).toEqual([]);
  });
});

describe("the rules notice", () => {
  test("a circle of values, of types, and a file that imports itself", () => {
    const folder = newFolder();
    const files = {
      "a.js": 'import { b } from "./b.js";',
      "b.js": '/** @param {import("./c.js").C} c */ export function b(c) {}',
      "c.ts": 'export type C = typeof import("./a.js");',
      "d.js": 'export * from "./a.js";',
      "e.js": 'export const e = () => import("./e.js");',
      "f.ts": 'import type { C } from "./c.js";\n// import "./g.js"',
      "g.ts": 'export const text = `import "./f.js"`;',
    };
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const graph = importGraph(folder, readSources(folder, [".ts", ".js"]));
    expect(Object.fromEntries(graph)).toEqual({
      "a.js": ["b.js"],
      "b.js": ["c.ts"],
      "c.ts": ["a.js"],
      "d.js": ["a.js"],
      "e.js": ["e.js"],
      "f.ts": ["c.ts"],
      "g.ts": [],
    });
    expect(circlesOf(graph)).toEqual([["a.js", "b.js", "c.ts"], ["e.js"]]);
  });

  test("comments of all kinds, and no text of a string or a template", () => {
    const text =
      'a(); // one\n/** two\n * three */\nconst b = `\n// four`;\nif (b) {\n  // five\n}\nc("// six", /\\/\\//);';
    expect(commentLines({ file: "a.ts", text }).map(({ line, text }) => `${line} ${text}`)).toEqual([
      "1 // one",
      "2 /** two",
      "3  * three */",
      "7 // five",
    ]);
  });

  test("a path of ARCHITECTURE.md that leads nowhere", () => {
    const text = `## What is where

\`\`\`
scripts/                 the tools, apart from a/b
  house/  nowhere/       two folders
\`\`\`

| what | first file |
| --- | --- |
| a table | \`scripts/house/<rule>.js\`, then \`imports.js\`, \`gone.js\` and \`npm run review\` |
`;
    const paths = namedPaths(text);
    expect(paths.map(({ path }) => path)).toEqual([
      "scripts/",
      "house/",
      "nowhere/",
      "scripts/house/<rule>.js",
      "imports.js",
      "gone.js",
    ]);
    expect(paths.filter((named) => !isThere(root, named)).map(({ path }) => path)).toEqual(["nowhere/", "gone.js"]);
  });
});
