import pg from "pg";
import { describe, expect, test } from "vitest";
import { StoreUnavailableError } from "../../domain/store.js";
import { isBroken, isConflict, isLostRace, refusalOf, toStoreError, UnsuitableDatabaseError } from "./errors.js";

function databaseError(code: string): Error {
  return Object.assign(new pg.DatabaseError("a message", 0, "error"), { code });
}

describe("an error of PostgreSQL", () => {
  test.each([
    ["connection_failure", "08006"],
    ["idle_in_transaction_session_timeout", "25P03"],
    ["read_only_sql_transaction", "25006"],
    ["disk_full", "53100"],
    ["too_many_connections", "53300"],
    ["lock_not_available", "55P03"],
    ["query_canceled", "57014"],
    ["admin_shutdown", "57P01"],
    ["cannot_connect_now", "57P03"],
    ["io_error", "58030"],
  ])("says that the store is not available, and ends the connection: %s", (_, code) => {
    const error = databaseError(code);
    expect(toStoreError(error)).toBeInstanceOf(StoreUnavailableError);
    expect(toStoreError(error)).toMatchObject({ cause: error, reason: { code: "unavailable", retryAfter: 1 } });
    expect([isBroken(error), isConflict(toStoreError(error))]).toEqual([true, false]);
  });

  test.each([
    ["serialization_failure", "40001"],
    ["deadlock_detected", "40P01"],
  ])("says that the work may be done again, on the same connection: %s", (_, code) => {
    const error = databaseError(code);
    expect(toStoreError(error)).toBeInstanceOf(StoreUnavailableError);
    expect([isBroken(error), isConflict(toStoreError(error))]).toEqual([false, true]);
  });

  test.each([
    ["protocol_violation, as for too few parameters", "08P01"],
    ["character_not_in_repertoire", "22021"],
    ["unique_violation", "23505"],
    ["undefined_table", "42P01"],
    ["data_corrupted", "XX001"],
  ])("is a failure like any other: %s", (_, code) => {
    const error = databaseError(code);
    expect(toStoreError(error)).toBe(error);
    expect([isBroken(error), isConflict(error)]).toEqual([false, false]);
  });

  test.each([new Error("Connection terminated unexpectedly"), Object.assign(new Error(), { code: "ECONNRESET" })])(
    "without a code of the server says that there is none: %s",
    (error) => {
      expect(toStoreError(error)).toBeInstanceOf(StoreUnavailableError);
      expect(isBroken(error)).toBe(true);
    },
  );

  test("that ends the connection says that the store is not available, as that of a pooler without a server", () => {
    // PgBouncer 1.18: FATAL, 08P01, "server login has been failing, try again later (server_login_retry)".
    const error = Object.assign(databaseError("08P01"), { severity: "FATAL" });
    expect(isBroken(error)).toBe(true);
    expect(toStoreError(error)).toBeInstanceOf(StoreUnavailableError);
  });

  test.each([
    ["40001", true],
    ["42P07", true],
    ["42723", true],
    ["42710", true],
    ["23505", true],
    ["XX000", false],
    ["42601", false],
    ["57014", false],
  ])("tells whether another migration was faster: %s", (code, isLost) => {
    expect(isLostRace(databaseError(code))).toBe(isLost);
  });

  test("tells by its message that another migration was changing the same row", () => {
    const error = Object.assign(databaseError("XX000"), { message: "tuple concurrently updated" });
    expect([isLostRace(error), isLostRace(new Error("no code"))]).toEqual([true, false]);
  });

  test("is no conflict, and refuses nothing, unless the server says so when the store is not available", () => {
    const other = (code: string) => new StoreUnavailableError(Object.assign(new Error("of a socket"), { code }));
    expect([isConflict(databaseError("40001")), isConflict(other("40001"))]).toEqual([false, false]);
    expect(isConflict(new StoreUnavailableError(undefined))).toBe(false);
    expect([refusalOf(other("28P01")), refusalOf(new StoreUnavailableError(undefined))]).toEqual([
      undefined,
      undefined,
    ]);
  });

  test("of connecting is sorted by whether waiting may mend it", () => {
    for (const error of [databaseError("3D000"), databaseError("28P01"), new UnsuitableDatabaseError("no")]) {
      expect(refusalOf(new StoreUnavailableError(error))).toBe(error);
    }
    expect(refusalOf(new StoreUnavailableError(databaseError("57P03")))).toBeUndefined();
    expect(refusalOf(databaseError("3D000"))).toBeUndefined();
  });
});
