// The same look-ups in a book of a thousand authorizations and in larger ones.
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { api, asApplication, ask, asUser, cast, jsonType } from "../cast.js";
import { compare } from "../compare.js";
import { fill } from "../fill.js";
import { start } from "../process.js";
import { short, tableOf } from "../report.js";
import { stopAll } from "../servers.js";

/** @param {string} folder @param {import("../compare.js").Effort} effort */
export async function growth(folder, effort) {
  /** @type {({ size: number } & Awaited<ReturnType<typeof bookOf>>)[]} */
  const books = [];
  try {
    for (const size of effort.sizes) books.push({ size, ...(await bookOf(folder, size)) });
    const [smallest = 0] = effort.sizes;
    const named = (/** @type {string} */ what, /** @type {number} */ size) => `${what}, ${short(size)} authorizations`;
    const contestants = /** @type {const} */ (["check", "list"]).flatMap((what) =>
      books.map((book) => ({
        name: named(what, book.size),
        server: book.server,
        load: book[what],
        baseline: named(what, smallest),
      })),
    );
    const note = "A thousand different tokens are checked in turn.";
    return [tableOf("Growth", await compare(contestants, effort), note)];
  } finally {
    await stopAll(...books.map(({ server }) => server));
  }
}

/**
 * Starts a server on a book of that size, with the loads for it.
 * @param {string} folder @param {number} count
 */
async function bookOf(folder, count) {
  const database = join(folder, `${count}.db`);
  const key = randomBytes(32);
  const tokens = await fill(database, count, key);
  const server = await start("grantbook", { database, key: key.toString("hex") });
  const list = await ask(`${server.url}${api}/authorizations`, "GET", asUser, undefined, 200);
  const bodies = tokens.map((token) => JSON.stringify({ access_token: token }));
  let next = 0;
  /** @type {import("../load.js").Load} */
  const check = {
    path: `${api}/applications/${cast.application.client_id}/token`,
    method: "POST",
    headers: { ...asApplication, ...jsonType },
    nextBody: () => bodies[next++ % bodies.length] ?? "",
    isRight: (text) => text.includes('"login":"'),
  };
  /** @type {import("../load.js").Load} */
  const listing = { path: `${api}/authorizations`, headers: asUser, isRight: (text) => text === list.text };
  return { server, check, list: listing };
}
