import pg from "pg";
import type { DatabaseLocks } from "../database-locks.js";
import type { QueryFn } from "../driver.js";
import { type Finding, type Inspection, inspectTables } from "../inspection.js";
import { parseAddress } from "./address.js";
import { dialect } from "./driver.js";
import { locksFor } from "./locks.js";
import { passwordInFile } from "./pgpass.js";
import { compareLocks } from "./stored-locks.js";

/** Oldest version whose features are used. */
const minVersion = 150_000;
/** Milliseconds that the clocks of this machine and of the database may differ. */
const maxSkewMs = 2000;

interface Facts {
  readonly pid: number;
  readonly version: string;
  readonly version_number: string;
  readonly now: Date;
  readonly fsync: string;
  readonly commit: string;
  readonly encoding: string;
  readonly max_connections: string;
  readonly is_replica: boolean;
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
        current_setting('server_encoding') AS encoding, current_setting('max_connections') AS max_connections,
        pg_is_in_recovery() AS is_replica`,
    );
    const [facts] = rows;
    if (!facts) throw new Error("the database says nothing of itself");
    const { processID } = client as unknown as { readonly processID: number };
    const tables = await inspectTables(async (sql) => (await client.query(sql)).rows, dialect.listTables);
    const run: QueryFn = async ({ sql }, ...parameters) => (await client.query(sql, [...parameters])).rows as never;
    const locks = await compareLocks({ dialect, run }, wantedLocks, wantedLocks ?? locksFor(facts.version));
    const skewMs = facts.now.getTime() - (sent + Date.now()) / 2;
    const isLocal = host.startsWith("/") || /^(localhost|127\.|::1$)/.test(host);
    return {
      ...tables,
      findings: [
        ...serverFindings(facts),
        ...durabilityFindings(facts),
        connectionFinding(facts, connections),
        clockFinding(skewMs),
        tlsFinding(connection.ssl !== false, isLocal),
        poolerFinding(facts.pid !== processID),
        ...tables.findings,
        locksFinding(locks),
      ],
    };
  } finally {
    await client.end();
  }
}

function serverFindings({ version, version_number: number, encoding, is_replica: isReplica }: Facts): Finding[] {
  const [name = version] = /^\S+ \S+/.exec(version) ?? [];
  const isOld = Number(number) < minVersion && locksFor(version) === "advisory";
  return [
    isOld
      ? {
          subject: "version",
          level: "problem",
          message: `the database is ${name}`,
          advice: "use PostgreSQL 15 or newer",
        }
      : { subject: "version", level: "ok", message: `the database is ${name}` },
    ...(encoding === "UTF8"
      ? []
      : [problem("encoding", `its encoding is ${encoding}`, "make a database with the encoding UTF8")]),
    ...(isReplica ? [problem("replica", "the database is a read-only copy", "name the primary with --database")] : []),
  ];
}

function durabilityFindings({ fsync, commit }: Facts): Finding[] {
  if (fsync === "on" && commit !== "off") {
    return [{ subject: "durability", level: "ok", message: "every commit waits for the disk" }];
  }
  const [setting, value] = fsync === "on" ? ["synchronous_commit", commit] : ["fsync", fsync];
  return [
    {
      subject: "durability",
      level: "warning",
      message: `${setting} is ${value}: a power failure loses acknowledged writes`,
      advice: `ALTER SYSTEM SET ${setting} = on; SELECT pg_reload_conf()`,
    },
  ];
}

function connectionFinding({ max_connections: max }: Facts, wanted: number): Finding {
  const message = `the server opens up to ${wanted} connections, the database allows ${max} in all`;
  if (wanted < Number(max)) return { subject: "connections", level: "ok", message };
  return { subject: "connections", level: "problem", message, advice: "lower --database-connections or --workers" };
}

function clockFinding(skewMs: number): Finding {
  const seconds = Math.abs(skewMs / 1000).toFixed(1);
  if (Math.abs(skewMs) <= maxSkewMs) return { subject: "clock", level: "ok", message: "the clocks agree" };
  return {
    subject: "clock",
    level: "warning",
    message: `the clock of the database is ${seconds} s ${skewMs > 0 ? "ahead" : "behind"}`,
    advice: "run a time service on both machines; codes are valid for 30 seconds",
  };
}

function tlsFinding(isEncrypted: boolean, isLocal: boolean): Finding {
  if (isEncrypted) return { subject: "tls", level: "ok", message: "the connection to the database is encrypted" };
  if (isLocal) return { subject: "tls", level: "ok", message: "the database is on this machine, without TLS" };
  return {
    subject: "tls",
    level: "warning",
    message: "the connection to the database is not encrypted",
    advice: "add sslmode=verify-full to the address of --database",
  };
}

function poolerFinding(isPooled: boolean): Finding {
  const message = isPooled ? "a pooler is in between: statements are not prepared" : "no pooler is in between";
  return { subject: "pooler", level: "ok", message };
}

function locksFinding({ chosen, conflict }: Awaited<ReturnType<typeof compareLocks>>): Finding {
  if (conflict) return { subject: "locks", level: "problem", ...conflict };
  return { subject: "locks", level: "ok", message: `transactions are kept apart with ${chosen} locks` };
}

function problem(subject: string, message: string, advice: string): Finding {
  return { subject, level: "problem", message, advice };
}
