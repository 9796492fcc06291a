import { expect, test } from "vitest";
import { describeValue } from "./describe-value.js";

const long = "x".repeat(70);

test.each(
  /** @type {[any, any, string][]} */ ([
    [undefined, 3, "`k` was added: 3."],
    [undefined, long, `\`k\` was added: "${"x".repeat(59)}….`],
    [3, undefined, "`k` was removed; it was 3."],
    [{ a: 1 }, undefined, '`k` was removed; it was {"a":1}.'],
    [null, false, "`k` changed from null to false."],
    [["a"], ["b"], '`k` changed from ["a"] to ["b"].'],
    [{ a: 1 }, { a: 2 }, '`k` changed from {"a":1} to {"a":2}.'],
  ]),
)("from %j to %j", (before, after, expected) => {
  expect(describeValue("k", before, after)).toBe(expected);
});

test("sixty characters are shown, sixty-one are not", () => {
  const [short, longer] = ["s".repeat(58), "l".repeat(59)];
  expect(describeValue("k", { a: short.slice(6) }, undefined)).toBe(
    `\`k\` was removed; it was {"a":"${short.slice(6)}"}.`,
  );
  expect(describeValue("k", [short.slice(2)], ["a"])).toBe(`\`k\` changed from ["${short.slice(2)}"] to ["a"].`);
  expect(describeValue("k", ["a"], [short.slice(2)])).toBe(`\`k\` changed from ["a"] to ["${short.slice(2)}"].`);
  expect(describeValue("k", short, "a")).toBe(`\`k\` changed from "${short}" to "a".`);
  expect(describeValue("k", "a", short)).toBe(`\`k\` changed from "a" to "${short}".`);
  expect(describeValue("k", "a", longer)).toBe(`\`k\` changed from "a" to "${longer}….`);
  expect(describeValue("k", longer, "a")).toBe(`\`k\` changed from "${longer}… to "a".`);
});

test("of long texts the part that differs is shown, with the fifteen characters before it", () => {
  const [before, after] = [`${"a".repeat(99)}BEFORE${"z".repeat(99)}`, `${"a".repeat(99)}AFTER${"z".repeat(99)}`];
  const start = "a".repeat(15);
  expect(describeValue("k", before, after)).toBe(
    `\`k\` changed from …${start}BEFORE${"z".repeat(39)}… to …${start}AFTER${"z".repeat(40)}….`,
  );
});

test("of a difference at the end the last sixty characters are shown", () => {
  const same = "a".repeat(80);
  expect(describeValue("k", `${same}1`, `${same}2`)).toBe(
    `\`k\` changed from …${"a".repeat(58)}1" to …${"a".repeat(58)}2".`,
  );
});

test("a long text that only goes on", () => {
  expect(describeValue("k", long, `${long}y`)).toBe(`\`k\` changed from …${"x".repeat(59)}" to …${"x".repeat(58)}y".`);
});

test.each(
  /** @type {[string, any[], any[], string][]} */ ([
    ["that gained and lost items", [long, "a", { b: 1 }], [long, { b: 1 }, "c"], '`k` gained ["c"] and lost ["a"].'],
    ["that gained items", [long], [long, "c", "d"], '`k` gained ["c","d"].'],
    ["that lost items", [long, "c"], [long], '`k` lost ["c"].'],
    ["in another order", [long, "c"], ["c", long], "`k` is in another order."],
    ["that gained a long item", ["c"], ["c", long], `\`k\` gained ["${"x".repeat(58)}….`],
    ["that lost a long item", ["c", long], ["c"], `\`k\` lost ["${"x".repeat(58)}….`],
  ]),
)("a long list %s", (_, before, after, expected) => {
  expect(describeValue("k", before, after)).toBe(expected);
});

test.each(
  /** @type {[string, any, any, string][]} */ ([
    ["changed", { a: long, b: 1 }, { a: long, b: 2 }, "`k.b` changed from 1 to 2."],
    ["was added", { a: long }, { a: long, b: 2 }, "`k.b` was added: 2."],
    ["was removed", { a: long, b: { c: 1 } }, { a: long }, '`k.b` was removed; it was {"c":1}.'],
    [
      "changed, and two others",
      { a: long, b: 1, c: 1 },
      { a: long, b: 2, c: 2, d: 1 },
      "`k.b` changed from 1 to 2. And 2 more.",
    ],
    ["changed inside", { a: { b: long, c: [1] } }, { a: { b: long, c: [2] } }, "`k.a.c` changed from [1] to [2]."],
  ]),
)("a long object of which a key %s", (_, before, after, expected) => {
  expect(describeValue("k", before, after)).toBe(expected);
});

test.each([
  ["a list and an object", [long], { a: long }, `\`k\` changed from ["${"x".repeat(58)}… to {"a":"${"x".repeat(54)}….`],
  ["an object and a list", { a: long }, [long], `\`k\` changed from {"a":"${"x".repeat(54)}… to ["${"x".repeat(58)}….`],
  ["null and an object", null, { a: long }, `\`k\` changed from null to {"a":"${"x".repeat(54)}….`],
  ["an object and null", { a: long }, null, `\`k\` changed from {"a":"${"x".repeat(54)}… to null.`],
  ["a list and a text", [long], "a", `\`k\` changed from ["${"x".repeat(58)}… to "a".`],
])("%s are texts", (_, before, after, expected) => {
  expect(describeValue("k", before, after)).toBe(expected);
});
