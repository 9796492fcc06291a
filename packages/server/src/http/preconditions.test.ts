import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { hasPreconditions, isNotModified, requirePreconditions, validatorsOf } from "./preconditions.js";

const noon = new Date("2026-11-20T12:00:00Z");
const state = { tag: "one", lastModified: noon };
const undated = { tag: "one", lastModified: undefined };

const requestWith = (headers: Record<string, string>, method = "GET") =>
  new Request("https://hub.example/api/v3/authorizations/1", { method, headers });

describe("validators", () => {
  const body = { id: 1, updated_at: "2026-11-20T12:00:00Z" };

  test("are the SHA-256 of the text, and the time of the last change", () => {
    const tag = createHash("sha256").update("a text").digest("hex");
    expect(validatorsOf(body, true, "a text")).toEqual({ tag, lastModified: noon });
  });

  test("have no time when the body says none, or means another", () => {
    expect(validatorsOf(body, false, "").lastModified).toBeUndefined();
    expect(validatorsOf({ id: 1 }, true, "").lastModified).toBeUndefined();
  });
});

/** Forms of a header, and whether they name the tag `one`. RFC 9110, sections 8.8.3 and 13.1.1. */
const tags: [string, boolean][] = [
  ["*", true],
  ["  *  ", true],
  ['"one"', true],
  ['W/"one"', true],
  ['"two","one"', true],
  ['W/"two" , W/"one"', true],
  [' "one" ', true],
  ['""', false],
  ['"ONE"', false],
  ['"two"', false],
  ['"two", "three"', false],
];
const unreadable = [
  "one",
  '"one',
  'one"',
  'w/"one"',
  '"one" "two"',
  '"one",',
  ',"one"',
  '"one", two',
  '"two", "one"x',
  '*, "one"',
  "",
  "**",
];

describe("a copy", () => {
  test.each(tags)("is current by If-None-Match %s: %s", (header, isCurrent) => {
    const headers = { "if-none-match": header, "if-modified-since": "Fri, 20 Nov 2026 11:00:00 GMT" };
    expect(isNotModified(requestWith(headers), state)).toBe(isCurrent);
  });

  test.each(unreadable)("has no tag in %j: its time counts", (header) => {
    const since = (date: string) => ({ "if-none-match": header, "if-modified-since": date });
    expect(isNotModified(requestWith(since("Fri, 20 Nov 2026 12:00:00 GMT")), state)).toBe(true);
    expect(isNotModified(requestWith(since("Fri, 20 Nov 2026 11:59:59 GMT")), state)).toBe(false);
  });

  test.each([
    ["GET", true],
    ["HEAD", true],
    ["POST", false],
    ["PUT", false],
    ["PATCH", false],
    ["DELETE", false],
  ])("is asked for by a %s: %s", (method, expected) => {
    expect(isNotModified(requestWith({ "if-none-match": '"one"' }, method), state)).toBe(expected);
  });

  test("is not current by a time when the object has none, or the request", () => {
    const headers = { "if-modified-since": "Fri, 20 Nov 2026 12:00:00 GMT" };
    expect(isNotModified(requestWith(headers), undated)).toBe(false);
    expect(isNotModified(requestWith({}), state)).toBe(false);
  });
});

