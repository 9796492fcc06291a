import { join } from "node:path";
import { openPostgresStore } from "@grantbook/server/postgres";
import { openSqliteStore } from "@grantbook/server/sqlite";
import { describeEngines } from "@grantbook/test-kit/describe-engines";
import { type Engine, postgresUrl } from "@grantbook/test-kit/engines";
import { createSchema } from "@grantbook/test-kit/postgres/schema";
import { newFolder } from "@grantbook/test-kit/temporary-folder";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { runCommandLine } from "./command-line.js";

/** Runs a command in this process. Returns its standard output. */
async function printed(...words: string[]): Promise<string> {
  const write = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  try {
    await runCommandLine(words, {});
    return write.mock.calls.map(([text]) => text).join("");
  } finally {
    write.mockRestore();
  }
}

/** An address without anything, and what opens a store at it. */
async function emptyPlace({ isShared }: Engine) {
  if (isShared) {
    const { url, close } = await createSchema(postgresUrl());
    return { address: url, open: () => openPostgresStore(url), leave: close };
  }
  const folder = newFolder();
  const file = join(folder, "data/grantbook.db");
  return { address: `sqlite:${file}`, open: () => openSqliteStore(file), leave: async () => undefined };
}

describeEngines((engine) => {
  describe("migrate", () => {
    let place: Awaited<ReturnType<typeof emptyPlace>>;
    beforeEach(async () => {
      place = await emptyPlace(engine);
    });
    afterEach(() => place.leave());

    test("makes the tables, says so, and does nothing the second time", async () => {
      const migrate = (...flags: string[]) => printed("migrate", "--database", place.address, ...flags);
      const first = await migrate();
      expect(first).toMatch(/^migrated from version 0 to \d+\n$/);
      const [version] = /\d+(?=\n)/.exec(first) ?? [];
      expect(await migrate()).toBe(`the database already has version ${version}\n`);
      expect(JSON.parse(await migrate("--json"))).toEqual({ from: Number(version), to: Number(version) });
      const store = await place.open();
      await expect(store.user(1)).resolves.toBeUndefined();
      await store.close();
    });
  });
});

test.each([
  ["postgres://me:secret-value@127.0.0.1:1/x", /^cannot open the PostgreSQL database 127\.0\.0\.1:1\/x: [^\n]*$/],
  ["sqlite::memory:", /^a database in memory has nothing to migrate$/],
])("a database that cannot be migrated gives one line, without a password: %s", async (address, message) => {
  const migrating = printed("migrate", "--database", address);
  await expect(migrating).rejects.toThrow(message);
  await expect(migrating).rejects.not.toThrow(/secret-value/);
});
