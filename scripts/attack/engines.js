// The databases that a server is attacked with, made and removed for one row each.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runnerImport } from "vite";

/**
 * @typedef {object} Database
 * @property {string} url for `--database`
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
  create: async (folder) => ({ url: `sqlite:${join(folder, "data/grantbook.db")}`, remove: async () => undefined }),
};

/**
 * @param {string} url of a PostgreSQL, as the superuser
 * @param {(url: string) => Promise<{ url: string, close: () => Promise<void> }>} createSchema
 * @returns {Engine}
 */
export function postgresAt(url, createSchema) {
  return {
    name: "PostgreSQL",
    async create() {
      const schema = await createSchema(url);
      return { url: schema.url, remove: schema.close };
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
