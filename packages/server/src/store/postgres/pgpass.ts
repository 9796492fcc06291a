import { readFileSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/** Whom a password is looked up for. */
export interface Login {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
}

/**
 * The password of a login in the file that PGPASSFILE names, or else ~/.pgpass: the first line that fits. A file that
 * others than its owner may read is passed over, as PostgreSQL's own programs do.
 * @see https://www.postgresql.org/docs/current/libpq-pgpass.html
 */
export function passwordInFile(login: Login, environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const file = environment.PGPASSFILE || join(homedir(), ".pgpass");
  const host = login.host.startsWith("/") ? "localhost" : login.host;
  const wanted = [host, String(login.port), login.database, login.user];
  for (const line of linesOf(file)) {
    // Fields end at a colon; a backslash takes a colon or a backslash for itself.
    const fields = [...line.matchAll(/((?:[^\\:]|\\.)*)(?::|$)/g)].map(([, field = ""]) =>
      field.replaceAll(/\\(.)/g, "$1"),
    );
    if (wanted.every((value, index) => fields[index] === "*" || fields[index] === value)) return fields[4];
  }
  return undefined;
}

function linesOf(file: string): string[] {
  try {
    if ((statSync(file).mode & 0o077) !== 0) return [];
    // A comment, whose first field begins with a #, fits no host.
    return readFileSync(file, "utf8").split(/\r?\n/);
  } catch {
    // Most have none.
    return [];
  }
}
