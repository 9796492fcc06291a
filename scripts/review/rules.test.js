// The guide has a section for each rule, under its rating; the tables of the tests name each rule.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { rules, rulesGuide } from "./rules.js";

const guide = readFileSync(fileURLToPath(new URL(`../../${rulesGuide}`, import.meta.url)), "utf8");
const folder = new URL(".", import.meta.url);

/** Sections of the guide: rule, rating and text. */
const sections = guide.split(/^## /m).flatMap((part) => {
  const [rating = ""] = part.toLowerCase().split(":");
  return part
    .split(/^### /m)
    .slice(1)
    .map((section) => ({ rule: section.slice(0, section.indexOf("\n")), rating, text: section }));
});

test("every rule has a section under its rating, and no section is without a rule", () => {
  expect(sections.map(({ rule, rating }) => [rule, rating])).toEqual(Object.entries(rules));
});

test("every section says why, from what to what, and what to do instead", () => {
  for (const { text } of sections) expect(text).toMatch(/^[\w-]+\n\n\S.*\n\n- From .* to .*\.\n- Instead: .*\.\n/s);
});

test("every rule is expected in a test of the comparison", () => {
  const tests = readdirSync(folder).filter((name) => name.endsWith(".test.js") && name !== "rules.test.js");
  const text = tests.map((name) => readFileSync(new URL(name, folder), "utf8")).join("\n");
  const named = new Set([...text.matchAll(/["'`]([a-z]+(?:-[a-z]+)+)(?=["'`]| )/g)].map(([, name]) => name));
  expect(Object.keys(rules).filter((rule) => !named.has(rule))).toEqual([]);
});
