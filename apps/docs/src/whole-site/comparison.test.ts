import { expect, test } from "vitest";
import { file, sources } from "./site-fixture.js";

interface Row {
  readonly kind: string;
  readonly name: string;
  readonly lines: number;
  readonly features: Readonly<Record<string, boolean>>;
}

const rows: readonly Row[] = JSON.parse(sources.comparison.text);
const page = file("guides/comparison.html");

/** Cells of every row of the tables, without tags. */
const cells = [...page.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = ""]) =>
  [...row.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gs)].map(([, cell = ""]) => cell.replaceAll(/<[^>]*>/g, "").trim()),
);

test.each(["client", "server"])("the page has what the comparison found: %s", (kind) => {
  const compared = rows.filter((row) => row.kind === kind);
  expect(compared.length).toBeGreaterThan(2);
  expect(cells).toContainEqual(["Feature", ...compared.map(({ name }) => name)]);
  expect(cells).toContainEqual(["Lines of code", ...compared.map(({ lines }) => `${lines}`)]);
  for (const feature of Object.keys(compared[0]?.features ?? {})) {
    expect(cells).toContainEqual([feature, ...compared.map(({ features }) => (features[feature] ? "yes" : "no"))]);
  }
});
