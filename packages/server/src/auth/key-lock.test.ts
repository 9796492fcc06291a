import { describeEngines } from "@grantbook/test-kit/describe-engines";
import { createDomain, type TestDomain } from "@grantbook/test-kit/domain-fixture";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Queries } from "../domain/store.js";
import { createKeyCheckValue, keyCheckValue, keyLength, matchesKeyCheckValue } from "./encryption.js";
import { lockKey } from "./key-lock.js";

describeEngines((engine) => {
  let book: TestDomain;
  const otherKey = Buffer.alloc(keyLength, 2);
  beforeEach(async () => {
    book = await createDomain(engine);
  });
  afterEach(() => book.store.close());

  const lock = (key: Buffer, change: Partial<Queries> = {}) =>
    book.store.transaction((queries) => lockKey(Object.assign(Object.create(queries), change), key));
  const stored = () => book.store.metadata(keyCheckValue);

  test("a store without a check value gets that of the key, and keeps it", async () => {
    const own = book.key as Buffer;
    const value = await lock(own);
    expect(value).toBe(await stored());
    expect(matchesKeyCheckValue(own, value ?? "")).toBe(true);
    expect(await lock(own)).toBe(value);
    expect(await lock(otherKey)).toBeUndefined();
    expect(await stored()).toBe(value);
  });

  test("a key that was replaced between reading and locking is not used", async () => {
    const own = book.key as Buffer;
    await lock(own);
    const replaceMetadata = vi.fn(async () => false);
    expect(await lock(own, { replaceMetadata })).toBeUndefined();
    const value = await stored();
    expect(replaceMetadata).toHaveBeenCalledWith(keyCheckValue, value, value);
  });

  test("a check value that is gone is none", async () => {
    await book.store.insertMetadata(keyCheckValue, createKeyCheckValue(book.key));
    expect(await lock(book.key as Buffer, { metadata: async () => undefined })).toBeUndefined();
  });
});
