// The PostgreSQL of the tests, but durable: a commit is on disk when it is acknowledged.
import { fileURLToPath } from "node:url";
import { runnerImport } from "vite";

const cluster = fileURLToPath(new URL("../../test-kit/src/postgres/cluster.ts", import.meta.url));

/** Starts PostgreSQL; `remove` it after use. Returns nothing where PostgreSQL is not installed. */
export async function startPostgres() {
  /** @type {{ module: typeof import("@grantbook/test-kit/postgres/cluster") }} */
  const { module } = await runnerImport(cluster);
  try {
    return await module.startCluster({ isDurable: true });
  } catch (error) {
    if (!(error instanceof Error && error.name === "MissingPostgresError")) throw error;
    console.warn(`PostgreSQL is not measured: ${error.message}`);
    return undefined;
  }
}
