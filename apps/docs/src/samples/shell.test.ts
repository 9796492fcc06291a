import { expect, test } from "vitest";
import { shellJson, shellWord } from "./shell.js";
import { Variable } from "./variables.js";

test.each([
  ["octocat", "octocat"],
  [12, "12"],
  ["http://127.0.0.1:3000/api-v3", "http://127.0.0.1:3000/api-v3"],
  ["", "''"],
  ["a b", "'a b'"],
  ["$x", "'$x'"],
  ["x$", "'x$'"],
  ["it's 'x'", "'it'\\''s '\\''x'\\'''"],
])("%j is the word %s", (value, word) => {
  expect(shellWord(value)).toBe(word);
});

test("JSON has variables, and no character that a shell expands", () => {
  const body = { access_token: new Variable("access_token", "x"), note: "`a` $b \\c" };
  expect(shellJson(body)).toBe('{\n  "access_token": "$ACCESS_TOKEN",\n  "note": "\\`a\\` \\$b \\\\\\\\c"\n}');
});

test("a list of one stays on its line", () => {
  expect(shellJson({ a: ["x"], b: [12], c: [1, 2], d: [true], e: [] })).toBe(
    '{\n  "a": ["x"],\n  "b": [12],\n  "c": [\n    1,\n    2\n  ],\n  "d": [\n    true\n  ],\n  "e": []\n}',
  );
});
