import { expect, test } from "vitest";
import { createFormToken, isFormToken } from "./form-token.js";

const token = createFormToken("session", "/path", "value");

test("a token fits the session, the path and the values that it was made for", () => {
  expect(token).toMatch(/^[\w-]{43}$/);
  expect(isFormToken(token, "session", "/path", "value")).toBe(true);
});

test.each([
  ["another session", token, "other", ["/path", "value"]],
  ["another path", token, "session", ["/other", "value"]],
  ["another value", token, "session", ["/path", "values"]],
  ["no value", token, "session", ["/path"]],
  ["the same text, split elsewhere", createFormToken("session", "/path", "a", "b"), "session", ["/path", "a,b"]],
  ["no token", undefined, "session", ["/path", "value"]],
  ["an empty token", "", "session", ["/path", "value"]],
  ["a shorter token", token.slice(0, -1), "session", ["/path", "value"]],
  ["a token with an end", `${token}a`, "session", ["/path", "value"]],
])("a token does not fit %s", (_, sent, session, action) => {
  expect(isFormToken(sent, session, ...action)).toBe(false);
});
