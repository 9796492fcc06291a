import { UsageError } from "../usage-error.js";
import { databaseCommand } from "./command.js";
import { json } from "./json-option.js";
import { startProgress } from "./progress.js";
import { printResult } from "./terminal.js";

/**
 * Command that migrates the tables, as a server does at startup. For operators whose server may not change tables, or
 * who want to see the migration succeed before they replace the servers.
 */
export const migrateCommand = databaseCommand({
  name: "migrate",
  parameters: [],
  summary: "Migrate the tables of a database, as serve does at startup, and print the steps.",
  options: { json },
  async run(_, { database, "database-locks": locks, json: isJson = false }) {
    if (database.isInMemory) throw new UsageError("a database in memory has nothing to migrate");
    const progress = await startProgress("migration", "users");
    const migration = await database.migrate({ locks, onProgress: progress.update }).finally(() => progress.stop());
    const { from, to } = migration;
    const line = from === to ? `the database already has version ${to}` : `migrated from version ${from} to ${to}`;
    printResult(migration, [line], isJson);
  },
});
