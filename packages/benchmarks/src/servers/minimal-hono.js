// Third baseline: a token check by hand with the bare necessities: Hono, one lookup in a SQLite file, three digests and
// all headers. It has no rules, no validation, no errors and no other operation.
import { hash, timingSafeEqual } from "node:crypto";
import { createAdaptorServer } from "@hono/node-server";
import { DatabaseSync } from "@photostructure/sqlite";
import { Hono } from "hono";
import { fixtures } from "../fixtures.js";
import { parameters, report } from "./report.js";
import { response } from "./response.js";

const { database, headers } = parameters;
const digest = (/** @type {string} */ text) => hash("sha256", text);

const file = new DatabaseSync(database);
file.exec(`PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
  CREATE TABLE users (id INTEGER PRIMARY KEY, login TEXT) STRICT;
  CREATE TABLE tokens (hash TEXT PRIMARY KEY, user_id INTEGER, last_eight TEXT, scopes TEXT, created TEXT) STRICT`);
file.prepare("INSERT INTO users VALUES (?, ?)").run(response.user.id, response.user.login);
file
  .prepare("INSERT INTO tokens VALUES (?, ?, ?, ?, ?)")
  .run(
    digest(response.token),
    response.user.id,
    response.token_last_eight,
    response.scopes.join(" "),
    response.created_at,
  );
const select = file.prepare(
  "SELECT last_eight, scopes, created, login, users.id FROM tokens JOIN users ON users.id = user_id WHERE hash = ?",
);
/** @type {Promise<void> | undefined} */
let tick;
/** Resolves in the next tick: lookups wait for it, as those of Grantbook do. */
function nextTick() {
  tick ??= new Promise((resolve) =>
    setImmediate(() => {
      tick = undefined;
      resolve();
    }),
  );
  return tick;
}

const stored = Buffer.from(digest(fixtures.application.client_secret));

const app = new Hono();
app.post("/api/v3/applications/:client_id/token", async ({ req }) => {
  const value = req.raw.headers.get("authorization")?.slice("Basic ".length) ?? "";
  const [name, secret = ""] = Buffer.from(value, "base64").toString().split(":");
  const isValid = timingSafeEqual(Buffer.from(digest(secret)), stored) && name === req.param("client_id");
  const { access_token: token } = JSON.parse(await req.text());
  const hashed = digest(token);
  await nextTick();
  const row = isValid ? select.get(hashed) : undefined;
  if (!row) return new Response(null, { status: 404 });
  const { last_eight, scopes, created, login, id } = /** @type {Record<string, string>} */ (row);
  const text = JSON.stringify({
    ...response,
    token,
    hashed_token: hashed,
    token_last_eight: last_eight,
    created_at: created,
    updated_at: created,
    scopes: scopes?.split(" "),
    user: { ...response.user, login, id },
  });
  return new Response(text, { headers: { ...headers, etag: `W/"${digest(text)}"` } });
});

const server = createAdaptorServer({ fetch: app.fetch });
report(/** @type {import("node:http").Server} */ (server), {}, async () => file.close());
