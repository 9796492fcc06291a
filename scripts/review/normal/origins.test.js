import { describe, expect, test } from "vitest";
import { copyOf, moveKey, originOf, originOfKey, withOrigin } from "./origins.js";

/** @param {string[]} path */
const at = (...path) => ({ file: "a.yaml", path, refs: [] });

describe("the place of a key", () => {
  test("is that of its value, where that is known", () => {
    const value = withOrigin({ b: withOrigin({}, at("there")) }, at("here"));
    expect(originOfKey(value, "b")).toEqual(at("there"));
  });

  test.each([[1], ["text"], [null], [undefined], [{}]])("is below that of its object, for %j", (inner) => {
    expect(originOfKey(withOrigin({ b: inner }, at("a")), "b")).toEqual(at("a", "b"));
  });

  test("is unknown where nothing is known of either", () => {
    expect(originOfKey({ b: 1 }, "b")).toBeUndefined();
  });

  test("is that which it was moved from", () => {
    const value = withOrigin({}, at("here"));
    moveKey(value, "b", withOrigin([], at("there")), at("before"));
    moveKey(value, "c", 1, at("c-before"));
    expect(value).toEqual({ b: [], c: 1 });
    expect(originOfKey(value, "b")).toEqual(at("before"));
    expect(originOfKey(value, "c")).toEqual(at("c-before"));
  });

  test("is that of its value, when it was moved from an unknown place", () => {
    const value = withOrigin({}, at("here"));
    moveKey(value, "b", withOrigin([], at("there")), undefined);
    expect(originOfKey(value, "b")).toEqual(at("there"));
  });
});

describe("a copy", () => {
  test("has the place of the original, and of the keys that were moved", () => {
    const list = withOrigin([1], at("list"));
    expect(copyOf(list)).toEqual([1]);
    expect(originOf(copyOf(list))).toEqual(at("list"));
    const value = withOrigin({ a: 1 }, at("value"));
    moveKey(value, "b", 2, at("before"));
    expect(copyOf(value)).toEqual({ a: 1, b: 2 });
    expect(originOfKey(copyOf(value), "b")).toEqual(at("before"));
  });

  test("does not share what is moved later", () => {
    const value = withOrigin({}, at("value"));
    moveKey(value, "a", 1, at("before"));
    const copy = copyOf(value);
    moveKey(copy, "a", 1, at("later"));
    expect(originOfKey(value, "a")).toEqual(at("before"));
    expect(originOf(copyOf({}))).toBeUndefined();
  });
});
