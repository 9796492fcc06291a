// The databases that a server is attacked with, made and removed for one row each.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runnerImport } from "vite";
import { dumpSqlite, executePostgres, executeSqlite } from "./databases.js";

/**
 * @typedef {import("./server.js").Server} Server
 * @typedef {object} Database
 * @property {string} url for `--database`
 * @property {() => Promise<string>} dump every row of every table, a line each; no server is to have it open
 * @property {(sql: string) => Promise<void>} execute runs statements; likewise
 * @property {string} series a query for the numbers `n` from 1 to the parameter COUNT
 * @property {(server: Server) => Promise<boolean>} fill lets no write of a server succeed any more, as on a full disk.
 *   Gives whether that can be had here
 * @property {() => Promise<void>} remove
 * @typedef {object} Engine
 * @property {string} name
 * @property {(folder: string) => Promise<Database>} create an empty database
 */

/** The names that `--engine` takes. */
export const engineNames = ["sqlite", "postgres"];

/** @type {Engine} */
export const sqlite = {
  name: "SQLite",
  async create(folder) {
    const file = join(folder, "data/grantbook.db");
    return {
      url: `sqlite:${file}`,
      dump: () => dumpSqlite(file),
      execute: (sql) => executeSqlite(file, sql),
      series: "WITH RECURSIVE s (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < COUNT) SELECT n FROM s",
      // Limits every file of the process to one byte.
      fill: async ({ pid }) => spawnSync("prlimit", ["--pid", String(pid), "--fsize=1"]).status === 0,
      remove: async () => undefined,
    };
  },
};

/** Every write of every table fails as it does on a full disk. */
const fullDisk = `
  CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = 'disk_full'; END $$;
  DO $$ DECLARE name text; BEGIN
    FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = current_schema() LOOP
      EXECUTE format('CREATE TRIGGER refuse BEFORE INSERT OR UPDATE OR DELETE ON %I EXECUTE FUNCTION refuse()', name);
    END LOOP;
  END $$`;

/** @typedef {{ url: string, dump: () => Promise<string>, close: () => Promise<void> }} Schema */

/**
 * @param {string} url of a PostgreSQL, as the superuser
 * @param {(url: string) => Promise<Schema>} createSchema
 * @returns {Engine}
 */
export function postgresAt(url, createSchema) {
  return {
    name: "PostgreSQL",
    async create() {
      const schema = await createSchema(url);
      const dump = async () => (await schema.dump()).split("\n").sort().join("\n");
      const execute = (/** @type {string} */ sql) => executePostgres(schema.url, sql);
      return {
        url: schema.url,
        dump,
        execute,
        series: "SELECT generate_series(1, COUNT) AS n",
        fill: () => execute(fullDisk).then(() => true),
        remove: schema.close,
      };
    },
  };
}

/** Starts the PostgreSQL that the tests bring. Throws where there is none for this machine. */
export async function startPostgres() {
  const { startCluster } = await testing("cluster");
  const { createSchema } = await testing("schema");
  const { url, remove } = await startCluster();
  return { engine: postgresAt(url, createSchema), stop: /** @type {() => Promise<void>} */ (remove) };
}

/** @param {string} name @returns {Promise<any>} */
async function testing(name) {
  const file = fileURLToPath(new URL(`../../packages/test-kit/src/postgres/${name}.ts`, import.meta.url));
  const { module } = await runnerImport(file);
  return module;
}
