// Fills a database with authorizations, through the store itself. A hundred belong to each user, each to one application.
import { createHash, randomBytes } from "node:crypto";
import { seed } from "@grantbook/server";
import { openSqliteStore } from "@grantbook/server/sqlite";
import { cast } from "./cast.js";

const ofEachUser = 100;
const inTransaction = 10_000;

/**
 * Makes a SQLite file with so many authorizations. Gives a thousand of their tokens, from all over it.
 * @param {string} file @param {number} count @param {Buffer} key
 */
export async function fill(file, count, key) {
  const store = await openSqliteStore(file);
  try {
    await seed({ store, key }, { users: [cast.user], applications: [cast.application] });
    const application = await store.application(cast.application.client_id);
    const credentials = await store.credentials(cast.user.login);
    if (!application || !credentials) throw new Error("What was seeded is not there.");
    const { user, passwordHash } = credentials;
    /** @type {string[]} */
    const known = [];
    for (let first = 0; first < count; first += inTransaction) {
      const end = Math.min(first + inTransaction, count);
      await store.transaction(async (queries) => {
        let owner = user;
        for (let index = first; index < end; index += 1) {
          if (index > 0 && index % ofEachUser === 0) owner = await insertUser(queries, `user-${index}`, passwordHash);
          const token = await insertToken(queries, owner.id, application.id, index);
          if (index % Math.ceil(count / 1000) === 0) known.push(token);
        }
      });
    }
    return known;
  } finally {
    await store.close();
  }
}

/**
 * @typedef {Parameters<Parameters<import("@grantbook/server").Store["transaction"]>[0]>[0]} Queries
 * @param {Queries} queries @param {string} login @param {string} passwordHash
 */
async function insertUser(queries, login, passwordHash) {
  const nothing = { name: null, email: null, sealedOtpSeed: null };
  const user = await queries.insertUser({ ...nothing, login, passwordHash, siteAdmin: false, createdAt: new Date(0) });
  if (!user) throw new Error(`There is a user ${login} already.`);
  return user;
}

/** @param {Queries} queries @param {number} userId @param {number} applicationId @param {number} index */
async function insertToken(queries, userId, applicationId, index) {
  const token = `gho_${randomBytes(18).toString("hex")}`;
  await queries.insertAuthorization({
    userId,
    applicationId,
    tokenHash: createHash("sha256").update(token).digest("hex"),
    tokenLastEight: token.slice(-8),
    note: null,
    noteUrl: null,
    fingerprint: String(index),
    scopes: ["repo"],
    createdAt: new Date(0),
    expiresAt: null,
    installation: null,
  });
  return token;
}
