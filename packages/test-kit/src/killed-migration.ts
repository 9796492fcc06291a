// Migrates a database, and is killed before a statement of the migration is carried out:
// `ENGINE ADDRESS STATEMENT`, the statements counted from 1.
import type { Driver } from "../../server/src/store/driver.js";
import { migrate } from "../../server/src/store/migrate.js";
import { parseAddress } from "../../server/src/store/postgres/address.js";
import { PostgresDriver } from "../../server/src/store/postgres/driver.js";
import { openSqliteDriver } from "../../server/src/store/sqlite/driver.js";

const [engine, address = "", fatal] = process.argv.slice(3);
const driver: Driver =
  engine === "postgres"
    ? new PostgresDriver({ connection: parseAddress(address), maxConnections: 1, timeoutMs: 5000 })
    : await openSqliteDriver(address);

let statements = 0;
await migrate({
  dialect: driver.dialect,
  run: driver.run,
  transaction: (userId, work) => driver.transaction(userId, work),
  close: () => driver.close(),
  migrate: (work) =>
    driver.migrate((execute, run) =>
      work(async (sql) => {
        statements += 1;
        if (statements === Number(fatal)) process.kill(process.pid, "SIGKILL");
        await execute(sql);
      }, run),
    ),
});
