import type { TestProject } from "vitest/node";
import { wantedEngines } from "../wanted-engines.js";
import { startCluster } from "./cluster.js";
import { MissingPostgresError } from "./programs.js";

/**
 * Starts one PostgreSQL for a run of vitest. Where there is none to start the run says so and its tests are skipped; in
 * continuous integration, where the variable CI is set, the run fails.
 */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  if (!wantedEngines().some((name) => name !== "sqlite")) {
    project.provide("postgres", { missing: "left out by ENGINES" });
    return undefined;
  }
  try {
    const { url, remove } = await startCluster();
    project.provide("postgres", { url });
    return remove;
  } catch (error) {
    if (!(error instanceof MissingPostgresError) || process.env.CI) throw error;
    console.warn(`The tests with PostgreSQL are skipped: ${error.message}.`);
    project.provide("postgres", { missing: error.message });
    return undefined;
  }
}
