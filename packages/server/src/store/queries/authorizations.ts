import type { ApplicationProfile, Authorization } from "../../domain/model.js";
import { dedupe } from "../../domain/scopes.js";
import type { QueryFn } from "../driver.js";
import type { ApplicationProfileRow } from "../statements/applications.js";
import * as sql from "../statements/authorizations.js";
import { allAuthorizations } from "../statements/list-totals.js";
import { toApplicationProfile } from "./applications.js";
import { readTotal } from "./list-totals.js";
import type { QueriesOf } from "./queries-of.js";
import { hasRows, onlyRow, type PageWindow, toPage, toScopes, windowOf } from "./rows.js";

type Methods =
  | "authorization"
  | "listAuthorizations"
  | "authorizationInSlot"
  | "personalByNote"
  | "personalByFingerprint"
  | "scopesInUse"
  | "insertAuthorization"
  | "updateAuthorization"
  | "deleteAuthorization"
  | "deleteAuthorizations";

/** Queries for authorizations. */
export const authorizationQueries: QueriesOf<Methods> = {
  async authorization(userId, id) {
    const [row] = await this.run(sql.selectAuthorization, userId, id);
    return row && toAuthorization(row);
  },
  async listAuthorizations(userId, page, applicationId) {
    const total = await readTotal(this.run, userId, applicationId ?? allAuthorizations);
    const rows = await listRows(this.run, userId, windowOf(page, total), applicationId);
    return toPage(rows.map(toAuthorization), page, total);
  },
  async authorizationInSlot(userId, applicationId, fingerprint) {
    const [row] = await this.run(sql.selectInSlot, userId, applicationId, fingerprint ?? "");
    return row && toAuthorization(row);
  },
  async personalByNote(userId, note) {
    return (await this.run(sql.selectPersonalByNote, userId, note))[0];
  },
  async personalByFingerprint(userId, fingerprint) {
    return (await this.run(sql.selectPersonalByFingerprint, userId, fingerprint))[0];
  },
  async scopesInUse(userId, applicationId, now) {
    const rows = await this.run(sql.selectScopesInUse, userId, applicationId, +now);
    const live = rows.flatMap(({ scopes, expiring, lasting }) => {
      const first = Math.min(expiring ?? Number.POSITIVE_INFINITY, lasting ?? Number.POSITIVE_INFINITY);
      return Number.isFinite(first) ? [{ scopes, first }] : [];
    });
    if (live.length === 0) return undefined;
    return dedupe(live.toSorted((a, b) => a.first - b.first).flatMap(({ scopes }) => toScopes(scopes)));
  },
  async insertAuthorization(authorization) {
    const { userId, applicationId, tokenHash, tokenLastEight, note, noteUrl, fingerprint } = authorization;
    const rows = await this.run(
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
    return onlyRow(rows).id;
  },
  async updateAuthorization(userId, id, { note, noteUrl, fingerprint, scopes, updatedAt }) {
    await this.run(sql.updateAuthorization, userId, id, note, noteUrl, fingerprint, scopes.join(" "), +updatedAt);
  },
  async deleteAuthorization(userId, id) {
    return hasRows(await this.run(sql.deleteAuthorization, userId, id));
  },
  async deleteAuthorizations(userId, applicationId) {
    await this.run(sql.deleteAuthorizations, userId, applicationId);
  },
};

function listRows(
  run: QueryFn,
  userId: number,
  window: PageWindow | undefined,
  applicationId: number | null,
): Promise<sql.AuthorizationRow[]> {
  if (!window) return Promise.resolve([]);
  const { isFromEnd, limit, offset } = window;
  if (applicationId === null) {
    return run(isFromEnd ? sql.listAuthorizationsFromEnd : sql.listAuthorizations, userId, limit, offset);
  }
  const statement = isFromEnd ? sql.listAuthorizationsOfFromEnd : sql.listAuthorizationsOf;
  return run(statement, userId, limit, offset, applicationId);
}

/** Maps a row to an authorization. */
export function toAuthorization(row: sql.AuthorizationRow): Authorization {
  // The columns of the application are null together, or not at all.
  const application = row.application_id === null ? null : toApplicationProfile(row as ApplicationProfileRow);
  return tokenAuthorization(row, row.token_hash, application);
}

/** Maps a row to the authorization of a token, whose digest and application are known. */
export function tokenAuthorization(
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
