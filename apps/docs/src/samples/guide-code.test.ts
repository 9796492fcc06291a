import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { guideCode, guideNames } from "./guide-code.js";

test("the guides are named without their ending", () => {
  const names = guideNames();
  expect(names).toContain("getting-started");
  expect(names).toContain("web-application-flow");
  for (const name of names) expect(name).toMatch(/^[a-z-]+$/);
});

test("the code of a guide is listed by language, from top to bottom", () => {
  const text = readFileSync(new URL("../../guides/errors.md", import.meta.url), "utf8");
  const fences = [...text.matchAll(/^```(\w+)(?: (\d+))?\n(.*?)\n```$/gms)].map(([, language, status, code]) => ({
    language,
    status: status === undefined ? undefined : Number(status),
    code,
  }));
  expect(fences.length).toBeGreaterThan(1);
  for (const language of ["ts", "sh", "http", "json"]) {
    expect(guideCode("errors", language)).toEqual(fences.filter((fence) => fence.language === language));
  }
  expect(fences.some(({ status }) => status !== undefined)).toBe(true);
});
