import { describeEngines } from "@grantbook/test-kit/describe-engines";
import { useDomain } from "@grantbook/test-kit/domain-fixture";
import { describe, expect, test } from "vitest";
import { hasKey, keyFits, keyLength, seal, unseal } from "./encryption.js";

const key = Buffer.alloc(keyLength, 1);
const otherKey = Buffer.alloc(keyLength, 2);
const secret = Buffer.from("12345678901234567890");

describe("a sealed secret", () => {
  test("is given back by the same key", () => {
    expect(unseal(key, seal(key, secret))).toEqual(secret);
  });

  test("is not in the text", () => {
    expect(Buffer.from(seal(key, secret), "base64").includes(secret)).toBe(false);
  });

  test("looks different every time", () => {
    expect(seal(key, secret)).not.toBe(seal(key, secret));
  });

  test("is not given to another key", () => {
    const sealed = seal(key, secret);
    expect(() => unseal(otherKey, sealed)).toThrow(/authenticate data/);
  });

  test.each([
    ["nonce", 0],
    ["secret", 12],
    ["tag", -1],
  ])("is not given when its %s was changed", (_, index) => {
    const bytes = Buffer.from(seal(key, secret), "base64");
    const place = (index + bytes.length) % bytes.length;
    bytes.writeUInt8(bytes.readUInt8(place) ^ 1, place);
    expect(() => unseal(key, bytes.toString("base64"))).toThrow();
  });

  test.each([0, 12, 27])("is not given when the text was cut to %i bytes", (length) => {
    const bytes = Buffer.from(seal(key, secret), "base64").subarray(0, length);
    expect(() => unseal(key, bytes.toString("base64"))).toThrow();
  });
});

describe("keys of which one is replaced", () => {
  test("seal with the first, and unseal with any", () => {
    const sealed = seal(() => [otherKey, key], secret);
    expect(unseal(otherKey, sealed)).toEqual(secret);
    expect(() => unseal(key, sealed)).toThrow(/authenticate data/);
    expect(unseal(() => [key, otherKey], sealed)).toEqual(secret);
    expect(unseal(() => [otherKey, key], sealed)).toEqual(secret);
  });

  test("do not fit when none of them does", () => {
    expect(() => unseal(() => [key, key], seal(otherKey, secret))).toThrow(/authenticate data/);
  });

  test("must be there", () => {
    expect(() => seal(() => [], secret)).toThrow(/^There is no key\.$/);
    expect(() => unseal(() => [], seal(key, secret))).toThrow(/^There is no key\.$/);
  });
});

describeEngines((engine) => {
  describe("keyFits", () => {
    const book = useDomain(engine);

    test("makes the first key that is asked for the store's own, and no other one fits after that", async () => {
      await expect(hasKey(book.store)).resolves.toBe(false);
      await expect(keyFits(book.store, key)).resolves.toBe(true);
      await expect(hasKey(book.store)).resolves.toBe(true);
      await expect(keyFits(book.store, otherKey)).resolves.toBe(false);
      await expect(keyFits(book.store, key)).resolves.toBe(true);
    });
  });
});
