import { randomBytes } from "node:crypto";
import { createClient } from "@grantbook/client";
import { createServer, seed } from "@grantbook/server";
import { openSqliteStore } from "@grantbook/server/sqlite";

const store = await openSqliteStore(":memory:");
const key = randomBytes(32);
const server = createServer({ store, key, publicUrl: "http://grantbook.test" });
await seed({ store, key }, { users: [{ login: "octocat", password: "a password" }] });

const client = createClient({
  baseUrl: "http://grantbook.test/api/v3",
  auth: { login: "octocat", password: "a password" },
  fetch: server.fetch,
});
const { token } = await client.authorizations.create({ note: "first look", scopes: ["repo"] });
console.log(token);
