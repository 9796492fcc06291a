import type { Authorization } from "../../domain/model.js";
import type { TokenWithUser } from "../../domain/store.js";
import * as sql from "../statements/tokens.js";
import type { UserRow } from "../statements/users.js";
import { toAuthorization, tokenAuthorization } from "./authorizations.js";
import type { QueriesOf } from "./queries-of.js";
import { hasRows } from "./rows.js";
import { toUser } from "./users.js";

type Methods = "token" | "findToken" | "replaceToken" | "replacePersonalToken" | "listPersonalTokens";

/** Queries for tokens. */
export const tokenQueries: QueriesOf<Methods> = {
  async token({ id, clientId, name, url }, tokenHash, now) {
    const [row] = await this.run(sql.selectToken, id, tokenHash, +now);
    return row && toTokenWithUser(row, tokenAuthorization(row, tokenHash, { id, clientId, name, url }));
  },
  async findToken(tokenHash, now) {
    const [row] = await this.run(sql.findToken, tokenHash, +now);
    return row && toTokenWithUser(row, toAuthorization(row));
  },
  async replaceToken(applicationId, oldHash, { hash, lastEight, updatedAt, expiresAt }) {
    const expiry = expiresAt && +expiresAt;
    return hasRows(await this.run(sql.replaceToken, applicationId, oldHash, hash, lastEight, +updatedAt, expiry));
  },
  async replacePersonalToken(userId, id, { hash, lastEight, updatedAt, expiresAt }) {
    const expiry = expiresAt && +expiresAt;
    await this.run(sql.replacePersonalToken, userId, id, hash, lastEight, +updatedAt, expiry);
  },
  async listPersonalTokens(userId, before, limit) {
    return (await this.run(sql.listPersonalTokens, userId, before, limit)).map(toAuthorization);
  },
};

function toTokenWithUser(row: UserRow, authorization: Authorization): TokenWithUser {
  return { authorization, user: toUser(row), suspended: row.suspended_at !== null };
}
