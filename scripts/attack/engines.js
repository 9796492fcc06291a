// The databases that a server is attacked with, made and removed for one row each.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runnerImport } from "vite";
import { dumpSqlite } from "./databases.js";

/**
 * @typedef {object} Database
 * @property {string} url for `--database`
 * @property {() => Promise<string>} dump every row of every table, a line each; no server is to have it open
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
    return { url: `sqlite:${file}`, dump: () => dumpSqlite(file), remove: async () => undefined };
  },
};

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
      return { url: schema.url, dump, remove: schema.close };
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
  const file = fileURLToPath(new URL(`../../packages/server/src/testing/postgres/${name}.ts`, import.meta.url));
  const { module } = await runnerImport(file);
  return module;
}
