import type { Finding } from "../inspection.js";
import { locksFor } from "./locks.js";

/** Oldest version whose features are used. */
const minVersion = 150_000;
/** Milliseconds that the clocks of this machine and of the database may differ. */
const maxSkewMs = 2000;

/** What a database says of itself: settings as their texts, and versions as PostgreSQL has them. */
export interface ServerFacts {
  readonly version: string;
  readonly version_number: string;
  readonly fsync: string;
  readonly commit: string;
  readonly encoding: string;
  /** Connections that users who are not privileged can have together. */
  readonly available_connections: number;
  readonly is_replica: boolean;
}

/** What a connection to it shows. */
export interface ConnectionFacts {
  readonly host: string;
  readonly isEncrypted: boolean;
  readonly isPooled: boolean;
  /** Milliseconds that the clock of the database is ahead of ours. */
  readonly skewMs: number;
}

/** Judges a database, for a server that opens so many connections. */
export function databaseFindings(server: ServerFacts, connection: ConnectionFacts, wanted: number): Finding[] {
  return [
    ...serverFindings(server),
    durabilityFinding(server),
    connectionFinding(server, wanted),
    clockFinding(connection),
    tlsFinding(connection),
    poolerFinding(connection),
  ];
}

function serverFindings({ version, version_number: number, encoding, is_replica: isReplica }: ServerFacts): Finding[] {
  const [name = version] = /^\S+ \S+/.exec(version) ?? [];
  const message = `the database is ${name}`;
  const isOld = Number(number) < minVersion && locksFor(version) === "advisory";
  return [
    isOld ? problem("version", message, "use PostgreSQL 15 or newer") : ok("version", message),
    ...(encoding === "UTF8"
      ? []
      : [problem("encoding", `its encoding is ${encoding}`, "make a database with the encoding UTF8")]),
    ...(isReplica ? [problem("replica", "the database is a read-only copy", "name the primary with --database")] : []),
  ];
}

function durabilityFinding({ fsync, commit }: ServerFacts): Finding {
  if (fsync === "on" && commit !== "off") return ok("durability", "every commit waits for the disk");
  const [setting, value] = fsync === "on" ? ["synchronous_commit", commit] : ["fsync", fsync];
  return warning(
    "durability",
    `${setting} is ${value}: a power failure loses acknowledged writes`,
    `ALTER SYSTEM SET ${setting} = on; SELECT pg_reload_conf()`,
  );
}

function connectionFinding({ available_connections: available }: ServerFacts, wanted: number): Finding {
  const message = `the server opens up to ${wanted} connections, the database allows ${available} for all users`;
  if (wanted < available) return ok("connections", message);
  return problem("connections", message, "lower --database-connections or --workers");
}

function clockFinding({ skewMs }: ConnectionFacts): Finding {
  const seconds = Math.abs(skewMs / 1000).toFixed(1);
  if (Math.abs(skewMs) <= maxSkewMs) return ok("clock", "the clocks agree");
  return warning(
    "clock",
    `the clock of the database is ${seconds} s ${skewMs > 0 ? "ahead" : "behind"}`,
    "run a time service on both machines; codes are valid for 30 seconds",
  );
}

function tlsFinding({ isEncrypted, host }: ConnectionFacts): Finding {
  if (isEncrypted) return ok("tls", "the connection to the database is encrypted");
  // Of a socket, the host is its folder.
  if (/^(\/.*|localhost|127(\.\d+){3}|::1)$/.test(host)) {
    return ok("tls", "the database is on this machine, without TLS");
  }
  return warning(
    "tls",
    "the connection to the database is not encrypted",
    "add sslmode=verify-full to the address of --database",
  );
}

function poolerFinding({ isPooled }: ConnectionFacts): Finding {
  return ok("pooler", isPooled ? "a pooler is in between: statements are not prepared" : "no pooler is in between");
}

function ok(subject: string, message: string): Finding {
  return { subject, level: "ok", message };
}

function warning(subject: string, message: string, advice: string): Finding {
  return { subject, level: "warning", message, advice };
}

function problem(subject: string, message: string, advice: string): Finding {
  return { subject, level: "problem", message, advice };
}
