// The committed comparison with other tools, from which the docs make a page.
import { expect, test } from "vitest";
import { committed, compare, linesOf, programs } from "../../../../interop/src/comparison/compare.js";

interface Row {
  readonly name: string;
  readonly program: string;
  readonly lines: number;
  readonly features: Readonly<Record<string, boolean>>;
}

const rows: readonly Row[] = committed();

test("the committed comparison has every program, with the lines that it has today", () => {
  const today = programs.map(({ program }) => [program, linesOf(program)]);
  expect(rows.map(({ program, lines }) => [program, lines])).toEqual(today);
});

// The others are not dependencies of this repository: `npm run interop` runs them all.
const own = programs.filter(({ from }) => from === undefined);

test.each(own)("the committed features are those of a run: $name", async (entry) => {
  expect(await compare(entry, "")).toEqual(rows.find(({ program }) => program === entry.program));
});

test("our client and our server have every feature", () => {
  const ours = rows.filter(({ name }) => name.startsWith("@grantbook/"));
  expect(ours.map(({ program }) => program)).toEqual(["grantbook-client", "grantbook-testing"]);
  for (const { features } of ours) expect(Object.entries(features).filter(([, has]) => !has)).toEqual([]);
});
