import { expect, test } from "vitest";
import { serverFirst } from "./server-first.js";

test("a server is put before those of a description in JSON", () => {
  const text = '{\n  "servers": [\n    { "url": "a" }\n  ],\n  "x": { "servers": [\n    1 ] }\n}\n';
  expect(serverFirst(text, 'https://b"/$&')).toBe(
    '{\n  "servers": [\n    { "url": "https://b\\"/$&", "description": "This server." },\n    { "url": "a" }\n  ],\n  "x": { "servers": [\n    1 ] }\n}\n',
  );
});

test("a server is put before those of a description in YAML", () => {
  expect(serverFirst("a: 1\nservers:\n  - url: a\nx:\n  servers:\n", "https://b/$&")).toBe(
    'a: 1\nservers:\n  - url: "https://b/$&"\n    description: This server.\n  - url: a\nx:\n  servers:\n',
  );
});

test("a text without servers stays as it is", () => {
  const json = ['{ "servers": [ ] }', '    "servers": [\n', '  "servers": [ 1 ]\n'];
  for (const text of [...json, "servers: []", "x servers:\n", "servers: # none\n"])
    expect(serverFirst(text, "https://b")).toBe(text);
});
