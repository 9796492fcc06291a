import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { migrate } from "../migrate.js";
import { openSqliteDriver, type SqliteDriver } from "../sqlite/driver.js";
import { chooseLocks, compareLocks, replaceLocks, storeLocks } from "./stored-locks.js";

// Which locks are stored is metadata, which every engine has: one in memory shows what comes of it.
let driver: SqliteDriver;
beforeEach(async () => {
  driver = await openSqliteDriver(":memory:");
});
afterEach(() => driver.close());

const conflict = {
  message: "its processes use advisory locks, and this one serializable",
  advice: "leave out --database-locks, or stop them all and run grantbook migrate --database-locks serializable",
};
const refused = { name: "UnsuitableDatabaseError", message: `${conflict.message}; ${conflict.advice}` };

describe("the first process of a database", () => {
  test.each([false, true])("uses the locks that suit it, or those it wants, with tables: %j", async (hasTables) => {
    if (hasTables) await migrate(driver);
    expect(await chooseLocks(driver, undefined, "serializable")).toBe("serializable");
    expect(await chooseLocks(driver, "advisory", "advisory")).toBe("advisory");
    expect(await compareLocks(driver, "advisory", "advisory")).toEqual({ chosen: "advisory", conflict: undefined });
  });

  test("stores its locks, and is refused when another one was faster with other locks", async () => {
    await migrate(driver);
    await storeLocks(driver, "advisory");
    await storeLocks(driver, "advisory");
    await expect(storeLocks(driver, "serializable")).rejects.toMatchObject(refused);
    expect(
      await driver.run({ name: "all", sql: "SELECT value FROM properties WHERE name = 'database-locks'" }),
    ).toEqual([{ value: "advisory" }]);
  });
});

describe("a later process", () => {
  beforeEach(async () => {
    await migrate(driver);
    await storeLocks(driver, "advisory");
  });

  test("uses the locks of the others, and is refused when it wants others", async () => {
    expect(await chooseLocks(driver, undefined, "serializable")).toBe("advisory");
    expect(await chooseLocks(driver, "advisory", "serializable")).toBe("advisory");
    await expect(chooseLocks(driver, "serializable", "serializable")).rejects.toMatchObject(refused);
    expect(await compareLocks(driver, "serializable", "serializable")).toEqual({ chosen: "advisory", conflict });
  });

  test("uses the locks that replaced them", async () => {
    await replaceLocks(driver, "serializable");
    expect(await chooseLocks(driver, undefined, "advisory")).toBe("serializable");
  });

  test("is refused where the others use locks of a newer program", async () => {
    await driver.run({ name: "newer", sql: "UPDATE properties SET value = 'newer' WHERE name = 'database-locks'" });
    await expect(chooseLocks(driver, undefined, "advisory")).rejects.toThrow(
      "its processes use newer locks, and this one advisory",
    );
  });
});
