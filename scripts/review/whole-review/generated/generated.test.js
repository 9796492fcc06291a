// Proof by generation: random rewrites that say the same compare as equal, random breaking edits are major. The figures
// and the seed are printed; SEED chooses another one, RUNS=3 makes more of them.
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { runCount, seed } from "@grantbook/test-kit/random";
import { newFolder } from "@grantbook/test-kit/temporary-folder";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { bundled } from "../../bundled.js";
import { changesBetween } from "../../changes.js";
import { Description } from "../../description.js";
import { normalizeDocument } from "../../normal/document.js";
import { readDifferences } from "../../normal/normalized.js";
import { diffGenerated } from "../../type-diff.js";
import { breakingEdits } from "./breaking-edits.js";
import { operations } from "./places.js";
import { rewrites } from "./rewrites.js";

const root = fileURLToPath(new URL("../../../..", import.meta.url));
const temporary = newFolder();

/** @type {any} */
let description;
beforeAll(async () => {
  description = await bundled(root, "openapi/openapi.yaml", "the work tree");
});

/** @param {string} name @param {any} document */
function write(name, document) {
  const folder = join(temporary, name);
  mkdirSync(join(folder, "openapi"), { recursive: true });
  for (const same of ["redocly.diff.yaml", "openapi/flows.yaml", "openapi/components"]) {
    cpSync(join(root, same), join(folder, same), { recursive: true });
  }
  writeFileSync(join(folder, "openapi/openapi.yaml"), JSON.stringify(document));
  return folder;
}

/** Choice among items by numbers that fast-check has drawn. @param {number[]} numbers @returns {any} */
const pickBy = (numbers) => (/** @type {any[]} */ items) =>
  items.length === 0 ? undefined : items[(numbers.shift() ?? 0) % items.length];

/** @param {string[]} names */
const edits = (names) =>
  fc.record({ name: fc.constantFrom(...names), numbers: fc.array(fc.nat(), { minLength: 4, maxLength: 4 }) });

test("random rewrites compare as equal", async () => {
  const base = write("base", description);
  const names = Object.keys(rewrites);
  const runs = fc.sample(fc.array(edits(names), { minLength: 1, maxLength: 12 }), { seed, numRuns: runCount(16) });
  // Each rewrite alone, at three places of one description, then several after each other.
  const alone = names.map((name) => fc.sample(edits([name]), { seed, numRuns: runCount(3) }));
  /** @type {string[]} */
  const alarms = [];
  const made = new Map(names.map((name) => [name, 0]));
  for (const run of [...alone, ...runs]) {
    const document = structuredClone(description);
    for (const { name, numbers } of run) {
      if (rewrites[name]?.(document, pickBy([...numbers])) !== false) made.set(name, (made.get(name) ?? 0) + 1);
    }
    const differences = readDifferences(base, write("head", document));
    if (!isDeepStrictEqual(differences.base.document, differences.head.document)) {
      const changes = await changesBetween(base, join(temporary, "head"));
      if (changes.length > 0) alarms.push(`${JSON.stringify(run)}: ${JSON.stringify(changes.slice(0, 3))}`);
    }
  }
  const total = [...made.values()].reduce((sum, count) => sum + count, 0);
  console.log(`review, seed ${seed}: ${alarms.length} false alarms in ${total} equivalent rewrites`);
  expect([...made].filter(([, count]) => count === 0)).toEqual([]);
  expect(alarms).toEqual([]);
});

test("random rewrites lose no type that a consumer uses", async () => {
  const base = write("base", description);
  const names = Object.keys(rewrites);
  const runs = fc.sample(fc.array(edits(names), { minLength: 30, maxLength: 30 }), { seed, numRuns: 3 });
  for (const run of runs) {
    const document = structuredClone(description);
    for (const { name, numbers } of run) rewrites[name]?.(document, pickBy([...numbers]));
    const { lost } = await diffGenerated(base, write("head", document));
    expect({ run, lost: lost([]) }).toEqual({ run, lost: [] });
  }
});

test("random breaking edits are major", async () => {
  // Without references each operation is edited alone.
  const document = normalizeDocument(new Description(write("base", description)));
  const base = write("base", document);
  const names = Object.keys(breakingEdits);
  const rounds = fc.sample(fc.array(edits(names), { minLength: 200, maxLength: 200 }), { seed, numRuns: runCount(6) });
  /** @type {string[]} */
  const missed = [];
  const made = new Map(names.map((name) => [name, 0]));
  for (const round of rounds) {
    const edited = structuredClone(document);
    /** @type {Map<string, string>} */
    const expected = new Map();
    for (const { path, method, operation } of operations(edited)) {
      const edit = round.splice(0).find((candidate, index, all) => {
        const isMade = breakingEdits[candidate.name]?.(operation, pickBy([...candidate.numbers])) !== false;
        if (isMade) round.push(...all.slice(index + 1));
        return isMade;
      });
      if (!edit) continue;
      made.set(edit.name, (made.get(edit.name) ?? 0) + 1);
      expected.set(`${method.toUpperCase()} ${path}`, edit.name);
    }
    const changes = await changesBetween(base, write("head", edited));
    const major = new Set(changes.filter(({ rating }) => rating === "major").flatMap((change) => change.operations));
    for (const [operation, name] of expected) if (!major.has(operation)) missed.push(`${name} of ${operation}`);
  }
  const total = [...made.values()].reduce((sum, count) => sum + count, 0);
  console.log(`review, seed ${seed}: ${missed.length} misses in ${total} breaking edits`);
  expect(total).toBeGreaterThan(100);
  expect(missed).toEqual([]);
});
