import { join } from "node:path";
import { describeEngines } from "@grantbook/test-kit/describe-engines";
import { postgresUrl } from "@grantbook/test-kit/engines";
import { createSchema } from "@grantbook/test-kit/postgres/schema";
import { newFolder } from "@grantbook/test-kit/temporary-folder";
import { expect, test } from "vitest";
import { databaseEngines, locateDatabase } from "./engine.js";

test.each([
  ["sqlite:data/g.db", { file: "data/g.db", isInMemory: false }],
  ["sqlite::memory:", { file: undefined, isInMemory: true }],
  ["postgres://mona@db.example/grantbook", { file: undefined, isInMemory: false }],
  ["postgresql://mona@db.example/grantbook", { file: undefined, isInMemory: false }],
])("%s is located, and not opened", (address, expected) => {
  expect(locateDatabase(address)).toMatchObject(expected);
});

test.each([
  "",
  "sqlite:",
  "mysql://mona:secret@db.example/grantbook",
  "data/g.db",
  "my-sqlite:g.db",
  "my-postgres://mona@db.example/grantbook",
])("%j is no database", (address) => {
  expect(() => locateDatabase(address)).toThrow(
    /^this is not a database; use sqlite:FILE, sqlite::memory: or postgres:\/\/USER@HOST\/DATABASE$/,
  );
});

test.each([
  ["sqlite://g.db", "the address has //; use sqlite:FILE for the current folder, or sqlite:/FOLDER/FILE"],
  ["sqlite:///data/g.db", "the address has //; use sqlite:FILE for the current folder, or sqlite:/FOLDER/FILE"],
  ["sqlite:g.db?mode=ro", "SQLite addresses have no options; use sqlite:FILE without a ?"],
])("%s is refused, with the form that is meant", (address, message) => {
  expect(() => locateDatabase(address)).toThrow(message);
});

test("each engine either backs up and checks its databases or names the tools that do", async () => {
  expect(databaseEngines.map(({ title, isShared, ownTools }) => [title, isShared, ownTools !== undefined])).toEqual([
    ["SQLite", false, false],
    ["PostgreSQL", true, true],
  ]);
});

describeEngines((engine) => {
  test("is migrated and opened by its address", async () => {
    const folder = newFolder();
    const schema = engine.isShared ? await createSchema(postgresUrl()) : undefined;
    const location = locateDatabase(schema?.url ?? `sqlite:${join(folder, "g.db")}`);
    const findings = async () => (await location.inspect(1)).findings.map(({ message }) => message);
    expect(await findings()).toContainEqual(expect.stringContaining("; grantbook serve makes what is missing"));
    await expect(location.open({ tables: "require" })).rejects.toMatchObject({ name: "OpenDatabaseError" });
    expect((await location.migrate()).from).toBe(0);
    expect(await findings()).toContainEqual(expect.stringMatching(/^the tables have version \d+$/));
    const { store, backup, checkIntegrity, connections } = await location.open({
      tables: "require",
      maxConnections: 1,
    });
    expect([backup, checkIntegrity, connections].map((it) => it !== undefined)).toEqual(
      engine.isShared ? [false, false, true] : [true, true, false],
    );
    expect((await checkIntegrity?.()) ?? []).toEqual([]);
    expect(connections?.().open ?? 1).toBe(1);
    await store.close();
    await schema?.close();
  });
});
