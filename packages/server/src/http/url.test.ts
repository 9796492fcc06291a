import { describe, expect, test } from "vitest";
import { hasMalformedPath, isPercentEncoded, rawPath, rawQuery } from "./url.js";

describe("rawPath and rawQuery", () => {
  test.each([
    ["http://a.example/b/c?d=e#f", "/b/c", "d=e"],
    ["http://a.example/b?c=/d?e", "/b", "c=/d?e"],
    ["http://a.example/b#c?d=e", "/b", ""],
    ["http://a.example/%20?%20", "/%20", "%20"],
    ["http://1.2.3.256/b?c=d", "/b", "c=d"],
    ["http://[::g]:99999/b?c", "/b", "c"],
    ["http://a.example?b=/c", "/", "b=/c"],
    ["http://a.example", "/", ""],
    ["http://", "/", ""],
    ["http://a.example/b?#c", "/b", ""],
    ["?a=b", "/", "a=b"],
    ["", "/", ""],
  ])("cut %j", (url, path, query) => {
    expect([rawPath(url), rawQuery(url)]).toEqual([path, query]);
  });
});

test.each([
  ["", true],
  ["/a b/€", true],
  ["/%41%E2%82%AC", true],
  ["/%25ff", true],
  ["/%ff", false],
  ["/%", false],
  ["/%4", false],
  ["/%zz", false],
  ["/%C0%AF", false],
  ["/%ED%A0%80", false],
])("isPercentEncoded(%j) is %j", (text, expected) => {
  expect(isPercentEncoded(text)).toBe(expected);
});

test.each([
  ["http://a.example/%41?%ff", false],
  ["http://a.example/%ff?a", true],
  ["http://%ff/a", false],
])("hasMalformedPath(%j) is %j", (url, expected) => {
  expect(hasMalformedPath(url)).toBe(expected);
});
