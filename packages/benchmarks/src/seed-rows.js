// Fills a database with authorizations through the store, all of one application.
import { createHash, randomBytes } from "node:crypto";
import { seed } from "@grantbook/server";
import { openSqliteStore } from "@grantbook/server/sqlite";
import { fixtures } from "./fixtures.js";

const batchSize = 10_000;

/**
 * Creates a SQLite file with `count` authorizations, so many for each user, and so many other applications. Returns
 * about a thousand of their tokens, evenly spread.
 * @param {string} file @param {number} count @param {Buffer} key
 * @param {{ perUser?: number, applications?: number }} [options]
 */
export async function seedRows(file, count, key, { perUser = 100, applications = 0 } = {}) {
  const store = await openSqliteStore(file);
  try {
    await seed({ store, key }, { users: [fixtures.user], applications: [fixtures.application] });
    const application = await store.application(fixtures.application.client_id);
    const credentials = await store.credentials(fixtures.user.login);
    if (!application || !credentials) throw new Error("The seeded user or application is missing.");
    const { user, passwordHash } = credentials;
    /** @type {string[]} */
    const sample = [];
    for (let first = 0; first < count; first += batchSize) {
      const end = Math.min(first + batchSize, count);
      await store.transaction(async (queries) => {
        let owner = user;
        for (let index = first; index < end; index += 1) {
          if (index > 0 && index % perUser === 0) owner = await insertUser(queries, `user-${index}`, passwordHash);
          const token = await insertToken(queries, owner.id, application.id, index);
          if (index % Math.ceil(count / 1000) === 0) sample.push(token);
        }
      });
    }
    await store.transaction(async (queries) => {
      for (let index = 0; index < applications; index += 1) await insertApplication(queries, index);
    });
    return sample;
  } finally {
    await store.close();
  }
}

/**
 * @typedef {Parameters<Parameters<import("@grantbook/server").Store["transaction"]>[0]>[0]} Queries
 * @param {Queries} queries @param {string} login @param {string} passwordHash
 */
async function insertUser(queries, login, passwordHash) {
  const nothing = { name: null, sealedOtpSecret: null };
  const user = await queries.insertUser({ ...nothing, login, passwordHash, siteAdmin: false, createdAt: new Date(0) });
  if (!user) throw new Error(`The user ${login} exists already.`);
  return user;
}

/** @param {Queries} queries @param {number} index */
async function insertApplication(queries, index) {
  await queries.insertApplication({
    clientId: String(index).padStart(20, "a"),
    secretHash: createHash("sha256").update(String(index)).digest("hex"),
    name: `Application ${index}`,
    url: "https://application.example",
    type: "oauth",
    expireUserTokens: false,
    createdAt: new Date(0),
  });
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
