import { type Seed, type SeedResult, type Store, seed } from "@grantbook/server";
import type { Database } from "../database/database.js";
import type { ServerSettings } from "../options/serve-options.js";
import { readDemoSeed } from "./demo.js";
import { readSeedFile } from "./seed-file.js";

/** What a server starts with. */
export interface Seeds {
  readonly demo: Seed | undefined;
  readonly wanted: Seed | undefined;
}

/** Reads them, before anything is opened. Throws a `UsageError` for a file that is none. */
export async function readSeeds({ demo, host, seed: file }: ServerSettings): Promise<Seeds> {
  return {
    demo: demo ? await readDemoSeed(host) : undefined,
    wanted: file === undefined ? undefined : await readSeedFile(file),
  };
}

/** Stores what is not there yet, and gives what was generated for it. */
export async function storeSeeds({ store, key }: Database, { demo, wanted }: Seeds): Promise<readonly SeedResult[]> {
  if (demo) await markDemo(store);
  const results: SeedResult[] = [];
  for (const content of [demo, wanted]) if (content) results.push(await seed({ store, key }, content));
  return results;
}

const demoMark = "demo";

/** A database that was empty when the demo first used it has nothing that anybody would miss. */
async function markDemo(store: Store): Promise<void> {
  const [someone] = await store.listUsers(0, 1);
  if (!someone) await store.insertMetadata(demoMark, "true");
}

/** Whether everything in a database may be deleted. */
export async function isOfDemo(store: Store): Promise<boolean> {
  return (await store.metadata(demoMark)) !== undefined;
}

/** What seeding generated, in lines to be printed this once. */
export function generatedText(results: readonly SeedResult[]): string {
  const lines = results.flatMap(({ passwords, applications }) => [
    ...passwords.map(({ login, password }) => `  user ${login}: password ${password}`),
    ...applications.map(
      ({ name, client_id: id, client_secret: secret }) =>
        `  application ${name}: client id ${id}${secret ? `, client secret ${secret}` : ""}`,
    ),
  ]);
  return lines.length === 0 ? "" : `\nGenerated for the seed, and not shown again:\n${lines.join("\n")}\n`;
}
