// What is stored, read and written past the server.
import { createRequire } from "node:module";
import pg from "pg";

/**
 * Every row of every table of a SQLite file, a line each, after the file was checked for damages.
 * @param {string} file @returns {Promise<string>}
 */
export async function dumpSqlite(file) {
  const database = openSqlite(file);
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

/** Runs statements on a SQLite file that no server has open. @param {string} file @param {string} sql */
export async function executeSqlite(file, sql) {
  const database = openSqlite(file);
  database.exec(sql);
  database.close();
}

/** Runs statements on a PostgreSQL. @param {string} url @param {string} sql */
export async function executePostgres(url, sql) {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

/** @param {string} file */
function openSqlite(file) {
  const sqlite = process.getBuiltinModule?.("node:sqlite") ?? createRequire(import.meta.url)("@photostructure/sqlite");
  return new sqlite.DatabaseSync(file);
}
