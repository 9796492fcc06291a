import { type ApplicationProfileRow, applicationColumns } from "./applications.js";
import { type IdRow, statement } from "./statement.js";

export interface GrantRow extends ApplicationProfileRow {
  id: number;
  scopes: string;
  created_at: number;
  updated_at: number;
}

const grantColumns = `g.id, g.scopes, g.created_at, g.updated_at, ${applicationColumns}`;

const grantTables = "grants g JOIN applications p ON p.id = g.application_id";

export const selectGrant = statement<[userId: number, id: number], GrantRow>(
  "select-grant",
  `SELECT ${grantColumns} FROM ${grantTables} WHERE g.user_id = $1 AND g.id = $2`,
  { batchParameterTypes: ["integer", "integer"] },
);

export const selectGrantOf = statement<[userId: number, applicationId: number], GrantRow>(
  "select-grant-of",
  `SELECT ${grantColumns} FROM ${grantTables} WHERE g.user_id = $1 AND g.application_id = $2`,
);

const listSql = (direction: "ASC" | "DESC") =>
  `SELECT * FROM (SELECT ${grantColumns} FROM ${grantTables}
   WHERE g.user_id = $1 ORDER BY g.id ${direction} LIMIT $2 OFFSET $3) page ORDER BY id`;

export const listGrants = statement<[userId: number, limit: number, offset: number], GrantRow>(
  "list-grants",
  listSql("ASC"),
);

export const listGrantsFromEnd = statement<[userId: number, limit: number, offset: number], GrantRow>(
  "list-grants-from-end",
  listSql("DESC"),
);

export const insertGrant = statement<[userId: number, applicationId: number, now: number]>(
  "insert-grant",
  "INSERT INTO grants (user_id, application_id, scopes, created_at, updated_at) VALUES ($1, $2, '', $3, $3)",
);

export const updateGrant = statement<[id: number, scopes: string, updatedAt: number]>(
  "update-grant",
  "UPDATE grants SET scopes = $2, updated_at = $3 WHERE id = $1",
);

export const deleteGrant = statement<[userId: number, id: number], IdRow>(
  "delete-grant",
  "DELETE FROM grants WHERE user_id = $1 AND id = $2 RETURNING id",
);

export const deleteGrants = statement<[userId: number]>("delete-grants", "DELETE FROM grants WHERE user_id = $1");

export const deleteApplicationTokens = statement<[userId: number]>(
  "delete-application-tokens",
  "DELETE FROM authorizations WHERE user_id = $1 AND application_id IS NOT NULL",
);
