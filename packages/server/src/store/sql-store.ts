import type {
  Account,
  Application,
  ApplicationProfile,
  ApplicationRecord,
  ApplicationType,
  Authorization,
  Grant,
  Page,
  PageRequest,
  User,
} from "../domain/model.js";
import { unique } from "../domain/scopes.js";
import type { Queries, Store, TokenHolder } from "../domain/store.js";
import type { Driver, Run } from "./driver.js";
import { migrate, type TableMode } from "./migrations.js";
import * as sql from "./statements.js";

/** All tables but that of the server itself, those that refer to others first. */
const ownedTables = ["authorizations", "grants", "failed_logins", "applications", "users"];

/** The store over a driver, with its tables brought up to date as far as the mode allows. */
export async function openStore(driver: Driver, mode?: TableMode): Promise<Store> {
  await migrate(driver, mode);
  return {
    ...queriesOn(driver.run),
    transaction: (work) => driver.transaction(null, (run) => work(queriesOn(run))),
    transactionOf: (userId, work) => driver.transaction(userId, (run) => work(queriesOn(run))),
    clear: () =>
      driver.transaction(null, async (run) => {
        const statements = driver.dialect.emptied(ownedTables);
        for (const [index, sql] of statements.entries()) await run({ name: `clear-${index}`, sql });
      }),
    async checkWritable() {
      await driver.run(sql.writeProperty, "write-check", new Date().toISOString());
    },
    close: () => driver.close(),
  };
}

function queriesOn(run: Run): Queries {
  return {
    async property(name) {
      return (await run(sql.selectProperty, name))[0]?.value;
    },
    async insertProperty(name, value) {
      await run(sql.insertProperty, name, value);
    },
    async replaceProperty(name, old, value) {
      return any(await run(sql.replaceProperty, name, old, value));
    },

    async user(id) {
      // A request may name any number for an account, and not every engine has a word for each.
      if (!Number.isSafeInteger(id)) return undefined;
      const [row] = await run(sql.selectUser, id);
      return row && userOf(row);
    },
    async credentials(login) {
      const [row] = await run(sql.selectCredentials, inLowerCase(login));
      if (!row) return undefined;
      const { password_hash: passwordHash, sealed_otp_seed: sealedOtpSeed } = row;
      return { user: userOf(row), passwordHash, sealedOtpSeed, suspended: row.suspended_at !== null };
    },
    async insertUser({ login, name, email, siteAdmin, passwordHash, sealedOtpSeed, createdAt }) {
      const admin = siteAdmin ? 1 : 0;
      const [row] = await run(sql.insertUser, login, name, email, admin, passwordHash, sealedOtpSeed, +createdAt);
      return row && { id: row.id, login, name, email, siteAdmin };
    },
    async useOtpStep(userId, step) {
      return any(await run(sql.useOtpStep, userId, step));
    },
    async accounts(after, limit) {
      return (await run(sql.listAccounts, after, limit)).map(accountOf);
    },
    async setPasswordHash(userId, passwordHash) {
      await run(sql.setPasswordHash, userId, passwordHash);
    },
    async setOtpSeed(userId, sealedOtpSeed) {
      await run(sql.setOtpSeed, userId, sealedOtpSeed);
    },
    async setSuspended(userId, at) {
      await run(sql.setSuspended, userId, at && +at);
    },
    async otpSeeds(after, limit) {
      const rows = await run(sql.listOtpSeeds, after, limit);
      return rows.map(({ id, sealed_otp_seed: sealedOtpSeed }) => ({ userId: id, sealedOtpSeed }));
    },
    async replaceOtpSeed(userId, old, sealedOtpSeed) {
      await run(sql.replaceOtpSeed, userId, old, sealedOtpSeed);
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
      return row && applicationOf(row);
    },
    async applicationForSecret(clientId, secretHash) {
      const [row] = await run(sql.selectApplicationForSecret, clientId, secretHash);
      return row && applicationOf(row);
    },
    async applicationByName(name) {
      const [row] = await run(sql.selectApplicationByName, name);
      return row && applicationOf(row);
    },
    async insertApplication({ clientId, secretHash, name, url, callbackUrl, type, createdAt }) {
      const [row] = await run(sql.insertApplication, clientId, secretHash, name, url, callbackUrl, type, +createdAt);
      return row && { id: row.id, clientId, secretHash, name, url, type };
    },
    async applications(after, limit) {
      return (await run(sql.listApplications, after, limit)).map(applicationRecordOf);
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
      return row && authorizationOf(row);
    },
    async authorizations(userId, page, applicationId) {
      const [total] = await run(sql.countAuthorizations, userId, applicationId ?? 0);
      const rows = await run(sql.listAuthorizations, userId, applicationId ?? 0, page.perPage, offsetOf(page));
      return pageOf(rows.map(authorizationOf), page, total?.count ?? 0);
    },
    async authorizationInSlot(userId, applicationId, fingerprint) {
      const [row] = await run(sql.selectInSlot, userId, applicationId, fingerprint ?? "");
      return row && authorizationOf(row);
    },
    async personalByNote(userId, note) {
      return (await run(sql.selectPersonalByNote, userId, note))[0];
    },
    async personalByFingerprint(userId, fingerprint) {
      return (await run(sql.selectPersonalByFingerprint, userId, fingerprint))[0];
    },
    async scopesInUse(userId, applicationId, now) {
      const rows = await run(sql.selectScopesInUse, userId, applicationId, +now);
      return rows.length === 0 ? undefined : unique(rows.flatMap(({ scopes }) => listOf(scopes)));
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
        authorization.installation ? "scoped" : "password",
      );
      if (!row) throw new Error("An inserted authorization has no id.");
      return row.id;
    },
    async updateAuthorization(userId, id, { note, noteUrl, fingerprint, scopes, updatedAt }) {
      await run(sql.updateAuthorization, userId, id, note, noteUrl, fingerprint, scopes.join(" "), +updatedAt);
    },
    async deleteAuthorization(userId, id) {
      return any(await run(sql.deleteAuthorization, userId, id));
    },
    async deleteAuthorizations(userId, applicationId) {
      await run(sql.deleteAuthorizations, userId, applicationId);
    },

    async token({ id, clientId, name, url }, tokenHash, now) {
      const [row] = await run(sql.selectToken, id, tokenHash, +now);
      return row && holderOf(row, foundAuthorization(row, tokenHash, { id, clientId, name, url }));
    },
    async anyToken(tokenHash, now) {
      const [row] = await run(sql.selectAnyToken, tokenHash, +now);
      return row && holderOf(row, authorizationOf(row));
    },
    async replaceToken(applicationId, oldHash, { hash, lastEight, updatedAt, expiresAt }) {
      const expiry = expiresAt && +expiresAt;
      return any(await run(sql.replaceToken, applicationId, oldHash, hash, lastEight, +updatedAt, expiry));
    },

    async grant(userId, id) {
      const [row] = await run(sql.selectGrant, userId, id);
      return row && grantOf(row);
    },
    async grants(userId, page, applicationId) {
      const [total] = await run(sql.countGrants, userId, applicationId ?? 0);
      const rows = await run(sql.listGrants, userId, applicationId ?? 0, page.perPage, offsetOf(page));
      return pageOf(rows.map(grantOf), page, total?.count ?? 0);
    },
    async grantOf(userId, applicationId) {
      const [row] = await run(sql.selectGrantOf, userId, applicationId);
      return row && grantOf(row);
    },
    async ensureGrant(userId, applicationId, now) {
      let [row] = await run(sql.selectGrantOf, userId, applicationId);
      if (!row) {
        await run(sql.insertGrant, userId, applicationId, +now);
        [row] = await run(sql.selectGrantOf, userId, applicationId);
      }
      if (!row) throw new Error("A grant that was made is not there.");
      return grantOf(row);
    },
    async updateGrant(id, scopes, updatedAt) {
      await run(sql.updateGrant, id, scopes.join(" "), +updatedAt);
    },
    async deleteGrant(userId, id) {
      return any(await run(sql.deleteGrant, userId, id));
    },
  };
}

