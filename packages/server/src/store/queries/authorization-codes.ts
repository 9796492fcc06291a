import type { AuthorizationCode } from "../../oauth/model.js";
import * as sql from "../statements/authorization-codes.js";
import type { QueriesOf } from "./queries-of.js";
import { toDate, toScopes } from "./rows.js";

type Methods = "insertAuthorizationCode" | "authorizationCode" | "useAuthorizationCode";

/** Queries for authorization codes. */
export const authorizationCodeQueries: QueriesOf<Methods> = {
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
};

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
