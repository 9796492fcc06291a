import type { User, UserRecord } from "../../domain/model.js";
import * as emails from "../statements/emails.js";
import * as sql from "../statements/users.js";
import type { QueriesOf } from "./queries-of.js";
import { hasRows, toCount } from "./rows.js";

type Methods =
  | "user"
  | "credentials"
  | "userRecord"
  | "listEmails"
  | "loginOfEmail"
  | "insertUser"
  | "useOtpStep"
  | "listUsers"
  | "setPasswordHash"
  | "setOtpSecret"
  | "setSuspended"
  | "countOtpSecrets"
  | "listOtpSecrets"
  | "replaceOtpSecret";

/** Queries for users. */
export const userQueries: QueriesOf<Methods> = {
  async user(id) {
    // A request may name any number for an account, and not every engine has a word for each.
    if (!Number.isSafeInteger(id)) return undefined;
    const [row] = await this.run(sql.selectUser, id);
    return row && toUser(row);
  },
  async credentials(login) {
    const [row] = await this.run(sql.selectCredentials, asciiLowerCase(login));
    if (!row) return undefined;
    const { password_hash: passwordHash, sealed_otp_seed: sealedOtpSecret } = row;
    return { user: toUser(row), passwordHash, sealedOtpSecret, suspended: row.suspended_at !== null };
  },
  async userRecord(login) {
    const [row] = await this.run(sql.selectUserRecord, asciiLowerCase(login));
    return row && toUserRecord(row);
  },
  async listEmails(userId) {
    return (await this.run(emails.listEmails, userId)).map(({ email, is_primary: primary, verified, visibility }) => ({
      email,
      primary: primary === 1,
      verified: verified === 1,
      visibility,
    }));
  },
  async loginOfEmail(email) {
    const [row, another] = await this.run(emails.selectLoginsOfEmail, asciiLowerCase(email));
    return another ? undefined : row?.login;
  },
  async insertUser({ login, name, emails: all = [], siteAdmin, passwordHash, sealedOtpSecret, createdAt }) {
    const admin = siteAdmin ? 1 : 0;
    const email = all.find(({ visibility }) => visibility === "public")?.email ?? null;
    const [row] = await this.run(sql.insertUser, login, name, email, admin, passwordHash, sealedOtpSecret, +createdAt);
    if (!row) return undefined;
    for (const [position, { email: address, primary, verified, visibility }] of all.entries()) {
      const flags = [primary ? 1 : 0, verified ? 1 : 0] as const;
      await this.run(emails.insertEmail, row.id, position, address, ...flags, visibility);
    }
    return { id: row.id, login, name, email, siteAdmin };
  },
  async useOtpStep(userId, step) {
    return hasRows(await this.run(sql.useOtpStep, userId, step));
  },
  async listUsers(after, limit) {
    const rows = await this.run(sql.listUsers, after, limit);
    return rows.map((row) => ({ ...toUserRecord(row), primaryEmail: row.primary_email }));
  },
  async setPasswordHash(userId, passwordHash) {
    await this.run(sql.setPasswordHash, userId, passwordHash);
  },
  async setOtpSecret(userId, sealedOtpSecret) {
    await this.run(sql.setOtpSecret, userId, sealedOtpSecret);
  },
  async setSuspended(userId, at) {
    await this.run(sql.setSuspended, userId, at && +at);
  },
  async countOtpSecrets() {
    return toCount(await this.run(sql.countOtpSecrets));
  },
  async listOtpSecrets(after, limit) {
    const rows = await this.run(sql.listOtpSecrets, after, limit);
    return rows.map(({ id, sealed_otp_seed: sealedOtpSecret }) => ({ userId: id, sealedOtpSecret }));
  },
  async replaceOtpSecret(userId, old, sealedOtpSecret) {
    await this.run(sql.replaceOtpSecret, userId, old, sealedOtpSecret);
  },
};

/** Maps a row to a user. */
export function toUser(row: sql.UserRow): User {
  return {
    id: row.user_id,
    login: row.login,
    name: row.user_name,
    email: row.email,
    siteAdmin: row.site_admin === 1,
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

/** The letters of ASCII alone, as the index of logins has them. */
function asciiLowerCase(login: string): string {
  return login.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
}
