import type {
  ApplicationProfile,
  ApplicationRecord,
  Authorization,
  Grant,
  Page,
  PageRequest,
  UserRecord,
} from "../domain/model.js";
import { dedupe } from "../domain/scopes.js";
import type { Queries, Store, TokenWithUser } from "../domain/store.js";
import type { Driver, QueryFn } from "./driver.js";
import { flowQueriesOn } from "./flow-queries.js";
import { migrate, type TableMode } from "./migrations.js";
import { toApplication, toApplicationType, toScopes, toUser } from "./rows.js";
import * as sql from "./statements.js";

/** All tables but that of the server itself, those that refer to others first. */
const ownedTables = [
  "refresh_tokens",
  "device_codes",
  "authorization_codes",
  "recovery_codes",
  "sessions",
  "authorizations",
  "grants",
  "failed_logins",
  "applications",
  "users",
];

/** The store over a driver, with its tables brought up to date as far as the mode allows. */
export async function openStore(driver: Driver, mode?: TableMode): Promise<Store> {
  await migrate(driver, mode);
  return {
    ...queriesOn(driver.run),
    transaction: (work) => driver.transaction(null, (run) => work(queriesOn(run))),
    transactionOf: (userId, work) => driver.transaction(userId, (run) => work(queriesOn(run))),
    clear: () =>
      driver.transaction(null, async (run) => {
        const statements = driver.dialect.truncate(ownedTables);
        for (const [index, sql] of statements.entries()) await run({ name: `clear-${index}`, sql });
      }),
    async checkWritable() {
      await driver.run(sql.writeMetadata, "write-check", new Date().toISOString());
    },
    close: () => driver.close(),
  };
}

