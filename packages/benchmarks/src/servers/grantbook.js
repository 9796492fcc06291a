// Grantbook with everything on, on a SQLite file or on PostgreSQL.
import { randomBytes } from "node:crypto";
import { createServer, seed } from "@grantbook/server";
import { openPostgresStore } from "@grantbook/server/postgres";
import { openSqliteStore } from "@grantbook/server/sqlite";
import { createAdaptorServer } from "@hono/node-server";
import { fixtures } from "../fixtures.js";
import { parameters, report } from "./report.js";

const { database } = parameters;
const key = parameters.key ? Buffer.from(parameters.key, "hex") : randomBytes(32);
const store = await (database.startsWith("postgres:") ? openPostgresStore(database) : openSqliteStore(database));
await seed({ store, key }, { users: [fixtures.user], applications: [fixtures.application] });
const { cacheTtlMs } = parameters;
const server = createServer({
  store,
  key,
  publicUrl: "https://github.example.com",
  ...(cacheTtlMs === undefined ? {} : { passwordLimits: { maxRunning: 2, maxWaiting: 64, cacheTtlMs } }),
});
const listener = createAdaptorServer({
  fetch: (request, env) => server.fetch(request, { address: env.incoming.socket.remoteAddress }),
});
report(/** @type {import("node:http").Server} */ (listener), {}, () => store.close());
