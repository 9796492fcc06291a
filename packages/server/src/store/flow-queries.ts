import type { FlowQueries } from "../oauth/flow-store.js";
import type { AuthorizationCode, DeviceCode, RefreshToken, RegisteredApplication, Session } from "../oauth/model.js";
import * as sql from "./flow-statements.js";
import { toApplication } from "./queries/applications.js";
import type { Runner } from "./queries/queries-of.js";
import { toScopes } from "./queries/rows.js";
import { toUser } from "./queries/users.js";

/** Queries of the sign-in flows. */
export const flowQueries: FlowQueries & ThisType<Runner> = {
  async registeredApplication(clientId) {
    const [row] = await this.run(sql.selectRegisteredApplication, clientId);
    return row && toRegisteredApplication(row);
  },
  async registeredApplicationById(id) {
    const [row] = await this.run(sql.selectRegisteredApplicationById, id);
    return row && toRegisteredApplication(row);
  },

  async insertSession({ idHash, userId, signedIn, sudoUntil, createdAt, expiresAt, address, userAgent }, limit) {
    await this.run(sql.deleteExpiredSessions, +createdAt);
    const isSignedIn = signedIn ? 1 : 0;
    await this.run(
      sql.insertSession,
      idHash,
      userId,
      isSignedIn,
      +sudoUntil,
      +createdAt,
      +expiresAt,
      address,
      userAgent,
    );
    await this.run(sql.deleteOldestSessions, userId, limit);
  },
  async session(idHash, now) {
    const [row] = await this.run(sql.selectSession, idHash, +now);
    return row && toSession(row);
  },
  async listSessions(userId, now) {
    return (await this.run(sql.listSessions, userId, +now)).map(toSession);
  },
  async touchSession(id, at) {
    await this.run(sql.touchSession, id, +at);
  },
  async deleteSession(userId, id) {
    return (await this.run(sql.deleteSession, userId, id)).length > 0;
  },
  async deleteOtherSessions(userId, id) {
    await this.run(sql.deleteOtherSessions, userId, id);
  },

  async replaceRecoveryCodes(userId, codeHashes) {
    await this.run(sql.deleteRecoveryCodes, userId);
    for (const codeHash of codeHashes) await this.run(sql.insertRecoveryCode, userId, codeHash);
  },
  async useRecoveryCode(userId, codeHash) {
    return (await this.run(sql.useRecoveryCode, userId, codeHash)).length > 0;
  },
  async countRecoveryCodes(userId) {
    return (await this.run(sql.countRecoveryCodes, userId))[0]?.count ?? 0;
  },

  async insertAuthorizationCode({ codeHash, applicationId, userId, redirectUri, scopes, challenge, expiresAt }) {
    // A code is remembered for an hour after it expired: a replay revokes what it was exchanged for.
    await this.run(sql.deleteExpiredAuthorizationCodes, +expiresAt - 70 * 60_000);
    const scopeText = scopes.join(" ");
    await this.run(
      sql.insertAuthorizationCode,
      codeHash,
      applicationId,
      userId,
      redirectUri,
      scopeText,
      challenge,
      +expiresAt,
    );
  },
  async authorizationCode(applicationId, codeHash) {
    const [row] = await this.run(sql.selectAuthorizationCode, applicationId, codeHash);
    return row && toAuthorizationCode(row);
  },
  async useAuthorizationCode(codeHash, authorizationId, at) {
    return (await this.run(sql.useAuthorizationCode, codeHash, authorizationId, +at)).length > 0;
  },

  async insertDeviceCode({ deviceHash, userCodeHash, applicationId, scopes, address, createdAt, expiresAt }) {
    // An expired code is remembered for an hour, so that polls learn that it has expired.
    await this.run(sql.deleteExpiredDeviceCodes, +createdAt - 60 * 60_000);
    const scopeText = scopes.join(" ");
    const rows = await this.run(
      sql.insertDeviceCode,
      deviceHash,
      userCodeHash,
      applicationId,
      scopeText,
      address,
      +createdAt,
      +expiresAt,
    );
    return rows.length > 0;
  },
  async countDeviceCodes(applicationId, now) {
    return (await this.run(sql.countDeviceCodes, applicationId, +now))[0]?.count ?? 0;
  },
  async deviceCode(deviceHash) {
    const [row] = await this.run(sql.selectDeviceCode, deviceHash);
    return row && toDeviceCode(row);
  },
  async pendingDeviceCode(userCodeHash, now) {
    const [row] = await this.run(sql.selectPendingDeviceCode, userCodeHash, +now);
    return row && toDeviceCode(row);
  },
  async pollDeviceCode(id, at) {
    await this.run(sql.pollDeviceCode, id, +at);
  },
  async changeDeviceCode(id, from, to, userId) {
    return (await this.run(sql.changeDeviceCode, id, from, to, userId)).length > 0;
  },

  async insertRefreshToken({ tokenHash, authorizationId, userId, applicationId, isOfDevice, expiresAt }) {
    await this.run(
      sql.insertRefreshToken,
      tokenHash,
      authorizationId,
      userId,
      applicationId,
      isOfDevice ? 1 : 0,
      +expiresAt,
    );
  },
  async refreshToken(tokenHash) {
    const [row] = await this.run(sql.selectRefreshToken, tokenHash);
    return row && toRefreshToken(row);
  },
  async useRefreshToken(tokenHash, at) {
    await this.run(sql.deleteExpiredRefreshTokens, +at);
    return (await this.run(sql.useRefreshToken, tokenHash, +at)).length > 0;
  },

  async listFlowTokens(userId, applicationId) {
    const rows = await this.run(sql.listFlowTokens, userId, applicationId);
    return rows.map(({ id, scopes }) => ({ id, scopes: toScopes(scopes) }));
  },
};

