// The PostgreSQL that the tests bring, for measuring: with commits that are on disk when they are acknowledged.
import { fileURLToPath } from "node:url";
import { runnerImport } from "vite";

const file = (/** @type {string} */ name) =>
  fileURLToPath(new URL(`../../server/src/testing/postgres/${name}.ts`, import.meta.url));

/** Starts it; `remove` it after use. Gives nothing where there is none to start. */
export async function startPostgres() {
  const { module } = await runnerImport(file("cluster"));
  const { startCluster } = /** @type {any} */ (module);
  try {
    const { url, remove } = await startCluster({ durable: true });
    return /** @type {{ url: string, remove: () => Promise<void> }} */ ({ url, remove });
  } catch (error) {
    if (!(error instanceof Error && error.name === "MissingPostgresError")) throw error;
    console.warn(`PostgreSQL is not measured: ${error.message}`);
    return undefined;
  }
}
