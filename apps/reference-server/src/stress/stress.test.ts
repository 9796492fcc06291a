import { databaseLocks } from "@grantbook/server/engine";
import { build, missingPostgres } from "@grantbook/test-kit/server-process";
import { beforeAll, describe, test } from "vitest";
import { crashOnPostgres, crashOnSqlite, crashPatience } from "./crash.js";
import { soak, soakSeconds } from "./soak.js";

// They run concurrently, because they mostly wait. SOAK_SECONDS and CRASH_ROUNDS make longer proofs of them.

beforeAll(build);

describe.concurrent("kill -9 during writes loses nothing that was acknowledged, and leaves nothing half done", () => {
  test("with SQLite", crashOnSqlite, crashPatience);

  const name = missingPostgres ? `with PostgreSQL, which is missing (${missingPostgres})` : "with PostgreSQL";
  for (const locks of databaseLocks) {
    const title = `${name}, ${locks} locks`;
    test.skipIf(missingPostgres !== undefined)(title, () => crashOnPostgres(locks), crashPatience);
  }
});

describe.concurrent("use", () => {
  test(`for ${soakSeconds} seconds fails nothing and grows nothing`, soak, (soakSeconds + 60) * 1000);
});
