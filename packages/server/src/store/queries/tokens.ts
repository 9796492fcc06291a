import type { Authorization } from "../../domain/model.js";
import type { Queries, TokenWithUser } from "../../domain/store.js";
import type { QueryFn } from "../driver.js";
import * as sql from "../statements/tokens.js";
import type { UserRow } from "../statements/users.js";
import { toAuthorization, tokenAuthorization } from "./authorizations.js";
import { hasRows } from "./rows.js";
import { toUser } from "./users.js";

type Methods = "token" | "findToken" | "replaceToken";

/** Queries for tokens. */
export function tokenQueries(run: QueryFn): Pick<Queries, Methods> {
  return {
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
  };
}

function toTokenWithUser(row: UserRow, authorization: Authorization): TokenWithUser {
  return { authorization, user: toUser(row), suspended: row.suspended_at !== null };
}
