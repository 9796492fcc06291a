import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describeEngines } from "@grantbook/test-kit/describe-engines";
import { type Engine, postgresUrl } from "@grantbook/test-kit/engines";
import { createSchema } from "@grantbook/test-kit/postgres/schema";
import { newFolder } from "@grantbook/test-kit/temporary-folder";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Store } from "../domain/store.js";
import type { Driver, Statement } from "./driver.js";
import { parseAddress } from "./postgres/address.js";
import { PostgresDriver } from "./postgres/driver.js";
import { openPostgresStore } from "./postgres/index.js";
import { openSqliteDriver } from "./sqlite/driver.js";
import { openSqliteStore } from "./sqlite/index.js";

/** A database that several processes open, one after the other. */
interface Place {
  readonly parameters: readonly [engine: string, address: string];
  openDriver(): Promise<Driver>;
  openStore(): Promise<Store>;
  leave(): Promise<void>;
}

async function placeFor({ isShared }: Engine): Promise<Place> {
  if (isShared) {
    const { url, close } = await createSchema(postgresUrl());
    return {
      parameters: ["postgres", url],
      openDriver: async () => new PostgresDriver({ connection: parseAddress(url), maxConnections: 1, timeoutMs: 5000 }),
      openStore: () => openPostgresStore(url),
      leave: close,
    };
  }
  const folder = newFolder();
  const file = join(folder, "grantbook.db");
  return {
    parameters: ["sqlite", file],
    openDriver: () => openSqliteDriver(file),
    openStore: () => openSqliteStore(file),
    leave: async () => undefined,
  };
}

const testing = (file: string) => fileURLToPath(new URL(`../../../test-kit/src/${file}`, import.meta.url));

describeEngines((engine) => {
  let place: Place;
  beforeEach(async () => {
    place = await placeFor(engine);
  });
  afterEach(() => place.leave());

  test.each([1, 7, 14])(
    "a migration that is killed at statement %i leaves nothing, and the next start does it all",
    async (statement) => {
      const program = [testing("run-source.js"), testing("killed-migration.ts"), ...place.parameters, `${statement}`];
      const { signal, stderr } = spawnSync(process.execPath, program, { encoding: "utf8" });
      expect({ signal, stderr }).toEqual({ signal: "SIGKILL", stderr: "" });
      const driver = await place.openDriver();
      const tables: Statement<[], { name: string }> = { name: "tables", sql: driver.dialect.listTables };
      expect((await driver.run(tables)).filter(({ name }) => !name.startsWith("sqlite_"))).toEqual([]);
      await driver.close();
      const store = await place.openStore();
      await expect(store.user(1)).resolves.toBeUndefined();
      await store.close();
    },
  );
});