function toRegisteredApplication(row: sql.RegisteredApplicationRow): RegisteredApplication {
  return {
    ...toApplication(row),
    // A URL has no line break.
    callbackUrls: row.callback_url === null || row.callback_url === "" ? [] : row.callback_url.split("\n"),
    deviceFlow: row.device_flow === 1,
    consent: row.consent === "always" || row.consent === "never" ? row.consent : "ask",
    ownerId: row.owner_id,
    ownerLogin: row.owner_login,
  };
}

function toSession(row: sql.SessionRow): Session {
  return {
    id: row.id,
    user: toUser(row),
    suspended: row.suspended_at !== null,
    signedIn: row.signed_in === 1,
    sudoUntil: new Date(row.sudo_until),
    createdAt: new Date(row.created_at),
    lastUsedAt: new Date(row.last_used_at),
    expiresAt: new Date(row.expires_at),
    address: row.address,
    userAgent: row.user_agent,
  };
}

function toAuthorizationCode(row: sql.AuthorizationCodeRow): AuthorizationCode {
  return {
    applicationId: row.application_id,
    userId: row.user_id,
    redirectUri: row.redirect_uri,
    scopes: toScopes(row.scopes),
    challenge: row.challenge,
    expiresAt: new Date(row.expires_at),
    usedAt: toDate(row.used_at),
    authorizationId: row.authorization_id,
  };
}

function toDeviceCode(row: sql.DeviceCodeRow): DeviceCode {
  return {
    id: row.id,
    applicationId: row.application_id,
    scopes: toScopes(row.scopes),
    state: row.state as DeviceCode["state"],
    userId: row.user_id,
    address: row.address,
    createdAt: new Date(row.created_at),
    expiresAt: new Date(row.expires_at),
    polledAt: toDate(row.polled_at),
  };
}

function toRefreshToken(row: sql.RefreshTokenRow): RefreshToken {
  return {
    authorizationId: row.authorization_id,
    userId: row.user_id,
    applicationId: row.application_id,
    isOfDevice: row.is_of_device === 1,
    expiresAt: new Date(row.expires_at),
    usedAt: toDate(row.used_at),
  };
}

function toDate(time: number | null): Date | null {
  return time === null ? null : new Date(time);
}
