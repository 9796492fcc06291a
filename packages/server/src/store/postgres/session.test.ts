import type pg from "pg";
import { expect, test } from "vitest";
import { beginStatements, type Session, startSession } from "./session.js";

const advisory: Session = { isPooled: false, locks: "advisory" };
const space = "hashtext('grantbook ' || current_schema())";
const ofAll = `pg_advisory_xact_lock(${space}, 0)`;
const limits = "SET LOCAL statement_timeout = 5000; SET LOCAL idle_in_transaction_session_timeout = 5000";

test.each<[session: Partial<Session>, userId: number | null, timeoutMs: number | undefined, statements: string]>([
  [{}, null, 5000, `BEGIN ISOLATION LEVEL READ COMMITTED; SELECT ${ofAll}`],
  [
    {},
    1,
    5000,
    `BEGIN ISOLATION LEVEL READ COMMITTED; SELECT pg_advisory_xact_lock_shared(${space}, 0), pg_advisory_xact_lock(${space}, 2)`,
  ],
  // The second number of a lock has 31 bits: users that far apart wait for each other.
  [
    {},
    2 ** 31,
    5000,
    `BEGIN ISOLATION LEVEL READ COMMITTED; SELECT pg_advisory_xact_lock_shared(${space}, 0), pg_advisory_xact_lock(${space}, 2)`,
  ],
  [{ isPooled: true }, null, 5000, `BEGIN ISOLATION LEVEL READ COMMITTED; ${limits}; SELECT ${ofAll}`],
  [{ isPooled: true }, null, undefined, `BEGIN ISOLATION LEVEL READ COMMITTED; SELECT ${ofAll}`],
  [{ locks: "serializable" }, 1, 5000, "BEGIN ISOLATION LEVEL SERIALIZABLE"],
  [{ locks: "serializable", isPooled: true }, 1, 5000, `BEGIN ISOLATION LEVEL SERIALIZABLE; ${limits}`],
])(
  "a transaction on %j of user %j, which may take %j ms, begins with its locks",
  (session, userId, timeoutMs, text) => {
    expect(beginStatements({ ...advisory, ...session }, userId, timeoutMs)).toBe(text);
  },
);

/** Connection that announced the process id 7, to a database that says this of itself. Keeps the queries. */
function connection(facts: { readonly pid?: number; readonly version?: string; readonly encoding?: string } = {}) {
  const queries: string[] = [];
  const client = {
    processID: 7,
    async query(sql: string) {
      queries.push(sql.replaceAll(/\s+/g, " "));
      return { rows: [{ pid: 7, version: "PostgreSQL 17.2 on x86_64", encoding: "UTF8", ...facts }] };
    },
  };
  return { client: client as unknown as pg.ClientBase, queries };
}

test("a session learns of the database, and limits its statements and pauses, with one query", async () => {
  const { client, queries } = connection();
  expect(await startSession(client, 5000, undefined)).toEqual({ isPooled: false, locks: "advisory" });
  const limit = (name: string) => `CASE WHEN pg_backend_pid() = 7 THEN set_config('${name}', '5000', false) END`;
  expect(queries).toEqual([
    "SELECT pg_backend_pid() AS pid, version() AS version, current_setting('server_encoding') AS encoding, " +
      `${limit("statement_timeout")}, ${limit("idle_in_transaction_session_timeout")}`,
  ]);
});

test.each([
  ["advisory", undefined, "PostgreSQL 17.2 on x86_64"],
  ["serializable", undefined, "CockroachDB CCL v24.3.1"],
  ["advisory", "advisory", "CockroachDB CCL v24.3.1"],
  ["serializable", "serializable", "PostgreSQL 17.2 on x86_64"],
] as const)("a session has %s locks where %j are wanted of %s", async (locks, wanted, version) => {
  const { client, queries } = connection({ version });
  expect(await startSession(client, 5000, wanted)).toEqual({ isPooled: false, locks });
  expect(queries.slice(1)).toEqual(
    locks === "serializable" ? ["SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL SERIALIZABLE"] : [],
  );
});

test("a session behind a pooler, whose process id is another, sets nothing", async () => {
  const { client, queries } = connection({ pid: 8 });
  expect(await startSession(client, 5000, "serializable")).toEqual({ isPooled: true, locks: "serializable" });
  expect(queries).toHaveLength(1);
});

test("a database that cannot hold every text is refused", async () => {
  await expect(startSession(connection({ encoding: "LATIN1" }).client, 5000, undefined)).rejects.toMatchObject({
    name: "UnsuitableDatabaseError",
    message: "its encoding is LATIN1; make it with the encoding UTF8",
  });
});
