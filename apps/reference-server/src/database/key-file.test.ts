import { readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createAdministration, keyFits } from "@grantbook/server";
import { openSqliteStore, type SqliteStore } from "@grantbook/server/sqlite";
import { newFolder } from "@grantbook/test-kit/temporary-folder";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { KeyFile } from "./key-file.js";

let folder: string;
let file: string;
let store: SqliteStore;
beforeEach(async () => {
  folder = newFolder();
  file = join(folder, "data/grantbook.key");
  store = await openSqliteStore(":memory:");
});
afterEach(() => store.close());

/** The key file, made when it is not there. */
const keyFileAt = (path: string) => KeyFile.open(path) ?? KeyFile.create(path);
const digits = (path: string) => readFileSync(path, "utf8").trim();
const hex = (keys: readonly Buffer[]) => keys.map((key) => key.toString("hex"));

describe("a key file", () => {
  test("is made for its owner alone, and read the next time", () => {
    const made = keyFileAt(file).keys();
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(hex(made)).toEqual([digits(file)]);
    expect(keyFileAt(file).keys()).toEqual(made);
  });

  test.each(["", "0".repeat(63), "g".repeat(64), `${"0".repeat(64)}1`])("is refused with %j in it", (text) => {
    const wrong = join(folder, "wrong.key");
    writeFileSync(wrong, text);
    expect(() => KeyFile.open(wrong)).toThrow(/wrong\.key is not a key/);
  });

  test("is looked at again when it changes, and keeps its last key while it is away", async () => {
    const keyFile = keyFileAt(file);
    const [first = Buffer.alloc(0)] = keyFile.keys();
    writeFileSync(`${file}.next`, `${"1".repeat(64)}\n`);
    expect(hex(keyFile.keys())).toEqual([first.toString("hex"), "1".repeat(64)]);
    keyFile.adoptNext();
    expect(hex(keyFile.keys())).toEqual(["1".repeat(64)]);
    rmSync(file);
    expect(hex(keyFile.keys())).toEqual(["1".repeat(64)]);
  });

  test("is used as the next one where an operator has put that there", () => {
    const keyFile = keyFileAt(file);
    writeFileSync(`${file}.next`, "2".repeat(64));
    expect(keyFile.prepareNext().toString("hex")).toBe("2".repeat(64));
  });
});

describe("a start", () => {
  test("with a key that was not moved any more after the database had the next one moves it", async () => {
    const keyFile = keyFileAt(file);
    await keyFile.requireFit(store);
    const next = keyFile.prepareNext();
    await createAdministration({ store, key: keyFile.keys, now: () => new Date() }).rotateKey(next);
    const restarted = keyFileAt(file);
    await restarted.requireFit(store);
    expect(digits(file)).toBe(next.toString("hex"));
    expect(hex(restarted.keys())).toEqual([next.toString("hex")]);
    expect(await keyFits(store, restarted.keys)).toBe(true);
  });

  test("before the database had the next one leaves both", async () => {
    const keyFile = keyFileAt(file);
    await keyFile.requireFit(store);
    keyFile.prepareNext();
    const before = hex(keyFile.keys());
    await keyFileAt(file).requireFit(store);
    expect(hex(keyFileAt(file).keys())).toEqual(before);
  });

  test("with a key of another database is refused", async () => {
    await keyFileAt(file).requireFit(store);
    const other = KeyFile.create(join(folder, "other.key"));
    await expect(other.requireFit(store)).rejects.toThrow(/other\.key does not fit the database/);
  });
});
