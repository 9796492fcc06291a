import type { Queries, Store } from "../domain/store.js";
import type { Driver, QueryFn } from "./driver.js";
import { migrate, type TableMode } from "./migrate.js";
import { applicationQueries } from "./queries/applications.js";
import { authorizationCodeQueries } from "./queries/authorization-codes.js";
import { authorizationQueries } from "./queries/authorizations.js";
import { clientSecretQueries } from "./queries/client-secrets.js";
import { deviceCodeQueries } from "./queries/device-codes.js";
import { failedLoginQueries } from "./queries/failed-logins.js";
import { grantQueries } from "./queries/grants.js";
import { metadataQueries } from "./queries/metadata.js";
import type { Runner } from "./queries/queries-of.js";
import { recoveryCodeQueries } from "./queries/recovery-codes.js";
import { refreshTokenQueries } from "./queries/refresh-tokens.js";
import { registeredApplicationQueries } from "./queries/registered-applications.js";
import { sessionQueries } from "./queries/sessions.js";
import { tokenQueries } from "./queries/tokens.js";
import { userQueries } from "./queries/users.js";
import { writeMetadata } from "./statements/metadata.js";

/** All tables but that of the server itself, those that refer to others first. */
const ownedTables = [
  "refresh_tokens",
  "device_codes",
  "authorization_codes",
  "recovery_codes",
  "emails",
  "sessions",
  "authorizations",
  "grants",
  "list_totals",
  "failed_logins",
  "client_secrets",
  "applications",
  "users",
];

/** The store over a driver, with its tables brought up to date as far as the mode allows. */
export async function openStore(driver: Driver, mode?: TableMode): Promise<Store> {
  await migrate(driver, mode);
  return {
    ...boundTo(queriesOn(driver.run)),
    transaction: (work) => driver.transaction(null, (run) => work(queriesOn(run))),
    transactionOf: (userId, work) => driver.transaction(userId, (run) => work(queriesOn(run))),
    clear: () =>
      driver.transaction(null, async (run) => {
        const statements = driver.dialect.truncate(ownedTables);
        for (const [index, sql] of statements.entries()) await run({ name: `clear-${index}`, sql });
      }),
    async checkWritable() {
      await driver.run(writeMetadata, "write-check", new Date().toISOString());
    },
    close: () => driver.close(),
  };
}

const queries: Queries = {
  ...metadataQueries,
  ...userQueries,
  ...failedLoginQueries,
  ...applicationQueries,
  ...clientSecretQueries,
  ...authorizationQueries,
  ...tokenQueries,
  ...grantQueries,
  ...registeredApplicationQueries,
  ...sessionQueries,
  ...recoveryCodeQueries,
  ...authorizationCodeQueries,
  ...deviceCodeQueries,
  ...refreshTokenQueries,
};

/** Queries on a connection. Every transaction has its own: the methods are in the prototype, which costs nothing. */
class SqlQueries implements Runner {
  constructor(readonly run: QueryFn) {}
}
Object.assign(SqlQueries.prototype, queries);

function queriesOn(run: QueryFn): Queries {
  return new SqlQueries(run) as unknown as Queries;
}

/** Returns the queries as functions of an object, which may be copied. */
function boundTo(target: Queries): Queries {
  return Object.fromEntries(Object.entries(queries).map(([name, query]) => [name, query.bind(target)])) as never;
}
