import { readdirSync, readFileSync } from "node:fs";
import { description, flowDescription } from "@grantbook/contract/description";
import { expect, test } from "vitest";
import { readSources } from "./read-sources.js";

const root = new URL("../../../", import.meta.url);
const read = (file: string) => readFileSync(new URL(file, root), "utf8");
const namesIn = (folder: string) => readdirSync(new URL(folder, root)).sort();

test("the sources are those of the repository", () => {
  const sources = readSources();
  expect(sources.description).toBe(description);
  expect(sources.flows).toBe(flowDescription);
  const guides = namesIn("apps/docs/guides").map((name) => `apps/docs/guides/${name}`);
  expect(guides.length).toBeGreaterThan(10);
  expect(sources.guides).toEqual(guides.map((file) => ({ file, text: read(file) })));
  expect(sources.clients).toEqual({ file: "interop/results.json", text: read("interop/results.json") });
  expect(sources.comparison).toEqual({ file: "interop/comparison.json", text: read("interop/comparison.json") });
  for (const { file, text } of sources.changelogs) {
    expect(file).toMatch(/CHANGELOG\.md$/);
    expect(text).toBe(read(file));
  }
});

test("the workflows are read with their anchors", () => {
  const { workflows } = readSources();
  expect(workflows.map(({ file }) => file)).toEqual(
    namesIn("openapi/workflows").map((name) => `openapi/workflows/${name}`),
  );
  const [found] = workflows.filter(({ file }) => file.endsWith("script-gets-a-token.arazzo.yaml"));
  const steps = found?.document.workflows[0]?.steps ?? [];
  expect(steps.length).toBeGreaterThan(2);
  for (const step of steps)
    expect(step["x-security"]).toEqual([
      { schemeName: expect.stringMatching(/^(user|token)$/), values: expect.anything() },
    ]);
});

test("the assets are the scripts and styles of the pages, and the search engine with its licence", () => {
  const { assets } = readSources();
  expect([...assets.keys()]).toEqual([
    "assets/console.js",
    "assets/icon.svg",
    "assets/page.js",
    "assets/search.js",
    "assets/search-ranking.js",
    "assets/theme.js",
    "assets/style.css",
    "assets/minisearch.js",
  ]);
  expect(assets.get("assets/page.js")).toBe(read("apps/docs/assets/page.js"));
  const styles = ["base", "frame", "text", "tables", "reference", "code", "console", "search", "print"];
  expect(assets.get("assets/style.css")).toBe(
    styles.map((name) => read(`apps/docs/assets/style/${name}.css`)).join("\n"),
  );
  const engine = assets.get("assets/minisearch.js");
  expect(engine).toMatch(/^\/\*\nMiniSearch\nCopyright /);
  expect(engine).toMatch(/\*\/\n.*MiniSearch/s);
  expect(engine).not.toContain("sourceMappingURL");
});
