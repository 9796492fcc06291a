import { expect, test } from "vitest";
import { locksFor } from "./locks.js";

// What `SELECT version()` gives, from the documentation of each database.
test.each([
  ["PostgreSQL 17.2 on x86_64-pc-linux-gnu, compiled by gcc (Debian 12.2.0-14) 12.2.0, 64-bit", "advisory"],
  ["CockroachDB CCL v24.3.1 (x86_64-pc-linux-gnu, built 2024/12/09 17:14:18, go1.22.8)", "serializable"],
  ["PostgreSQL 11.2-YB-2.18.0.0-b0 on x86_64-pc-linux-gnu, compiled by clang version 15.0.3, 64-bit", "serializable"],
])("%s has %s locks", (version, locks) => {
  expect(locksFor(version)).toBe(locks);
});
