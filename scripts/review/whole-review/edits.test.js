// Makes the edits of edits/ to a copy of the description, twenty at a time, and compares every report. The figures are
// printed.
import { rmSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseDocument } from "yaml";
import { changesBetween } from "../changes.js";
import { Description } from "../description.js";
import { componentEdits } from "./edits/components.js";
import { documentEdits } from "./edits/document.js";
import { requestEdits } from "./edits/requests.js";
import { Repository } from "./repository-fixture.js";

const rounds = { requests: requestEdits, components: componentEdits, document: documentEdits };

/** Edits compared, those reported otherwise than expected, and reports without an edit. */
const figures = { edits: 0, misses: 0, alarms: 0 };
afterAll(() => {
  console.log(`review: ${figures.misses} misses and ${figures.alarms} false alarms in ${figures.edits} edits`);
});

test("there are sixty edits", () => {
  expect(Object.values(rounds).flat()).toHaveLength(60);
});

describe.each(Object.entries(rounds))("%s", (_, edits) => {
  /** @type {import("../changes.js").Change[]} */
  let changes = [];
  /** @type {Repository} */
  let base;
  /** @type {Repository} */
  let head;

  beforeAll(async () => {
    base = new Repository();
    head = new Repository();
    for (const { file, path, to } of edits) {
      const document = parseDocument(head.read(`openapi/${file}`));
      if (to === undefined) expect(document.deleteIn(path)).toBe(true);
      else document.setIn(path, document.createNode(to));
      head.write(`openapi/${file}`, document.toString({ lineWidth: 0 }));
    }
    changes = await changesBetween(base.folder, head.folder);
  });
  afterAll(() => {
    for (const { folder } of [base, head]) rmSync(folder, { recursive: true });
  });

  /** @param {import("./edits/requests.js").Edit} edit */
  function reported({ file, path, at = path }) {
    const line = new Description(head.folder).line({ file: `openapi/${file}`, path: at.map(String), value: undefined });
    return changes.filter((change) => change.file === `openapi/${file}` && change.line === line);
  }

  test.each(edits.map((edit) => ({ name: `${edit.file} ${edit.path.join("/")}`, edit })))("$name", ({ edit }) => {
    const expected = [edit.expected].flat();
    const found = reported(edit).map(({ rating, where, operations: { length }, what }, index) => {
      const text = `${rating} ${where} [${length > 4 ? "many" : length}]: ${what}`;
      const [start = ""] = expected[index]?.split(" …") ?? [];
      return expected[index]?.endsWith(" …") ? `${text.slice(0, start.length)} …` : text;
    });
    figures.edits += 1;
    if (!isDeepStrictEqual(found, expected)) figures.misses += 1;
    expect(found).toEqual(expected);
  });

  test("nothing else is reported", () => {
    const known = new Set(edits.flatMap(reported));
    const alarms = changes.filter((change) => !known.has(change));
    figures.alarms += alarms.length;
    expect(alarms).toEqual([]);
  });
});
