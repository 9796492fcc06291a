import { describe, expect, test } from "vitest";
import { isForTerminal, toJsonText } from "./json-text.js";

const requestWith = (headers: Record<string, string>) => new Request("https://hub.example/api/v3", { headers });
const curl = requestWith({ accept: "*/*", "user-agent": "curl/7.88.1" });

test.each<[boolean, Record<string, string>]>([
  [true, { accept: "*/*", "user-agent": "curl/7.88.1" }],
  [false, { accept: "application/json", "user-agent": "curl/7.88.1" }],
  [false, { "user-agent": "curl/7.88.1" }],
  [false, { accept: "*/*", "user-agent": "Faraday v1" }],
  [false, { accept: "*/*", "user-agent": "libcurl/7.88.1" }],
  [false, { accept: "*/*", "user-agent": "curly" }],
  [false, { accept: "*/*" }],
])("a person reads the response: %s, with %j", (expected, headers) => {
  expect(isForTerminal(requestWith(headers))).toBe(expected);
});

describe("the text of a body", () => {
  const body = { note: "a [] b", scopes: [], more: [[], { list: [] }], last: "[]", none: {} };

  test("is compact for a program", () => {
    expect(toJsonText(body, requestWith({}))).toBe(
      '{"note":"a [] b","scopes":[],"more":[[],{"list":[]}],"last":"[]","none":{}}',
    );
  });

  test("is indented for a person, with a line in every empty list", () => {
    expect(toJsonText(body, curl)).toBe(`{
  "note": "a [] b",
  "scopes": [

  ],
  "more": [
    [

    ],
    {
      "list": [

      ]
    }
  ],
  "last": "[]",
  "none": {}
}
`);
    expect(toJsonText([], curl)).toBe("[\n\n]\n");
  });

  // Both are line ends to a regular expression, and not to JSON.
  test.each(["\u2028", "\u2029"])("may have %j within", (separator) => {
    expect(toJsonText({ [`a${separator}b`]: [] }, curl)).toBe(`{\n  "a${separator}b": [\n\n  ]\n}\n`);
  });
});
