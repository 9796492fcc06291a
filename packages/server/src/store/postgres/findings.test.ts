import { expect, test } from "vitest";
import { type ConnectionFacts, databaseFindings, type ServerFacts } from "./findings.js";

const server: ServerFacts = {
  version: "PostgreSQL 15.0 (Debian 15.0-1) on x86_64-pc-linux-gnu, compiled by gcc, 64-bit",
  version_number: "150000",
  fsync: "on",
  commit: "on",
  encoding: "UTF8",
  available_connections: 100,
  is_replica: false,
};
const connection: ConnectionFacts = { host: "db.example", isEncrypted: true, isPooled: false, skewMs: 0 };
const find = (facts: Partial<ServerFacts & ConnectionFacts>, wanted = 10) =>
  databaseFindings({ ...server, ...facts }, { ...connection, ...facts }, wanted);

test("a database that is fit for use has nothing to mend", () => {
  expect(find({})).toEqual([
    { subject: "version", level: "ok", message: "the database is PostgreSQL 15.0" },
    { subject: "durability", level: "ok", message: "every commit waits for the disk" },
    {
      subject: "connections",
      level: "ok",
      message: "the server opens up to 10 connections, the database allows 100 for all users",
    },
    { subject: "clock", level: "ok", message: "the clocks agree" },
    { subject: "tls", level: "ok", message: "the connection to the database is encrypted" },
    { subject: "pooler", level: "ok", message: "no pooler is in between" },
  ]);
});

test.each<[facts: Partial<ServerFacts & ConnectionFacts>, wanted: number, finding: string[]]>([
  [
    { version: "PostgreSQL 14.9 on x86_64", version_number: "149999" },
    10,
    ["version", "problem", "the database is PostgreSQL 14.9", "use PostgreSQL 15 or newer"],
  ],
  [
    { encoding: "LATIN1" },
    10,
    ["encoding", "problem", "its encoding is LATIN1", "make a database with the encoding UTF8"],
  ],
  [
    { is_replica: true },
    10,
    ["replica", "problem", "the database is a read-only copy", "name the primary with --database"],
  ],
  [
    { fsync: "off", commit: "off" },
    10,
    [
      "durability",
      "warning",
      "fsync is off: a power failure loses acknowledged writes",
      "ALTER SYSTEM SET fsync = on; SELECT pg_reload_conf()",
    ],
  ],
  [
    { commit: "off" },
    10,
    [
      "durability",
      "warning",
      "synchronous_commit is off: a power failure loses acknowledged writes",
      "ALTER SYSTEM SET synchronous_commit = on; SELECT pg_reload_conf()",
    ],
  ],
  [
    {},
    100,
    [
      "connections",
      "problem",
      "the server opens up to 100 connections, the database allows 100 for all users",
      "lower --database-connections or --workers",
    ],
  ],
  [
    { skewMs: 2001 },
    10,
    [
      "clock",
      "warning",
      "the clock of the database is 2.0 s ahead",
      "run a time service on both machines; codes are valid for 30 seconds",
    ],
  ],
  [
    { skewMs: -90_000 },
    10,
    [
      "clock",
      "warning",
      "the clock of the database is 90.0 s behind",
      "run a time service on both machines; codes are valid for 30 seconds",
    ],
  ],
  [
    { isEncrypted: false },
    10,
    [
      "tls",
      "warning",
      "the connection to the database is not encrypted",
      "add sslmode=verify-full to the address of --database",
    ],
  ],
])("what is not fit is named, with what to do: %j for %i connections", (facts, wanted, finding) => {
  const unfit = find(facts, wanted).filter(({ level }) => level !== "ok");
  expect(unfit.map(({ subject, level, message, advice }) => [subject, level, message, advice])).toEqual([finding]);
});

test.each<[facts: Partial<ServerFacts & ConnectionFacts>, wanted: number, message: string]>([
  // Their own versions count, which are newer than the PostgreSQL they speak for.
  [
    { version: "PostgreSQL 11.2-YB-2.18.0.0-b0 on x86_64", version_number: "110002" },
    10,
    "PostgreSQL 11.2-YB-2.18.0.0",
  ],
  [{ version: "CockroachDB" }, 10, "the database is CockroachDB"],
  [{ commit: "remote_apply" }, 10, "every commit waits for the disk"],
  [{}, 99, "the server opens up to 99 connections, the database allows 100 for all users"],
  [{ skewMs: 2000 }, 10, "the clocks agree"],
  [{ skewMs: -2000 }, 10, "the clocks agree"],
  [{ isPooled: true }, 10, "a pooler is in between: statements are not prepared"],
])("what is fit stays so up to its limit: %j for %i connections", (facts, wanted, message) => {
  const findings = find(facts, wanted);
  expect(findings.every(({ level }) => level === "ok")).toBe(true);
  expect(findings.map((finding) => finding.message)).toContainEqual(expect.stringContaining(message));
});

test.each([
  ["/var/run/postgresql", "ok"],
  ["localhost", "ok"],
  ["127.0.0.1", "ok"],
  ["127.8.9.10", "ok"],
  ["::1", "ok"],
  ["localhost.example", "warning"],
  ["my-localhost", "warning"],
  ["127.example", "warning"],
  ["::12", "warning"],
  ["10.127.0.0.1", "warning"],
])("a connection without TLS to %s is %s", (host, level) => {
  expect(find({ host, isEncrypted: false }).find(({ subject }) => subject === "tls")).toMatchObject({ level });
});
