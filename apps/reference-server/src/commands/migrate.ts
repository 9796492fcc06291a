import type { Migration } from "@grantbook/server/sqlite";
import type { DatabaseAddress } from "../settings/readers.js";
import { UsageError } from "../usage-error.js";
import { databaseCommand } from "./command.js";
import { json } from "./lists.js";
import { printResult } from "./terminal.js";

/**
 * What a server does at its start anyway, by itself: for those who let the server use tables and nobody but the operator
 * make them, or who want to see it succeed before they replace the servers.
 */
export const migrateCommand = databaseCommand({
  name: "migrate",
  parameters: [],
  summary: "Migrate the tables of a database, as serve does at startup, and print the steps.",
  own: { json },
  async run(_, { database, json: isJson = false }) {
    const migration = await migrate(database);
    const { from, to } = migration;
    const line = from === to ? `the database has version ${to} already` : `migrated from version ${from} to ${to}`;
    printResult(migration, [line], isJson);
  },
});

async function migrate(address: DatabaseAddress): Promise<Migration> {
  if (address.engine === "postgres") {
    const { migratePostgres } = await import("@grantbook/server/postgres");
    return migratePostgres(address.url);
  }
  if (address.file === ":memory:") throw new UsageError("a database in memory has no tables from before");
  const { migrateSqlite } = await import("@grantbook/server/sqlite");
  return migrateSqlite(address.file);
}
