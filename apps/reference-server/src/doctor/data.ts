import { matchesKeyCheckValue } from "@grantbook/server";
import type { Finding } from "@grantbook/server/engine";
import { socketOf } from "../admin/admin-client.js";
import { isSocketAlive } from "../admin/admin-server.js";
import { KeyFile } from "../database/key-file.js";
import type { ServerSettings } from "../options/serve-options.js";

/** Reads the database and the key, and compares them. Opens no file that a running server owns. */
export async function dataFindings(settings: ServerSettings): Promise<readonly Finding[]> {
  const { database, "key-file": keyPath, workers } = settings;
  const { "database-connections": connections, "database-locks": locks } = settings;
  if (database.isInMemory) return [];
  const socket = socketOf(settings);
  if (socket !== undefined && (await isSocketAlive(socket))) {
    const message = `a server runs with this database, and answers at ${socket}: it has checked tables and key`;
    return [{ subject: "database", level: "ok", message }];
  }
  try {
    const { findings, keyCheckValue } = await database.inspect(workers * connections, locks);
    return [...findings, keyFinding(keyPath, keyCheckValue)];
  } catch (error) {
    return [
      {
        subject: "database",
        level: "problem",
        message: `the database cannot be read: ${reasonOf(error)}`,
        advice: "correct --database, or start the database",
      },
      keyFinding(keyPath, undefined),
    ];
  }
}

function keyFinding(file: string, mark: string | undefined): Finding {
  const subject = "key";
  try {
    const key = KeyFile.open(file);
    if (!key && mark === undefined) {
      return { subject, level: "ok", message: `there is no key file ${file} yet; grantbook serve makes it` };
    }
    if (!key) {
      const message = `there is no key file ${file}, but the database has a key`;
      return { subject, level: "problem", message, advice: "name the server's key file with --key-file" };
    }
    if (mark === undefined) return { subject, level: "ok", message: `${file} has a key` };
    if (key.keys().some((one) => matchesKeyCheckValue(one, mark))) {
      return { subject, level: "ok", message: `the key in ${file} fits the database` };
    }
    const message = `the key in ${file} does not fit the database, which has another key`;
    return { subject, level: "problem", message, advice: "name the right file with --key-file, or restore it" };
  } catch (error) {
    return { subject, level: "problem", message: reasonOf(error), advice: "restore the key file from its copy" };
  }
}

/** Message of an error; that of a name with several addresses has none of its own. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return reasonOf(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}
