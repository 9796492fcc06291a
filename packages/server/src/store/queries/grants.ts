import type { Grant } from "../../domain/model.js";
import type { Queries } from "../../domain/store.js";
import type { QueryFn } from "../driver.js";
import * as sql from "../statements/grants.js";
import { allGrants } from "../statements/list-totals.js";
import { toApplicationProfile } from "./applications.js";
import { readTotal } from "./list-totals.js";
import { hasRows, toPage, toScopes, windowOf } from "./rows.js";

type Methods = "grant" | "listGrants" | "grantOf" | "ensureGrant" | "updateGrant" | "deleteGrant";

/** Queries for grants. */
export function grantQueries(run: QueryFn): Pick<Queries, Methods> {
  return {
    async grant(userId, id) {
      const [row] = await run(sql.selectGrant, userId, id);
      return row && toGrant(row);
    },
    async listGrants(userId, page, applicationId) {
      if (applicationId !== null) {
        const rows = await run(sql.selectGrantOf, userId, applicationId);
        return toPage(page.page === 1 ? rows.map(toGrant) : [], page, rows.length);
      }
      const total = await readTotal(run, userId, allGrants);
      const window = windowOf(page, total);
      if (!window) return toPage([], page, total);
      const statement = window.isFromEnd ? sql.listGrantsFromEnd : sql.listGrants;
      const rows = await run(statement, userId, window.limit, window.offset);
      return toPage(rows.map(toGrant), page, total);
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

function toGrant(row: sql.GrantRow): Grant {
  return {
    id: row.id,
    application: toApplicationProfile(row),
    scopes: toScopes(row.scopes),
    createdAt: new Date(row.created_at),
    updatedAt: new Date(row.updated_at),
  };
}
