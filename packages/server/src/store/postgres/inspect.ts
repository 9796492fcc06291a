import pg from "pg";
import type { DatabaseLocks } from "../database-locks.js";
import type { QueryFn } from "../driver.js";
import { type Finding, type Inspection, inspectTables } from "../inspection.js";
import { parseAddress } from "./address.js";
import { dialect } from "./driver.js";
import { databaseFindings, type ServerFacts } from "./findings.js";
import { locksFor } from "./locks.js";
import { passwordInFile } from "./pgpass.js";
import { compareLocks } from "./stored-locks.js";

interface Facts extends ServerFacts {
  readonly pid: number;
  readonly now: Date;
}

/** Inspects a database in a transaction that cannot write. Throws an error of pg when it cannot be reached. */
export async function inspectPostgres(
  url: string,
  connections: number,
  wantedLocks?: DatabaseLocks,
): Promise<Inspection> {
  const connection = parseAddress(url);
  const { host, port, database = "", user = "", password } = new pg.Client(connection);
  const found = password ? undefined : passwordInFile({ host, port, database, user });
  const client = new pg.Client({
    ...connection,
    ...(found === undefined ? {} : { password: found }),
    connectionTimeoutMillis: 5000,
    query_timeout: 5000,
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query("BEGIN TRANSACTION READ ONLY");
    const sent = Date.now();
    const { rows } = await client.query<Facts>(
      `SELECT pg_backend_pid() AS pid, version() AS version, current_setting('server_version_num') AS version_number,
        clock_timestamp() AS now, current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit,
        current_setting('server_encoding') AS encoding, pg_is_in_recovery() AS is_replica,
        current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int
          - coalesce(current_setting('reserved_connections', true)::int, 0) AS available_connections`,
    );
    const [facts] = rows;
    if (!facts) throw new Error("the database says nothing of itself");
    const { processID } = client as unknown as { readonly processID: number };
    const tables = await inspectTables(async (sql) => (await client.query(sql)).rows, dialect.listTables);
    const run: QueryFn = async ({ sql }, ...parameters) => (await client.query(sql, [...parameters])).rows as never;
    const locks = await compareLocks({ dialect, run }, wantedLocks, wantedLocks ?? locksFor(facts.version));
    const connected = {
      host,
      isEncrypted: connection.ssl !== false,
      isPooled: facts.pid !== processID,
      skewMs: facts.now.getTime() - (sent + Date.now()) / 2,
    };
    const findings = databaseFindings(facts, connected, connections);
    return { ...tables, findings: [...findings, ...tables.findings, locksFinding(locks)] };
  } finally {
    await client.end();
  }
}

function locksFinding({ chosen, conflict }: Awaited<ReturnType<typeof compareLocks>>): Finding {
  if (conflict) return { subject: "locks", level: "problem", ...conflict };
  return { subject: "locks", level: "ok", message: `transactions are kept apart with ${chosen} locks` };
}
