import { describe, expect, test } from "vitest";
import { hasRows, toDate, toPage, toScopes, windowOf } from "./rows.js";

describe("the rows of a page", () => {
  // Page, rows of a page, rows of the list: where they are, counted from the nearer end.
  test.each([
    [1, 30, 1, { isFromEnd: false, limit: 1, offset: 0 }],
    [1, 30, 100, { isFromEnd: false, limit: 30, offset: 0 }],
    [2, 30, 100, { isFromEnd: false, limit: 30, offset: 30 }],
    [3, 30, 100, { isFromEnd: true, limit: 30, offset: 10 }],
    [4, 30, 100, { isFromEnd: true, limit: 10, offset: 0 }],
    [2, 20, 60, { isFromEnd: false, limit: 20, offset: 20 }],
    [3, 20, 60, { isFromEnd: true, limit: 20, offset: 0 }],
    [2, 1, 2, { isFromEnd: true, limit: 1, offset: 0 }],
  ])("page %i of %i rows in a list of %i", (page, perPage, total, expected) => {
    expect(windowOf({ page, perPage }, total)).toEqual(expected);
  });

  test.each([
    [1, 30, 0],
    [2, 30, 30],
    [5, 30, 100],
  ])("are none: page %i of %i rows in a list of %i", (page, perPage, total) => {
    expect(windowOf({ page, perPage }, total)).toBeUndefined();
  });
});

test.each([
  [0, 1],
  [1, 1],
  [30, 1],
  [31, 2],
  [60, 2],
  [61, 3],
])("a list of %i rows has %i pages of 30", (total, lastPage) => {
  expect(toPage(["row"], { page: 1, perPage: 30 }, total)).toEqual({ items: ["row"], page: 1, lastPage });
});

test("columns become scopes, dates and truths", () => {
  expect([toScopes(""), toScopes("repo"), toScopes("repo gist")]).toEqual([[], ["repo"], ["repo", "gist"]]);
  expect([toDate(null), toDate(0), toDate(1_795_176_000_000)]).toEqual([
    null,
    new Date("1970-01-01T00:00:00Z"),
    new Date("2026-11-20T12:00:00Z"),
  ]);
  expect([hasRows([]), hasRows([{}])]).toEqual([false, true]);
});
