import { keyCheckValue } from "../auth/encryption.js";
import { migrations } from "./migrations.js";

/** What was found out about one thing, and how to mend it unless it is fine. */
export interface Finding {
  readonly subject: string;
  readonly level: "ok" | "warning" | "problem";
  readonly message: string;
  readonly advice?: string;
}

/** What is known of a database that was only read. */
export interface Inspection {
  readonly findings: readonly Finding[];
  /** Value by which the database knows its key; absent while it has none. */
  readonly keyCheckValue: string | undefined;
}

/** Reads rows of a database that is opened for reading. */
export type Read = (sql: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;

/** Reads the version of the tables and the mark of the key. `listTables` is the query of the engine's dialect. */
export async function inspectTables(read: Read, listTables: string): Promise<Inspection> {
  const tables = await read(listTables);
  if (!tables.some(({ name }) => name === "migrations")) return withoutTables("the database has no tables yet");
  const [applied] = await read("SELECT max(version) AS version FROM migrations");
  const [mark] = await read(`SELECT value FROM properties WHERE name = '${keyCheckValue}'`);
  return {
    findings: [versionFinding(Number(applied?.version ?? 0))],
    keyCheckValue: mark === undefined ? undefined : String(mark.value),
  };
}

/** Inspection of a database that `grantbook serve` will fill. */
export function withoutTables(message: string): Inspection {
  const finding: Finding = {
    subject: "tables",
    level: "ok",
    message: `${message}; grantbook serve makes what is missing`,
  };
  return { findings: [finding], keyCheckValue: undefined };
}

function versionFinding(version: number): Finding {
  const newest = migrations.length;
  const subject = "tables";
  if (version === newest) return { subject, level: "ok", message: `the tables have version ${version}` };
  const message = `the tables have version ${version}, this program has ${newest}`;
  return version > newest
    ? { subject, level: "problem", message, advice: "use the newer program that migrated them, or restore a backup" }
    : {
        subject,
        level: "warning",
        message,
        advice: "make a backup; the next start of grantbook serve, or grantbook migrate, migrates them",
      };
}
