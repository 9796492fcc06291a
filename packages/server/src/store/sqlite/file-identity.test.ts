import { copyFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { newFolder } from "@grantbook/test-kit/temporary-folder";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { NewApplication } from "../../domain/store.js";
import { openSqliteStore, type SqliteStore } from "./index.js";

let folder: string;
let file: string;
let store: SqliteStore;
beforeEach(async () => {
  folder = newFolder();
  file = join(folder, "grantbook.db");
  store = await openSqliteStore(file);
  await store.insertApplication(application("before"));
});
afterEach(() => store.close());

function application(clientId: string): NewApplication {
  const url = "https://a.example";
  return {
    clientId,
    secretHash: "0",
    name: clientId,
    url,
    type: "oauth",
    expireUserTokens: false,
    createdAt: new Date(0),
  };
}

const writes: readonly [name: string, write: () => Promise<unknown>][] = [
  ["a statement", () => store.insertApplication(application("after"))],
  ["a transaction", () => store.transaction((queries) => queries.insertApplication(application("after")))],
  ["a user's transaction", () => store.transactionOf(1, (queries) => queries.insertApplication(application("after")))],
  ["a check for writing", () => store.checkWritable()],
];
const losses: readonly [name: string, message: string, lose: () => void][] = [
  ["removed", "grantbook.db was removed", () => rmSync(file)],
  ["replaced by a copy", "grantbook.db was replaced", () => replaceByCopy(file)],
  ["without its write-ahead log", "grantbook.db-wal was removed", () => rmSync(`${file}-wal`)],
];

function replaceByCopy(path: string): void {
  copyFileSync(path, `${path}.copy`);
  renameSync(`${path}.copy`, path);
}

const advice = "while it was in use; put it back, or stop the server, restore a backup and start again";

describe.each(losses)("a file that is %s while it is open", (_, message, lose) => {
  test.each(writes)("refuses %s as unavailable, and says why", async (_, write) => {
    lose();
    await expect(write()).rejects.toMatchObject({
      name: "StoreUnavailableError",
      cause: { message: `the database file ${folder}/${message} ${advice}` },
    });
    await expect(store.application("after")).resolves.toBeUndefined();
    await expect(store.application("before")).resolves.toMatchObject({ clientId: "before" });
  });
});

test("a file that was moved away and back takes writes again", async () => {
  renameSync(file, `${file}.away`);
  await expect(store.checkWritable()).rejects.toMatchObject({ name: "StoreUnavailableError" });
  renameSync(`${file}.away`, file);
  await store.checkWritable();
  await expect(store.insertApplication(application("after"))).resolves.toMatchObject({ clientId: "after" });
});
