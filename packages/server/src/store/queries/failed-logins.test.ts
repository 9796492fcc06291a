import { describeEngines } from "@grantbook/test-kit/describe-engines";
import type { TestDatabase } from "@grantbook/test-kit/engines";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Store } from "../../domain/store.js";

/** Time in milliseconds after a start. */
const at = (ms: number) => new Date(Date.parse("2026-01-02T03:04:00Z") + ms);

describeEngines((engine) => {
  let database: TestDatabase;
  let store: Store;
  beforeEach(async () => {
    database = await engine.create();
    store = await database.open();
  });
  afterEach(async () => {
    await store.close();
    await database.remove();
  });

  test("failed logins are counted until the first count ends, and forgotten by name", async () => {
    const first = { failures: 1, until: at(9) };
    expect(await store.countFailedLogin("a", at(0), at(9))).toEqual(first);
    expect(await store.countFailedLogin("a", at(1), at(20))).toEqual({ failures: 2, until: at(9) });
    expect(await store.countFailedLogin("b", at(1), at(9))).toEqual(first);
    expect(await store.failedLogins("a", at(8))).toEqual({ failures: 2, until: at(9) });
    expect(await store.countFailedLogin("a", at(9), at(20))).toEqual({ failures: 1, until: at(20) });
    await store.forgetFailedLogins("a");
    expect([await store.failedLogins("a", at(8)), await store.failedLogins("b", at(8))]).toEqual([undefined, first]);
  });

  test("failures that have ended are deleted, so many at a time, and others stay", async () => {
    for (const ms of [1, 2, 3, 4]) await store.countFailedLogin(`name ${ms}`, at(0), at(ms));
    expect(await store.deleteExpiredFailedLogins(at(3), 2)).toBe(2);
    expect(await store.deleteExpiredFailedLogins(at(3), 2)).toBe(1);
    expect(await store.deleteExpiredFailedLogins(at(3), 2)).toBe(0);
    expect(await store.failedLogins("name 4", at(0))).toEqual({ failures: 1, until: at(4) });
    for (const ms of [5, 6]) await store.countFailedLogin(`name ${ms}`, at(0), at(ms));
    expect(await store.deleteExcessFailedLogins(2, 10)).toBe(1);
    expect(await store.failedLogins("name 4", at(0))).toBeUndefined();
    expect(await store.failedLogins("name 5", at(0))).toBeDefined();
  });
});
