import { applicationColumns } from "./applications.js";
import { type IdRow, statement } from "./statement.js";

/** Authorization without the columns it is found by: the digest of its token, and its application. */
export interface TokenRow {
  id: number;
  user_id: number;
  token_last_eight: string | null;
  note: string | null;
  note_url: string | null;
  fingerprint: string | null;
  scopes: string;
  created_at: number;
  updated_at: number;
  expires_at: number | null;
  installation: string | null;
}

export interface AuthorizationRow extends TokenRow {
  token_hash: string | null;
  application_id: number | null;
  application_client_id: string | null;
  application_name: string | null;
  application_url: string | null;
}

export const tokenColumns = `a.id, a.user_id, a.token_last_eight, a.note, a.note_url, a.fingerprint, a.scopes, a.created_at,
  a.updated_at, a.expires_at, a.installation`;

export const authorizationColumns = `${tokenColumns}, a.token_hash, ${applicationColumns}`;

export const authorizationTables = "authorizations a LEFT JOIN applications p ON p.id = a.application_id";

export const selectAuthorization = statement<[userId: number, id: number], AuthorizationRow>(
  "select-authorization",
  `SELECT ${authorizationColumns} FROM ${authorizationTables} WHERE a.user_id = $1 AND a.id = $2`,
  { batchParameterTypes: ["integer", "integer"] },
);

/** Order of the list of one application; with the application first, that of all. authorizations_listed has it. */
const keysOfOne = (alias: string) => [
  `(CASE WHEN ${alias}.application_id IS NULL THEN '' ELSE coalesce(${alias}.fingerprint, '') END)`,
  `${alias}.id`,
];
const keysOfAll = (alias: string) => [`coalesce(${alias}.application_id, 0)`, ...keysOfOne(alias)];

/** Walks the index up to the page, and reads the rows of the page only. */
function pageSql(condition: string, keys: (alias: string) => readonly string[], direction: "ASC" | "DESC"): string {
  const order = keys("l").map((key) => `${key} ${direction}`);
  return `SELECT ${authorizationColumns} FROM
     (SELECT l.* FROM authorizations l WHERE l.user_id = $1${condition}
      ORDER BY ${order.join(", ")} LIMIT $2 OFFSET $3) a
   LEFT JOIN applications p ON p.id = a.application_id ORDER BY ${keys("a").join(", ")}`;
}

type PageParameters = [userId: number, limit: number, offset: number];
type PageOfApplicationParameters = [...page: PageParameters, applicationId: number];

export const listAuthorizations = statement<PageParameters, AuthorizationRow>(
  "list-authorizations",
  pageSql("", keysOfAll, "ASC"),
);

export const listAuthorizationsFromEnd = statement<PageParameters, AuthorizationRow>(
  "list-authorizations-from-end",
  pageSql("", keysOfAll, "DESC"),
);

const ofApplication = " AND coalesce(l.application_id, 0) = $4";

export const listAuthorizationsOf = statement<PageOfApplicationParameters, AuthorizationRow>(
  "list-authorizations-of",
  pageSql(ofApplication, keysOfOne, "ASC"),
);

export const listAuthorizationsOfFromEnd = statement<PageOfApplicationParameters, AuthorizationRow>(
  "list-authorizations-of-from-end",
  pageSql(ofApplication, keysOfOne, "DESC"),
);

export const selectInSlot = statement<[userId: number, applicationId: number, fingerprint: string], AuthorizationRow>(
  "select-in-slot",
  `SELECT ${authorizationColumns} FROM ${authorizationTables}
   WHERE a.user_id = $1 AND a.application_id = $2 AND coalesce(a.fingerprint, '') = $3 AND a.origin = 'password'`,
);

export const selectPersonalByNote = statement<[userId: number, note: string], IdRow>(
  "select-personal-by-note",
  "SELECT id FROM authorizations WHERE user_id = $1 AND note = $2 AND application_id IS NULL AND origin = 'password'",
);

export const selectPersonalByFingerprint = statement<[userId: number, fingerprint: string], IdRow>(
  "select-personal-by-fingerprint",
  `SELECT id FROM authorizations
   WHERE user_id = $1 AND fingerprint = $2 AND application_id IS NULL AND origin = 'password'`,
);

/** Later than any expiry, for tokens that do not expire. */
const never = Number.MAX_SAFE_INTEGER;

const ofList = "s.user_id = $1 AND s.application_id = $2 AND s.scopes = lists.scopes";

/**
 * Reads every list of scopes that an application's tokens have, with the first live token that has it. Seeks in the
 * index authorizations_scopes from each list to the next: the number of tokens with the same list costs nothing.
 */
export const selectScopesInUse = statement<
  [userId: number, applicationId: number, now: number],
  { scopes: string; expiring: number | null; lasting: number | null }
>(
  "select-scopes-in-use",
  `SELECT lists.scopes,
     (SELECT s.id FROM authorizations s WHERE ${ofList} AND coalesce(s.expires_at, ${never}) > $3
      ORDER BY coalesce(s.expires_at, ${never}), s.id LIMIT 1) AS expiring,
     (SELECT s.id FROM authorizations s WHERE ${ofList} AND coalesce(s.expires_at, ${never}) >= ${never}
      ORDER BY coalesce(s.expires_at, ${never}), s.id LIMIT 1) AS lasting
   FROM (
     WITH RECURSIVE steps (scopes) AS (
       SELECT min(f.scopes) FROM authorizations f WHERE f.user_id = $1 AND f.application_id = $2
       UNION ALL
       SELECT (SELECT min(n.scopes) FROM authorizations n
               WHERE n.user_id = $1 AND n.application_id = $2 AND n.scopes > steps.scopes)
       FROM steps WHERE steps.scopes IS NOT NULL
     )
     SELECT scopes FROM steps WHERE scopes IS NOT NULL
   ) lists`,
);

export const insertAuthorization = statement<
  [
    userId: number,
    applicationId: number | null,
    tokenHash: string,
    tokenLastEight: string,
    note: string | null,
    noteUrl: string | null,
    fingerprint: string | null,
    scopes: string,
    createdAt: number,
    expiresAt: number | null,
    installation: string | null,
    origin: string,
  ],
  IdRow
>(
  "insert-authorization",
  `INSERT INTO authorizations (user_id, application_id, token_hash, token_last_eight, note, note_url, fingerprint,
     scopes, created_at, updated_at, expires_at, installation, origin)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $10, $11, $12) RETURNING id`,
);

export const updateAuthorization = statement<
  [
    userId: number,
    id: number,
    note: string | null,
    noteUrl: string | null,
    fingerprint: string | null,
    scopes: string,
    updatedAt: number,
  ]
>(
  "update-authorization",
  `UPDATE authorizations SET note = $3, note_url = $4, fingerprint = $5, scopes = $6, updated_at = $7
   WHERE user_id = $1 AND id = $2`,
);

export const deleteAuthorization = statement<[userId: number, id: number], IdRow>(
  "delete-authorization",
  "DELETE FROM authorizations WHERE user_id = $1 AND id = $2 RETURNING id",
);

export const deleteAuthorizations = statement<[userId: number, applicationId: number]>(
  "delete-authorizations",
  "DELETE FROM authorizations WHERE user_id = $1 AND application_id = $2",
);