function queriesOn(run: QueryFn): Queries {
  return {
    ...flowQueriesOn(run),

    async metadata(name) {
      return (await run(sql.selectMetadata, name))[0]?.value;
    },
    async insertMetadata(name, value) {
      await run(sql.insertMetadata, name, value);
    },
    async replaceMetadata(name, old, value) {
      return hasRows(await run(sql.replaceMetadata, name, old, value));
    },

    async user(id) {
      // A request may name any number for an account, and not every engine has a word for each.
      if (!Number.isSafeInteger(id)) return undefined;
      const [row] = await run(sql.selectUser, id);
      return row && toUser(row);
    },
    async credentials(login) {
      const [row] = await run(sql.selectCredentials, asciiLowerCase(login));
      if (!row) return undefined;
      const { password_hash: passwordHash, sealed_otp_seed: sealedOtpSecret } = row;
      return { user: toUser(row), passwordHash, sealedOtpSecret, suspended: row.suspended_at !== null };
    },
    async userRecord(login) {
      const [row] = await run(sql.selectUserRecord, asciiLowerCase(login));
      return row && toUserRecord(row);
    },
    async loginOfEmail(email) {
      const [row, another] = await run(sql.selectLoginsOfEmail, asciiLowerCase(email));
      return another ? undefined : row?.login;
    },
    async insertUser({ login, name, email, siteAdmin, passwordHash, sealedOtpSecret, createdAt }) {
      const admin = siteAdmin ? 1 : 0;
      const [row] = await run(sql.insertUser, login, name, email, admin, passwordHash, sealedOtpSecret, +createdAt);
      return row && { id: row.id, login, name, email, siteAdmin };
    },
    async useOtpStep(userId, step) {
      return hasRows(await run(sql.useOtpStep, userId, step));
    },
    async listUsers(after, limit) {
      return (await run(sql.listUsers, after, limit)).map(toUserRecord);
    },
    async setPasswordHash(userId, passwordHash) {
      await run(sql.setPasswordHash, userId, passwordHash);
    },
    async setOtpSecret(userId, sealedOtpSecret) {
      await run(sql.setOtpSecret, userId, sealedOtpSecret);
    },
    async setSuspended(userId, at) {
      await run(sql.setSuspended, userId, at && +at);
    },
    async listOtpSecrets(after, limit) {
      const rows = await run(sql.listOtpSecrets, after, limit);
      return rows.map(({ id, sealed_otp_seed: sealedOtpSecret }) => ({ userId: id, sealedOtpSecret }));
    },
    async replaceOtpSecret(userId, old, sealedOtpSecret) {
      await run(sql.replaceOtpSecret, userId, old, sealedOtpSecret);
    },

    async failedLogins(name, now) {
      const [row] = await run(sql.selectFailedLogins, name, +now);
      return row && { failures: row.failures, until: new Date(row.until) };
    },
    async countFailedLogin(name, now, until) {
      await run(sql.countFailedLogin, name, +until, +now);
    },
    async forgetFailedLogins(name) {
      await run(sql.deleteFailedLogins, name);
    },
    async deleteExpiredFailedLogins(now, limit) {
      return (await run(sql.deleteExpiredFailedLogins, +now, limit)).length;
    },
    async deleteExcessFailedLogins(keep, limit) {
      return (await run(sql.deleteExcessFailedLogins, limit, keep)).length;
    },

    async application(clientId) {
      const [row] = await run(sql.selectApplication, clientId);
      return row && toApplication(row);
    },
    async applicationForSecret(clientId, secretHash) {
      const [row] = await run(sql.selectApplicationForSecret, clientId, secretHash);
      return row && toApplication(row);
    },
    async applicationByName(name) {
      const [row] = await run(sql.selectApplicationByName, name);
      return row && toApplication(row);
    },
    async insertApplication(application) {
      const { clientId, secretHash, name, url, type } = application;
      const { expireUserTokens, callbackUrls = [], deviceFlow = false, consent = "ask", ownerId = null } = application;
      const [row] = await run(
        sql.insertApplication,
        clientId,
        secretHash,
        name,
        url,
        callbackUrls.length === 0 ? null : callbackUrls.join("\n"),
        type,
        +application.createdAt,
        expireUserTokens ? 1 : 0,
        deviceFlow ? 1 : 0,
        consent,
        ownerId,
      );
      return row && { id: row.id, clientId, secretHash, name, url, type, expireUserTokens };
    },
    async listApplications(after, limit) {
      return (await run(sql.listApplications, after, limit)).map(toApplicationRecord);
    },
    async setSecretHash(applicationId, secretHash) {
      await run(sql.setSecretHash, applicationId, secretHash);
    },
    async deleteApplication(applicationId) {
      const [authorizations] = await run(sql.countAuthorizationsOf, applicationId);
      await run(sql.deleteAuthorizationsOf, applicationId);
      await run(sql.deleteGrantsOf, applicationId);
      await run(sql.deleteApplication, applicationId);
      return authorizations?.count ?? 0;
    },

    async authorization(userId, id) {
      const [row] = await run(sql.selectAuthorization, userId, id);
      return row && toAuthorization(row);
    },
    async listAuthorizations(userId, page, applicationId) {
      const [total] = await run(sql.countAuthorizations, userId, applicationId ?? 0);
      const rows = await run(sql.listAuthorizations, userId, applicationId ?? 0, page.perPage, offsetOf(page));
      return toPage(rows.map(toAuthorization), page, total?.count ?? 0);
    },
    async authorizationInSlot(userId, applicationId, fingerprint) {
      const [row] = await run(sql.selectInSlot, userId, applicationId, fingerprint ?? "");
      return row && toAuthorization(row);
    },
    async personalByNote(userId, note) {
      return (await run(sql.selectPersonalByNote, userId, note))[0];
    },
    async personalByFingerprint(userId, fingerprint) {
      return (await run(sql.selectPersonalByFingerprint, userId, fingerprint))[0];
    },
    async scopesInUse(userId, applicationId, now) {
      const rows = await run(sql.selectScopesInUse, userId, applicationId, +now);
      return rows.length === 0 ? undefined : dedupe(rows.flatMap(({ scopes }) => toScopes(scopes)));
    },
    async insertAuthorization(authorization) {
      const { userId, applicationId, tokenHash, tokenLastEight, note, noteUrl, fingerprint } = authorization;
      const [row] = await run(
        sql.insertAuthorization,
        userId,
        applicationId,
        tokenHash,
        tokenLastEight,
        note,
        noteUrl,
        fingerprint,
        authorization.scopes.join(" "),
        +authorization.createdAt,
        authorization.expiresAt && +authorization.expiresAt,
        authorization.installation && JSON.stringify(authorization.installation),
        authorization.installation ? "scoped" : (authorization.origin ?? "password"),
      );
      if (!row) throw new Error("An inserted authorization has no id.");
      return row.id;
    },
    async updateAuthorization(userId, id, { note, noteUrl, fingerprint, scopes, updatedAt }) {
      await run(sql.updateAuthorization, userId, id, note, noteUrl, fingerprint, scopes.join(" "), +updatedAt);
    },
    async deleteAuthorization(userId, id) {
      return hasRows(await run(sql.deleteAuthorization, userId, id));
    },
    async deleteAuthorizations(userId, applicationId) {
      await run(sql.deleteAuthorizations, userId, applicationId);
    },

    async token({ id, clientId, name, url }, tokenHash, now) {
      const [row] = await run(sql.selectToken, id, tokenHash, +now);
      return row && toTokenWithUser(row, tokenAuthorization(row, tokenHash, { id, clientId, name, url }));
    },
    async findToken(tokenHash, now) {
      const [row] = await run(sql.findToken, tokenHash, +now);
      return row && toTokenWithUser(row, toAuthorization(row));
    },
    async replaceToken(applicationId, oldHash, { hash, lastEight, updatedAt, expiresAt }) {
      const expiry = expiresAt && +expiresAt;
      return hasRows(await run(sql.replaceToken, applicationId, oldHash, hash, lastEight, +updatedAt, expiry));
    },

    async grant(userId, id) {
      const [row] = await run(sql.selectGrant, userId, id);
      return row && toGrant(row);
    },
    async listGrants(userId, page, applicationId) {
      const [total] = await run(sql.countGrants, userId, applicationId ?? 0);
      const rows = await run(sql.listGrants, userId, applicationId ?? 0, page.perPage, offsetOf(page));
      return toPage(rows.map(toGrant), page, total?.count ?? 0);
    },
    async grantOf(userId, applicationId) {
      const [row] = await run(sql.selectGrantOf, userId, applicationId);
      return row && toGrant(row);
    },
    async ensureGrant(userId, applicationId, now) {
      let [row] = await run(sql.selectGrantOf, userId, applicationId);
      if (!row) {
        await run(sql.insertGrant, userId, applicationId, +now);
        [row] = await run(sql.selectGrantOf, userId, applicationId);
      }
      if (!row) throw new Error("A grant that was made is not there.");
      return toGrant(row);
    },
    async updateGrant(id, scopes, updatedAt) {
      await run(sql.updateGrant, id, scopes.join(" "), +updatedAt);
    },
    async deleteGrant(userId, id) {
      return hasRows(await run(sql.deleteGrant, userId, id));
    },
  };
}

