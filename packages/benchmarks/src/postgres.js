// The PostgreSQL of the tests, but durable: a commit is on disk when it is acknowledged.
import { fileURLToPath } from "node:url";
import { runnerImport } from "vite";

const file = (/** @type {string} */ name) =>
  fileURLToPath(new URL(`../../test-kit/src/postgres/${name}.ts`, import.meta.url));

/** Starts PostgreSQL; `remove` it after use. Returns nothing where PostgreSQL is not installed. */
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
