import { afterEach, beforeEach, expect, test } from "vitest";
import type { Statement } from "../driver.js";
import { openSqliteDriver, type SqliteDriver } from "./driver.js";

let driver: SqliteDriver;
const insert: Statement<[name: string, note: string], never> = {
  name: "insert",
  sql: "INSERT INTO things (name, note) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET note = excluded.note",
};
const kept: Statement<[name: string], { note: string }> = {
  name: "kept",
  sql: "SELECT note FROM things WHERE name = $1",
  isCacheable: () => true,
};
const batchParameterTypes: Statement<[name: string], { note: string }> = { name: "batchParameterTypes", sql: kept.sql };

beforeEach(async () => {
  driver = await openSqliteDriver(":memory:");
  await driver.migrate((execute) => execute("CREATE TABLE things (name TEXT PRIMARY KEY, note TEXT)"));
  await driver.run(insert, "a", "first");
});
afterEach(() => driver.close());

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

test("rows are kept for the parameters they were asked with, where a statement says so, and only there", async () => {
  const rows = await driver.run(kept, "a");
  expect(rows).toEqual([{ note: "first" }]);
  expect(await driver.run(kept, "a")).toBe(rows);
  expect(await driver.run(kept, "b")).toEqual([]);
  expect(await driver.run(batchParameterTypes, "a")).not.toBe(await driver.run(batchParameterTypes, "a"));
});

test("rows are asked for anew after a change, by a statement or a transaction, and not after a look", async () => {
  const rows = await driver.run(kept, "a");
  await driver.run(batchParameterTypes, "a");
  await driver.transaction(null, (run) => run(batchParameterTypes, "a"));
  await nextTurn();
  expect(await driver.run(kept, "a")).toBe(rows);
  await driver.run(insert, "a", "second");
  expect(await driver.run(kept, "a")).toEqual([{ note: "second" }]);
  await driver.transaction(null, (run) => run(insert, "a", "third"));
  expect(await driver.run(kept, "a")).toEqual([{ note: "third" }]);
});

test("a transaction sees what it has changed itself, and nobody else does before its end", async () => {
  await driver.run(kept, "a");
  const seen: unknown[] = [];
  let outside: Promise<unknown> | undefined;
  const work = driver.transaction(null, async (run) => {
    await run(insert, "a", "second");
    outside = driver.run(kept, "a").then((rows) => seen.push("outside", rows));
    seen.push("inside", await run(kept, "a"));
    await nextTurn();
    seen.push("end");
    throw new Error("undone");
  });
  await expect(work).rejects.toThrow("undone");
  await outside;
  expect(seen).toEqual(["inside", [{ note: "second" }], "end", "outside", [{ note: "first" }]]);
  expect(await driver.run(kept, "a")).toEqual([{ note: "first" }]);
});

test("no more than a thousand are kept", async () => {
  const first = await driver.run(kept, "a");
  for (let index = 0; index < 999; index += 1) await driver.run(kept, `name ${index}`);
  expect(await driver.run(kept, "a")).toBe(first);
  await driver.run(kept, "one more");
  expect(await driver.run(kept, "a")).not.toBe(first);
});

test("after the end nothing is kept, and what was put off is not available", async () => {
  await driver.run(kept, "a");
  await driver.close();
  const refused = { name: "StoreUnavailableError" };
  await expect(driver.run(kept, "a")).rejects.toMatchObject(refused);
  await expect(driver.run({ ...batchParameterTypes, name: "never prepared" }, "a")).rejects.toMatchObject(refused);
  driver = await openSqliteDriver(":memory:");
});
