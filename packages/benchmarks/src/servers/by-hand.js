// The third baseline: a check of a token by hand, with what none can do without: the framework, one look-up in a SQLite
// file, three digests, all headers. It has no rules, no validation, no errors and no other operation.
import { hash, timingSafeEqual } from "node:crypto";
import { createAdaptorServer } from "@hono/node-server";
import { DatabaseSync } from "@photostructure/sqlite";
import { Hono } from "hono";
import { cast } from "../cast.js";
import { answer } from "./answer.js";
import { parameters, report } from "./report.js";

const { database, headers } = parameters;
const digest = (/** @type {string} */ text) => hash("sha256", text);

const file = new DatabaseSync(database);
file.exec(`PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
  CREATE TABLE users (id INTEGER PRIMARY KEY, login TEXT) STRICT;
  CREATE TABLE tokens (hash TEXT PRIMARY KEY, user_id INTEGER, last_eight TEXT, scopes TEXT, created TEXT) STRICT`);
file.prepare("INSERT INTO users VALUES (?, ?)").run(answer.user.id, answer.user.login);
file
  .prepare("INSERT INTO tokens VALUES (?, ?, ?, ?, ?)")
  .run(digest(answer.token), answer.user.id, answer.token_last_eight, answer.scopes.join(" "), answer.created_at);
const select = file.prepare(
  "SELECT last_eight, scopes, created, login, users.id FROM tokens JOIN users ON users.id = user_id WHERE hash = ?",
);
/** @type {Promise<void> | undefined} */
let turn;
/** Look-ups wait for the end of the turn, as those of Grantbook do. */
function endOfTurn() {
  turn ??= new Promise((resolve) =>
    setImmediate(() => {
      turn = undefined;
      resolve();
    }),
  );
  return turn;
}

const stored = Buffer.from(digest(cast.application.client_secret));

const app = new Hono();
app.post("/api/v3/applications/:client_id/token", async ({ req }) => {
  const value = req.raw.headers.get("authorization")?.slice("Basic ".length) ?? "";
  const [name, secret = ""] = Buffer.from(value, "base64").toString().split(":");
  const isRight = timingSafeEqual(Buffer.from(digest(secret)), stored) && name === req.param("client_id");
  const { access_token: token } = JSON.parse(await req.text());
  const hashed = digest(token);
  await endOfTurn();
  const row = isRight ? select.get(hashed) : undefined;
  if (!row) return new Response(null, { status: 404 });
  const { last_eight, scopes, created, login, id } = /** @type {Record<string, string>} */ (row);
  const text = JSON.stringify({
    ...answer,
    token,
    hashed_token: hashed,
    token_last_eight: last_eight,
    created_at: created,
    updated_at: created,
    scopes: scopes?.split(" "),
    user: { ...answer.user, login, id },
  });
  const all = { ...headers };
  all.etag = `W/"${digest(text)}"`;
  return new Response(text, { headers: all });
});

const server = createAdaptorServer({ fetch: app.fetch });
report(/** @type {import("node:http").Server} */ (server), {}, async () => file.close());
