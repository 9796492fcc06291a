import type { Grant } from "../../domain/model.js";
import * as sql from "../statements/grants.js";
import { allGrants } from "../statements/list-totals.js";
import { toApplicationProfile } from "./applications.js";
import { readTotal } from "./list-totals.js";
import type { QueriesOf } from "./queries-of.js";
import { hasRows, toPage, toScopes, windowOf } from "./rows.js";

type Methods = "grant" | "listGrants" | "grantOf" | "ensureGrant" | "updateGrant" | "deleteGrant" | "deleteGrants";

/** Queries for grants. */
export const grantQueries: QueriesOf<Methods> = {
  async grant(userId, id) {
    const [row] = await this.run(sql.selectGrant, userId, id);
    return row && toGrant(row);
  },
  async listGrants(userId, page, applicationId) {
    if (applicationId !== null) {
      const rows = await this.run(sql.selectGrantOf, userId, applicationId);
      return toPage(page.page === 1 ? rows.map(toGrant) : [], page, rows.length);
    }
    const total = await readTotal(this.run, userId, allGrants);
    const window = windowOf(page, total);
    if (!window) return toPage([], page, total);
    const statement = window.isFromEnd ? sql.listGrantsFromEnd : sql.listGrants;
    const rows = await this.run(statement, userId, window.limit, window.offset);
    return toPage(rows.map(toGrant), page, total);
  },
  async grantOf(userId, applicationId) {
    const [row] = await this.run(sql.selectGrantOf, userId, applicationId);
    return row && toGrant(row);
  },
  async ensureGrant(userId, applicationId, now) {
    let [row] = await this.run(sql.selectGrantOf, userId, applicationId);
    if (!row) {
      await this.run(sql.insertGrant, userId, applicationId, +now);
      [row] = await this.run(sql.selectGrantOf, userId, applicationId);
    }
    if (!row) throw new Error("A grant that was made is not there.");
    return toGrant(row);
  },
  async updateGrant(id, scopes, updatedAt) {
    await this.run(sql.updateGrant, id, scopes.join(" "), +updatedAt);
  },
  async deleteGrant(userId, id) {
    return hasRows(await this.run(sql.deleteGrant, userId, id));
  },
  async deleteGrants(userId) {
    await this.run(sql.deleteGrants, userId);
    await this.run(sql.deleteApplicationTokens, userId);
  },
};

function toGrant(row: sql.GrantRow): Grant {
  return {
    id: row.id,
    application: toApplicationProfile(row),
    scopes: toScopes(row.scopes),
    createdAt: new Date(row.created_at),
    updatedAt: new Date(row.updated_at),
  };
}