function toUserRecord(row: sql.UserRecordRow): UserRecord {
  return {
    user: toUser(row),
    twoFactor: row.two_factor === 1,
    suspendedAt: row.suspended_at === null ? null : new Date(row.suspended_at),
    createdAt: new Date(row.created_at),
  };
}

function toTokenWithUser(row: sql.UserRow, authorization: Authorization): TokenWithUser {
  return { authorization, user: toUser(row), suspended: row.suspended_at !== null };
}

function toApplicationRecord(row: sql.ApplicationRecordRow): ApplicationRecord {
  const { id, client_id: clientId, name, url, created_at: createdAt } = row;
  return { id, clientId, name, url, type: toApplicationType(row.type), createdAt: new Date(createdAt) };
}

function toApplicationProfile(row: sql.GrantRow): ApplicationProfile {
  return {
    id: row.application_id,
    clientId: row.application_client_id,
    name: row.application_name,
    url: row.application_url,
  };
}

function toGrant(row: sql.GrantRow): Grant {
  return {
    id: row.id,
    application: toApplicationProfile(row),
    scopes: toScopes(row.scopes),
    createdAt: new Date(row.created_at),
    updatedAt: new Date(row.updated_at),
  };
}

function toAuthorization(row: sql.AuthorizationRow): Authorization {
  // The columns of the application are null together, or not at all.
  const application =
    row.application_id === null ? null : toApplicationProfile(row as sql.GrantRow & sql.AuthorizationRow);
  return tokenAuthorization(row, row.token_hash, application);
}

function tokenAuthorization(
  row: sql.TokenRow,
  tokenHash: string | null,
  application: ApplicationProfile | null,
): Authorization {
  return {
    id: row.id,
    userId: row.user_id,
    application,
    tokenHash,
    tokenLastEight: row.token_last_eight,
    note: row.note,
    noteUrl: row.note_url,
    fingerprint: row.fingerprint,
    scopes: toScopes(row.scopes),
    createdAt: new Date(row.created_at),
    updatedAt: new Date(row.updated_at),
    expiresAt: row.expires_at === null ? null : new Date(row.expires_at),
    installation: row.installation === null ? null : JSON.parse(row.installation),
  };
}

/** The letters of ASCII alone, as the index of logins has them. */
function asciiLowerCase(login: string): string {
  return login.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
}

function hasRows(rows: readonly unknown[]): boolean {
  return rows.length > 0;
}

function offsetOf({ page, perPage }: PageRequest): number {
  return (page - 1) * perPage;
}

function toPage<T>(items: T[], { page, perPage }: PageRequest, total: number): Page<T> {
  return { items, page, lastPage: Math.max(1, Math.ceil(total / perPage)) };
}
