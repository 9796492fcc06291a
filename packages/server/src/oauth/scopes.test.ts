import { describe, expect, test } from "vitest";
import { isSameSet, missingScopes, normalizeScopes, parseScopes, requireKnownScopes } from "./scopes.js";

describe("a parameter with scopes", () => {
  test.each([
    ["repo gist", ["repo", "gist"]],
    ["repo,gist", ["repo", "gist"]],
    [" repo ,\tgist,, user ", ["repo", "gist", "user"]],
    ["gist,repo,gist", ["gist", "repo"]],
    ["", []],
    [" , ", []],
    ["no-such-scope", ["no-such-scope"]],
  ])("%j names %j", (text, scopes) => {
    expect(parseScopes(text)).toEqual(scopes);
  });

  test("that is not there is not one without scopes", () => {
    expect(parseScopes(undefined)).toBeUndefined();
  });
});

test.each([
  // GitHub's own example.
  [
    ["user", "gist", "user:email"],
    ["user", "gist"],
  ],
  [["read:org", "write:org", "admin:org"], ["admin:org"]],
  [
    ["user:email", "repo", "no-such-scope", "public_repo"],
    ["user:email", "repo"],
  ],
  [["repo", "repo"], ["repo"]],
  [["toString", "constructor"], []],
  [[], []],
])("%j is normalized to %j", (scopes, normalized) => {
  expect(normalizeScopes(scopes)).toEqual(normalized);
});

test.each([
  [["repo"], ["repo", "public_repo", "gist"], ["gist"]],
  [["admin:org"], ["read:org"], []],
  [["read:org"], ["admin:org", "read:org"], ["admin:org"]],
  [[], ["user"], ["user"]],
  [["no-such-scope"], ["no-such-scope", "another"], ["another"]],
  [["user"], [], []],
])("where %j is granted, of %j the scopes %j are missing", (granted, wanted, missing) => {
  expect(missingScopes(granted, wanted)).toEqual(missing);
});

describe("unknown scopes", () => {
  const refusal = (scopes: readonly string[]) => {
    try {
      requireKnownScopes(scopes);
    } catch (error) {
      return error;
    }
    return undefined;
  };

  test("are refused by name", () => {
    expect(refusal(["repo", "user:read", "gist", "a"])).toMatchObject({
      code: "invalid_scope",
      message: "The scopes requested are invalid: user:read, a.",
    });
    expect(refusal(["toString"])).toMatchObject({ code: "invalid_scope" });
    expect(refusal(["repo", "user:email"])).toBeUndefined();
    expect(refusal([])).toBeUndefined();
  });

  test("are named up to ten, each with a hundred characters", () => {
    const scopes = ["x".repeat(101), ..."abcdefghij"];
    expect(refusal(scopes)).toMatchObject({
      message: `The scopes requested are invalid: ${"x".repeat(100)}, a, b, c, d, e, f, g, h, i.`,
    });
  });
});

test.each([
  [["a", "b"], ["b", "a"], true],
  [[], [], true],
  [["a"], ["b"], false],
  [["a"], ["a", "b"], false],
  [["a", "b"], ["a"], false],
])("%j and %j are the same set: %j", (left, right, isSame) => {
  expect(isSameSet(left, right)).toBe(isSame);
});
