// What is stored, read when no server has it open.
import { createRequire } from "node:module";

/**
 * Every row of every table of a SQLite file, a line each, after the file was checked for damages.
 * @param {string} file @returns {Promise<string>}
 */
export async function dumpSqlite(file) {
  const sqlite = process.getBuiltinModule?.("node:sqlite") ?? createRequire(import.meta.url)("@photostructure/sqlite");
  const database = new sqlite.DatabaseSync(file);
  try {
    const damages = all(database, "PRAGMA integrity_check").concat(all(database, "PRAGMA foreign_key_check"));
    if (damages.join() !== '{"integrity_check":"ok"}') throw new Error(`the database is damaged: ${damages}`);
    const tables = /** @type {{ name: string }[]} */ (
      database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").all()
    );
    const lines = tables.flatMap(({ name }) =>
      all(database, `SELECT * FROM ${name}`).map((row) => `${name}: ${row}\n`),
    );
    return lines.sort().join("");
  } finally {
    database.close();
  }
}

/** @param {any} database @param {string} sql @returns {string[]} */
function all(database, sql) {
  return database
    .prepare(sql)
    .all()
    .map((/** @type {object} */ row) => JSON.stringify(row));
}
