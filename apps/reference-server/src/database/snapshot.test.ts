import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { locateDatabase } from "@grantbook/server/engine";
import { newFolder } from "@grantbook/test-kit/temporary-folder";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Database, openDatabase } from "./database.js";

let folder: string;
let database: Database;
let isClosed: boolean;
let before: string[];
beforeEach(async () => {
  folder = newFolder();
  const file = join(folder, "g.db");
  const settings = {
    database: locateDatabase(`sqlite:${file}`),
    "key-file": join(folder, "g.key"),
    "admin-socket": undefined,
    "database-locks": undefined,
  };
  database = await openDatabase(settings, "serve");
  before = names();
  isClosed = false;
});
afterEach(async () => {
  if (!isClosed) await database.store.close();
});

const names = () => readdirSync(folder).sort();

test("a snapshot is the whole database, and leaves no copy of it in the folder", async () => {
  const { content, bytes } = (await database.snapshot?.()) ?? {};
  expect(names()).toEqual(before);
  const chunks: Buffer[] = [];
  for await (const chunk of content ?? []) chunks.push(chunk);
  expect(Buffer.concat(chunks).subarray(0, 15).toString()).toBe("SQLite format 3");
  expect(Buffer.concat(chunks)).toHaveLength(bytes ?? 0);
  expect(names()).toEqual(before);
});

test("a snapshot whose reader stops early leaves no copy either", async () => {
  const { content } = (await database.snapshot?.()) ?? {};
  content?.destroy();
  expect(names()).toEqual(before);
});

test("a snapshot that cannot be made leaves no copy either", async () => {
  await database.store.close();
  isClosed = true;
  await expect(database.snapshot?.()).rejects.toThrow();
  // A closed database gives up what SQLite keeps next to it.
  expect(names()).toEqual(["g.db", "g.key"]);
  expect(readFileSync(join(folder, "g.db")).subarray(0, 15).toString()).toBe("SQLite format 3");
});
