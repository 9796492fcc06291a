// Refuses the words that docs/vocabulary.md retires, in code, comments and documents.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { readSources } from "./sources.js";
import { retiredWords, usesOf } from "./vocabulary.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const words = retiredWords(readFileSync(new URL("../../docs/vocabulary.md", import.meta.url), "utf8"));

/** Places that have to use a retired word: file, then word, or every word. */
const allowed = new Set(["docs/vocabulary.md", "scripts/house/vocabulary.test.js"]);

test("the table has words to refuse", () => {
  expect(words.length).toBeGreaterThan(50);
  expect(words.find(({ retired }) => retired === "somebody")?.instead).toContain("operator");
});

const sources = readSources(root, [".ts", ".tsx", ".js", ".md", ".yaml", ".yml", ".css", ".sh"]);

test.each(words)("$retired is not used", (word) => {
  const uses = usesOf([word], sources).filter(
    ({ file, retired }) => !allowed.has(file) && !allowed.has(`${file} ${retired}`),
  );
  const places = uses.map(({ file, line }) => `${file}:${line} has "${word.retired}"; use ${word.instead}`);
  expect(places).toEqual([]);
});

describe("an entry", () => {
  const page = `
| retired    | use instead |
| ---------- | ----------- |
| \`Knock\`  | \`Context\` |
| \`most…\`  | \`max…\`    |
| \`…AtMost\` | \`max…\`   |
| is told    | receives    |
| \`a.js\`   | \`b.js\`    |
`;
  test.each([
    { text: "a Knock", found: ["Knock"] },
    { text: "knock, KnockKnock, _Knock, Knocks", found: [] },
    { text: "const mostPages = 1", found: ["most…"] },
    { text: "at most, mostly, almostAll", found: [] },
    { text: "keptAtMost(AtMost)", found: ["…AtMost"] },
    { text: "keptAtMostly", found: [] },
    { text: "Is told that // it is\n  // told", found: ["is told", "is told"] },
    { text: "/** it is\n * told */", found: ["is told"] },
    { text: "this told, is toldest", found: [] },
    { text: 'from "./a.js"', found: ["a.js"] },
    { text: "data.js abjs", found: [] },
  ])("is found in $text: $found", ({ text, found }) => {
    expect(usesOf(retiredWords(page), [{ file: "x", text }]).map(({ retired }) => retired)).toEqual(found);
  });

  test("a page without the table is refused", () => {
    expect(() => retiredWords("| word | meaning |\n")).toThrow("no table");
  });
});
