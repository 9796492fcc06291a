import { describe, expect, test } from "vitest";
import { localPath, sitePath } from "./links.js";

test.each([
  ["https://ghe.example", "/login", "/login"],
  ["https://ghe.example/", "/login", "/login"],
  ["https://ghe.example/below", "/login", "/below/login"],
  ["https://ghe.example/below//", "/", "/below/"],
  ["https://ghe.example/a/b/", "/login?x=/", "/a/b/login?x=/"],
])("below %s, %s is %s", (site, path, seen) => {
  expect(sitePath(site, path)).toBe(seen);
});

describe("a path to go on to", () => {
  test.each(["/", "/login/oauth/authorize?client_id=a&state=%2F", "/a//b", "/a:b@c", `/${"x".repeat(4095)}`])(
    "is one of this site: %s",
    (path) => {
      expect(localPath(path, "/home")).toBe(path);
    },
  );

  test.each([
    undefined,
    "",
    "login",
    "https://evil.example/",
    "//evil.example",
    "/\\evil.example",
    "\\/evil.example",
    "/a\\b",
    "/\t/evil.example",
    "\t/evil",
    "/a b",
    "/a\n",
    "/a\u007f",
    "/ä",
    "/\uffff",
    "javascript:alert(1)",
    `/${"x".repeat(4096)}`,
  ])("is not: %j", (text) => {
    expect(localPath(text, "/home")).toBe("/home");
  });
});
