import type { DatabaseEngine, DatabaseLocation } from "./database-engine.js";
import { postgresEngine } from "./postgres/engine.js";
import { sqliteEngine } from "./sqlite/engine.js";

export type {
  ConnectionCounts,
  DatabaseEngine,
  DatabaseLocation,
  OpenedDatabase,
  OpenOptions,
} from "./database-engine.js";
export { type DatabaseLocks, databaseLocks } from "./database-locks.js";
export type { Finding, Inspection } from "./inspection.js";
export { type Migration, MissingTablesError, type TableMode } from "./migrate.js";
export { OpenDatabaseError } from "./open-database-error.js";

/** Every SQL engine there is: the one place that names them. A new engine is a driver and an entry here. */
export const databaseEngines: readonly DatabaseEngine[] = [sqliteEngine, postgresEngine];

/** Address of a database that is lost when it is closed. */
export const temporaryDatabase = "sqlite::memory:";

/** Default address: a file in the current folder's `data`. */
export const defaultDatabase = "sqlite:data/grantbook.db";

/** Forms of all addresses, for messages and help: `a, b or c`. */
export const databaseAddressForms = databaseEngines
  .flatMap(({ addressForms }) => addressForms)
  .join(", ")
  .replace(/, (?=[^,]*$)/, " or ");

/** Forms of all addresses, for help: `a, b, or c`. */
export const databaseAddressHelp = databaseEngines
  .flatMap(({ addressHelp }) => addressHelp)
  .join(", ")
  .replace(/, (?=[^,]*$)/, ", or ");

/** Engines that several processes can share, for messages. */
export const sharedEngineTitles = titlesOf(({ isShared }) => isShared);

/** Engines whose databases this software backs up and checks, for messages. */
export const maintainedEngineTitles = titlesOf(({ ownTools }) => ownTools === undefined);

function titlesOf(condition: (engine: DatabaseEngine) => boolean): string {
  const titles = databaseEngines.filter(condition).map(({ title }) => title);
  return titles.join(" or ");
}

/** Returns the database at an address, without opening it. Throws when no engine has it, without the address. */
export function locateDatabase(address: string): DatabaseLocation {
  for (const engine of databaseEngines) {
    const location = engine.locate(address);
    if (location) return location;
  }
  // The address could have a password in it.
  throw new Error(`this is not a database; use ${databaseAddressForms}`);
}
