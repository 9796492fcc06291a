import type { RefreshToken } from "../../oauth/model.js";
import * as sql from "../statements/refresh-tokens.js";
import type { QueriesOf } from "./queries-of.js";
import { toDate, toScopes } from "./rows.js";

type Methods = "insertRefreshToken" | "refreshToken" | "useRefreshToken" | "listFlowTokens";

/** Queries for refresh tokens, and for the tokens of the sign-in flows. */
export const refreshTokenQueries: QueriesOf<Methods> = {
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