function userOf(row: sql.UserRow): User {
  return {
    id: row.user_id,
    login: row.login,
    name: row.user_name,
    email: row.email,
    siteAdmin: row.site_admin === 1,
  };
}

function accountOf(row: sql.AccountRow): Account {
  return {
    user: userOf(row),
    twoFactor: row.two_factor === 1,
    suspendedAt: row.suspended_at === null ? null : new Date(row.suspended_at),
    createdAt: new Date(row.created_at),
  };
}

function holderOf(row: sql.UserRow, authorization: Authorization): TokenHolder {
  return { authorization, user: userOf(row), suspended: row.suspended_at !== null };
}

function applicationRecordOf(row: sql.ApplicationRecordRow): ApplicationRecord {
  const { id, client_id: clientId, name, url, created_at: createdAt } = row;
  return { id, clientId, name, url, type: typeOf(row.type), createdAt: new Date(createdAt) };
}

function applicationOf(row: sql.ApplicationRow): Application {
  return {
    id: row.id,
    clientId: row.client_id,
    secretHash: row.secret_hash,
    name: row.name,
    url: row.url,
    type: typeOf(row.type),
  };
}

function typeOf(type: string): ApplicationType {
  return type === "github" ? "github" : "oauth";
}

function profileOf(row: sql.GrantRow): ApplicationProfile {
  return {
    id: row.application_id,
    clientId: row.application_client_id,
    name: row.application_name,
    url: row.application_url,
  };
}

function grantOf(row: sql.GrantRow): Grant {
  return {
    id: row.id,
    application: profileOf(row),
    scopes: listOf(row.scopes),
    createdAt: new Date(row.created_at),
    updatedAt: new Date(row.updated_at),
  };
}

function authorizationOf(row: sql.AuthorizationRow): Authorization {
  // The columns of the application are null together, or not at all.
  const application = row.application_id === null ? null : profileOf(row as sql.GrantRow & sql.AuthorizationRow);
  return foundAuthorization(row, row.token_hash, application);
}

function foundAuthorization(
  row: sql.FoundRow,
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
    scopes: listOf(row.scopes),
    createdAt: new Date(row.created_at),
    updatedAt: new Date(row.updated_at),
    expiresAt: row.expires_at === null ? null : new Date(row.expires_at),
    installation: row.installation === null ? null : JSON.parse(row.installation),
  };
}

/** Scopes are stored as RFC 6749 writes them, with spaces between. */
function listOf(scopes: string): string[] {
  return scopes === "" ? [] : scopes.split(" ");
}

/** The letters of ASCII alone, as the index of logins has them. */
function inLowerCase(login: string): string {
  return login.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
}

function any(rows: readonly unknown[]): boolean {
  return rows.length > 0;
}

function offsetOf({ page, perPage }: PageRequest): number {
  return (page - 1) * perPage;
}

function pageOf<T>(items: T[], { page, perPage }: PageRequest, total: number): Page<T> {
  return { items, page, lastPage: Math.max(1, Math.ceil(total / perPage)) };
}
