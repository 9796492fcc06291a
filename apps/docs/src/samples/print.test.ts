import { expect, test } from "vitest";
import { printScript } from "./print.js";
import { Variable } from "./variables.js";

const token = new Variable("access_token", "x");
const fingerprint = new Variable("fingerprint", "y");

test.each([
  ["text", 'a "b"', '"a \\"b\\""'],
  ["number", 7, "7"],
  ["nothing", null, "null"],
  ["variable", token, "token"],
  ["list", [1, [token, "a"]], '[1, [token, "a"]]'],
  ["object", { a: 1, "b-c": true, "d1 e": 2 }, '{ a: 1, "b-c": true, "d1 e": 2 }'],
  [
    "property that is named like its variable",
    { fingerprint, access_token: token },
    "{ fingerprint, access_token: token }",
  ],
])("prints a %s", (_, value, text) => {
  expect(printScript(value)).toBe(text);
});

test("breaks what is longer than 60 characters", () => {
  const filled = (length: number) => ({ a: "x".repeat(length) });
  expect(printScript(filled(51))).toBe(`{ a: "${"x".repeat(51)}" }`);
  expect(printScript(filled(52))).toBe(`{\n  a: "${"x".repeat(52)}",\n}`);
  // The text within begins at the second column.
  expect(printScript({ b: filled(49) })).toBe(`{\n  b: { a: "${"x".repeat(49)}" },\n}`);
  expect(printScript({ b: filled(50) })).toBe(`{\n  b: {\n    a: "${"x".repeat(50)}",\n  },\n}`);
  expect(printScript([filled(52)], "  ")).toBe(`[{\n    a: "${"x".repeat(52)}",\n  }]`);
});
