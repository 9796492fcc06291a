import { type Seed, SeedError, type SeedResult, type Store, seed, seedDifferences } from "@grantbook/server";
import type { Database } from "../database/database.js";
import type { OnProgress } from "../occasionally.js";
import type { ServerSettings } from "../options/serve-options.js";
import type { Log } from "../runtime/log.js";
import { UsageError } from "../usage-error.js";
import { readDemoSeed } from "./demo.js";
import { readSeedFile } from "./seed-file.js";

/** Users and applications that a server stores at startup. */
export interface Seeds {
  readonly demo: Seed | undefined;
  readonly wanted: Seed | undefined;
}

/** Reads the seeds of the settings, before anything is opened. Throws a `UsageError`. */
export async function readSeeds({ demo, host, "demo-host": hosts, seed: file }: ServerSettings): Promise<Seeds> {
  const wanted = file === undefined ? undefined : await readSeedFile(file);
  return { demo: demo ? withoutEntries(await readDemoSeed(host, hosts), wanted) : undefined, wanted };
}

/** Leaves out the users and applications that another seed has, too. */
function withoutEntries({ users = [], applications = [] }: Seed, other: Seed = {}): Seed {
  const logins = new Set(other.users?.map(({ login }) => login.toLowerCase()));
  const ids = new Set(other.applications?.map(({ name, client_id: id = name }) => id));
  return {
    users: users.filter(({ login }) => !logins.has(login.toLowerCase())),
    applications: applications.filter(({ name, client_id: id = name }) => !ids.has(id) && !ids.has(name)),
  };
}

/** Warns of stored users and applications that differ from the seed file, which does not change them. */
export async function warnOfDifferences({ store }: Database, { wanted }: Seeds, log: Log): Promise<void> {
  if (!wanted) return;
  for (const { kind, id, fields } of await seedDifferences(store, wanted)) {
    const commands = fields.flatMap((field) => {
      if (field === "password") return [`grantbook user passwd ${id}`];
      return field === "client_secret" ? [`grantbook app rotate-secret ${id}`] : [];
    });
    const advice = commands.length > 0 ? { command: commands.join(", ") } : {};
    log.warn("the seed file differs from the stored value, which stays", {
      [kind]: id,
      differs: fields.join(", "),
      ...advice,
    });
  }
}

/**
 * Stores users and applications that do not exist yet, all of them or none: an application may belong to a user of the
 * other seed. Calls `onProgress` after each user. Returns the values that were generated for them. Throws a
 * {@link UsageError}.
 */
export async function storeSeeds(
  { store, key }: Database,
  { demo, wanted }: Seeds,
  onProgress: OnProgress = () => undefined,
): Promise<SeedResult> {
  if (!demo && !wanted) return { passwords: [], applications: [] };
  if (demo) await markDemo(store);
  const users = [...(demo?.users ?? []), ...(wanted?.users ?? [])];
  const applications = [...(demo?.applications ?? []), ...(wanted?.applications ?? [])];
  try {
    return await seed({ store, key, onProgress }, { users, applications });
  } catch (error) {
    if (error instanceof SeedError) throw new UsageError(`the seed file: ${error.message}`);
    throw error;
  }
}

const demoMark = "demo";

/** Marks a database that is empty when the demo first uses it, so that a reset may delete everything in it. */
async function markDemo(store: Store): Promise<void> {
  const [existing] = await store.listUsers(0, 1);
  if (!existing) await store.insertMetadata(demoMark, "true");
}

/** Tests whether everything in a database may be deleted. */
export async function isOfDemo(store: Store): Promise<boolean> {
  return (await store.metadata(demoMark)) !== undefined;
}

/** Formats the values that seeding generated. They are printed this once. */
export function generatedText({ passwords, applications }: SeedResult): string {
  const lines = [
    ...passwords.map(({ login, password }) => `  user ${login}: password ${password}`),
    ...applications.map(
      ({ name, client_id: id, client_secret: secret }) =>
        `  application ${name}: client id ${id}${secret ? `, client secret ${secret}` : ""}`,
    ),
  ];
  return lines.length === 0 ? "" : `\nGenerated for the seed, and not shown again:\n${lines.join("\n")}\n`;
}
