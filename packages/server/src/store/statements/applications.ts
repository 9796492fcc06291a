import { timingSafeEqual } from "node:crypto";
import { type IdRow, statement } from "./statement.js";

export interface ApplicationRow {
  id: number;
  client_id: string;
  name: string;
  url: string;
  type: string;
  expire_user_tokens: number;
}

const applicationRowColumns = "id, client_id, name, url, type, expire_user_tokens";

export type ApplicationRecordRow = Omit<ApplicationRow, "expire_user_tokens"> & { created_at: number };

/** Columns of the application in a row of an authorization or a grant. */
export interface ApplicationProfileRow {
  application_id: number;
  application_client_id: string;
  application_name: string;
  application_url: string;
}

export const applicationColumns =
  "p.id AS application_id, p.client_id AS application_client_id, p.name AS application_name, p.url AS application_url";

export const selectApplication = statement<[clientId: string], ApplicationRow>(
  "select-application",
  `SELECT ${applicationRowColumns} FROM applications WHERE client_id = $1`,
);

/** Columns of an application and of one of its client secrets. */
export interface ApplicationWithSecretRow extends ApplicationRow {
  secret_id: number;
  secret_hash: string;
  last_used_at: number | null;
}

/**
 * Always gives a row, of nulls for an unknown client id, and looks in both tables: a missing row or lookup would cost
 * a microsecond less, which thousands of requests can measure. Rows are cached for a correct digest only, so a wrong
 * secret costs a lookup as well. The caller compares the digest once more, in constant time.
 */
export const selectApplicationForSecret = statement<
  [clientId: string, secretHash: string],
  { [Column in keyof ApplicationWithSecretRow]: ApplicationWithSecretRow[Column] | null }
>(
  "select-application-for-secret",
  `SELECT a.id, a.client_id, a.name, a.url, a.type, a.expire_user_tokens, s.id AS secret_id, s.secret_hash, s.last_used_at
   FROM (SELECT 1 AS one) AS always LEFT JOIN applications a ON a.client_id = $1
   LEFT JOIN client_secrets s ON s.application_id = coalesce(a.id, 0) AND s.secret_hash = $2`,
  {
    batchParameterTypes: ["text", "text"],
    isCacheable: ([row], [, secretHash]) =>
      timingSafeEqual(Buffer.from(row?.secret_hash ?? noSecretHash), Buffer.from(secretHash)),
  },
);

/** As long as a digest, and equal to none. */
const noSecretHash = "-".repeat(64);

export const selectApplicationByName = statement<[name: string], ApplicationRow>(
  "select-application-by-name",
  `SELECT ${applicationRowColumns} FROM applications WHERE name = $1 ORDER BY id LIMIT 1`,
);

export const insertApplication = statement<
  [
    clientId: string,
    name: string,
    url: string,
    callbackUrl: string | null,
    type: string,
    createdAt: number,
    expireUserTokens: number,
    deviceFlow: number,
    consent: string,
    ownerId: number | null,
  ],
  IdRow
>(
  "insert-application",
  `INSERT INTO applications (client_id, name, url, callback_url, type, created_at, expire_user_tokens, device_flow,
     consent, owner_id)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING RETURNING id`,
);

export const listApplications = statement<[after: number, limit: number], ApplicationRecordRow>(
  "list-applications",
  "SELECT id, client_id, name, url, type, created_at FROM applications WHERE id > $1 ORDER BY id LIMIT $2",
);

export const deleteApplication = statement<[applicationId: number]>(
  "delete-application",
  "DELETE FROM applications WHERE id = $1",
);

export const countAuthorizationsOf = statement<[applicationId: number], { count: number }>(
  "count-authorizations-of",
  "SELECT count(*) AS count FROM authorizations WHERE application_id = $1",
);

export const deleteAuthorizationsOf = statement<[applicationId: number]>(
  "delete-authorizations-of",
  "DELETE FROM authorizations WHERE application_id = $1",
);

export const deleteGrantsOf = statement<[applicationId: number]>(
  "delete-grants-of",
  "DELETE FROM grants WHERE application_id = $1",
);
