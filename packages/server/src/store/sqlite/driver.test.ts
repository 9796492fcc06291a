import { readdirSync, readlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { newFolder } from "@grantbook/test-kit/temporary-folder";
import { DatabaseSync } from "@photostructure/sqlite";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Statement } from "../driver.js";
import { openSqliteDriver, type SqliteDriver } from "./driver.js";

let folder: string;
let file: string;
let driver: SqliteDriver;
beforeEach(async () => {
  folder = newFolder();
  file = join(folder, "g.db");
  driver = await openSqliteDriver(file);
  await driver.migrate((execute) => execute("CREATE TABLE things (name TEXT PRIMARY KEY, note TEXT) STRICT"));
});
afterEach(() => driver.close());

const insert: Statement<[name: string, note: string], never> = {
  name: "insert",
  sql: "INSERT INTO things (name, note) VALUES ($1, $2)",
};
const select: Statement<[name: string], { note: string }> = {
  name: "select",
  sql: "SELECT note FROM things WHERE name = $1",
};

/** Runs a statement without parameters. */
const query = <Row>(sql: string) => driver.run<[], Row>({ name: sql, sql });

describe("a full database", () => {
  const unavailable = { name: "StoreUnavailableError", cause: { message: "database or disk is full" } };
  const tooMuch = "x".repeat(100_000);
  beforeEach(async () => {
    await driver.run(insert, "a", "kept");
    const [row] = await query<{ page_count: number }>("PRAGMA page_count");
    await query(`PRAGMA max_page_count = ${row?.page_count}`);
  });

  test("takes no more, by a statement or a transaction, and still gives what it has", async () => {
    await expect(driver.run(insert, "b", tooMuch)).rejects.toMatchObject(unavailable);
    const stored = driver.transaction(null, async (run) => {
      await run(insert, "c", "undone");
      await run(insert, "d", tooMuch);
    });
    await expect(stored).rejects.toMatchObject(unavailable);
    expect(await query("SELECT name, note FROM things")).toEqual([{ name: "a", note: "kept" }]);
  });

  test("takes more as soon as there is room", async () => {
    await expect(driver.transaction(null, (run) => run(insert, "b", tooMuch))).rejects.toMatchObject(unavailable);
    await query("PRAGMA max_page_count = 1000");
    await driver.transaction(null, (run) => run(insert, "b", tooMuch));
    expect(await driver.run(select, "b")).toEqual([{ note: tooMuch }]);
  });
});

test("a lookup waits for the end of the turn, but no change, nor a lookup that other work waits for", async () => {
  const order: string[] = [];
  const noted = (name: string) => () => order.push(name);
  await Promise.all([
    driver.run(select, "a").then(noted("lookup")),
    new Promise<void>((resolve) => setImmediate(resolve)).then(noted("turn")),
    driver.run({ ...select, name: "at once", isImmediate: true }, "a").then(noted("at once")),
    driver.run(insert, "a", "note").then(noted("change")),
    driver.run(select, "b").then(noted("lookup")),
  ]);
  expect(order).toEqual(["at once", "change", "lookup", "lookup", "turn"]);
});

test("a statement with too few or too many parameters is refused, and changes nothing", async () => {
  const run = (...parameters: string[]) => driver.run(insert as Statement<string[], never>, ...parameters);
  await expect(run("a")).rejects.toThrow("The statement insert takes 2 parameters, not 1.");
  await expect(run("a", "b", "c")).rejects.toThrow("The statement insert takes 2 parameters, not 3.");
  expect(await query("SELECT name FROM things")).toEqual([]);
});

test("1000 transactions may wait for a commit, and one more is refused as unavailable", async () => {
  const all = await Promise.allSettled(
    Array.from({ length: 1001 }, (_, index) => driver.transaction(null, (run) => run(insert, `${index}`, "note"))),
  );
  expect(all.map(({ status }) => status).lastIndexOf("fulfilled")).toBe(999);
  expect(all[1000]).toMatchObject({
    reason: { name: "StoreUnavailableError", cause: { message: "more than 1000 transactions wait" } },
  });
  expect(await query("SELECT count(*) AS stored FROM things")).toEqual([{ stored: 1000 }]);
});

test("a statement that comes after the end of its transaction is refused", async () => {
  const late = await driver.transaction(null, async (run) => () => run(insert, "a", "late"));
  await expect(late()).rejects.toThrow("The statement insert came after the end of its transaction.");
  expect(await query("SELECT name FROM things")).toEqual([]);
});

test("a file that is no database is let go of", async () => {
  const letter = join(folder, "letter.txt");
  writeFileSync(letter, "Dear Mona, ".repeat(1000));
  await expect(openSqliteDriver(letter)).rejects.toThrow("file is not a database");
  const open = readdirSync("/proc/self/fd").flatMap((descriptor) => {
    try {
      return [readlinkSync(`/proc/self/fd/${descriptor}`)];
    } catch {
      // The one that the folder itself was read with.
      return [];
    }
  });
  expect(open).not.toContain(letter);
});

test("a closed database is one file, which others may open", async () => {
  await driver.run(insert, "a", "kept");
  await driver.close();
  const database = new DatabaseSync(file);
  expect(database.prepare("SELECT note FROM things").all()).toEqual([{ note: "kept" }]);
  database.close();
  expect(readdirSync(folder)).toEqual(["g.db"]);
  driver = await openSqliteDriver(file);
});
