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
    if (database.isInMemory) throw new UsageError("a database in memory has no tables from before");
    const migration = await database.migrate();
    const { from, to } = migration;
    const line = from === to ? `the database has version ${to} already` : `migrated from version ${from} to ${to}`;
    printResult(migration, [line], isJson);
  },
});