describe("a date", () => {
  // RFC 9110, section 5.6.7.
  test.each([
    "Fri, 20 Nov 2026 12:00:00 GMT",
    "  Fri, 20 Nov 2026 12:00:00 GMT ",
    "Friday, 20-Nov-26 12:00:00 GMT",
    "Fri Nov 20 12:00:00 2026",
  ])("can be written as %j", (date) => {
    expect(isNotModified(requestWith({ "if-modified-since": date }), state)).toBe(true);
    const earlier = date.replace("12:00:00", "11:59:59");
    expect(isNotModified(requestWith({ "if-modified-since": earlier }), state)).toBe(false);
  });

  test("of asctime has a space before a day of one digit", () => {
    const sixth = { tag: "one", lastModified: new Date("2026-11-06T12:00:00Z") };
    const headers = { "if-modified-since": "Fri Nov  6 12:00:00 2026" };
    expect(isNotModified(requestWith(headers), sixth)).toBe(true);
    expect(isNotModified(requestWith({ "if-modified-since": "Fri Nov  6 11:59:59 2026" }), sixth)).toBe(false);
  });

  test.each([
    "2030-11-20T12:00:00Z",
    "Fri, 20 Nov 2030 12:00:00",
    "Fri, 20 Nov 2030 12:00:00 UTC",
    "Fri, 20 Nov 2030 12:00:00 GMT or later",
    "On Fri, 20 Nov 2030 12:00:00 GMT",
    "fri, 20 Nov 2030 12:00:00 GMT",
    "Fri, 20 nov 2030 12:00:00 GMT",
    "Fri, 2 Nov 2030 12:00:00 GMT",
    "Fri, 20 Nov 30 12:00:00 GMT",
    "Fri, 20 Nov 2030 1:00:00 GMT",
    "Fri, 20 Nov 2030 12:0:00 GMT",
    "Fri, 20 Nov 2030 12:00:0 GMT",
    "Fri, 20 Nov 2030 25:00:00 GMT",
    "Fri, 20-Nov-30 12:00:00 GMT",
    "Friday, 2-Nov-30 12:00:00 GMT",
    "Friday, 20-Nov-2030 12:00:00 GMT",
    "friday, 20-Nov-30 12:00:00 GMT",
    "On Friday, 20-Nov-30 12:00:00 GMT",
    "Friday, 20-Nov-30 12:00:00 GMT or later",
    "Fri Nov 20 12:00:00 2030 GMT",
    "Fri Nov 20 12:00:00 30",
    "On Fri Nov 20 12:00:00 2030",
    "Fri nov 20 12:00:00 2030",
    "fri Nov 20 12:00:00 2030",
    "Fri Nov 20 12:00 2030",
    "",
  ])("cannot be written as %j", (date) => {
    expect(isNotModified(requestWith({ "if-modified-since": date }), state)).toBe(false);
  });
});

describe("a precondition", () => {
  const refusal = expect.objectContaining({ name: "Refusal", reason: { code: "precondition-failed" } });
  const holds = (headers: Record<string, string>, of = state as typeof state | typeof undated) => {
    const request = requestWith(headers, "DELETE");
    try {
      requirePreconditions(request, of);
      return true;
    } catch (error) {
      expect(error).toEqual(refusal);
      return false;
    }
  };

  test.each(tags)("If-Match %s holds: %s", (header, expected) => {
    expect(holds({ "if-match": header })).toBe(expected);
  });

  test.each(unreadable)("If-Match %j cannot be read, and does not hold", (header) => {
    expect(holds({ "if-match": header })).toBe(false);
  });

  test.each([
    ["Fri, 20 Nov 2026 11:59:59 GMT", false],
    ["Fri, 20 Nov 2026 12:00:00 GMT", true],
    ["Fri, 20 Nov 2026 12:00:01 GMT", true],
    ["a long time ago", true],
  ])("If-Unmodified-Since %s holds: %s", (date, expected) => {
    expect(holds({ "if-unmodified-since": date })).toBe(expected);
    expect(holds({ "if-unmodified-since": date }, undated)).toBe(true);
  });

  test("If-Match goes before If-Unmodified-Since", () => {
    const before = { "if-unmodified-since": "Fri, 20 Nov 2026 11:00:00 GMT" };
    expect(holds({ "if-match": '"one"', ...before })).toBe(true);
    expect(holds({ "if-match": '"two"', "if-unmodified-since": "Fri, 20 Nov 2026 13:00:00 GMT" })).toBe(false);
  });

  test("holds when there is none", () => {
    expect(holds({ "if-none-match": '"one"', "if-modified-since": "Fri, 20 Nov 2026 12:00:00 GMT" })).toBe(true);
  });

  test.each([
    [{ "if-match": "" }, true],
    [{ "if-unmodified-since": "" }, true],
    [{ "if-none-match": "*", "if-modified-since": "" }, false],
  ])("is in %j: %s", (headers, expected) => {
    expect(hasPreconditions(requestWith(headers as Record<string, string>))).toBe(expected);
  });
});
