import { type IdRow, statement } from "./statement.js";

export interface ClientSecretRow {
  id: number;
  last_eight: string | null;
  created_at: number;
  last_used_at: number | null;
}

export const insertClientSecret = statement<
  [applicationId: number, secretHash: string, lastEight: string | null, createdAt: number]
>(
  "insert-client-secret",
  `INSERT INTO client_secrets (application_id, secret_hash, last_eight, created_at) VALUES ($1, $2, $3, $4)
   ON CONFLICT DO NOTHING`,
);

export const listClientSecrets = statement<[applicationId: number], ClientSecretRow>(
  "list-client-secrets",
  `SELECT id, last_eight, created_at, last_used_at FROM client_secrets WHERE application_id = $1
   ORDER BY created_at DESC, id DESC`,
);

export const deleteClientSecret = statement<[applicationId: number, id: number], IdRow>(
  "delete-client-secret",
  "DELETE FROM client_secrets WHERE application_id = $1 AND id = $2 RETURNING id",
);

export const deleteClientSecrets = statement<[applicationId: number]>(
  "delete-client-secrets",
  "DELETE FROM client_secrets WHERE application_id = $1",
);

/** A later time stays: requests may end in another order than they began. */
export const touchClientSecret = statement<[applicationId: number, id: number, at: number]>(
  "touch-client-secret",
  `UPDATE client_secrets SET last_used_at = $3
   WHERE application_id = $1 AND id = $2 AND coalesce(last_used_at, 0) < $3`,
);
