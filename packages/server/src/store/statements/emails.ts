import { statement } from "./statement.js";

export interface EmailRow {
  email: string;
  is_primary: number;
  verified: number;
  visibility: "public" | "private" | null;
}

export const insertEmail = statement<
  [userId: number, position: number, email: string, isPrimary: number, verified: number, visibility: string | null]
>(
  "insert-email",
  `INSERT INTO emails (user_id, position, email, is_primary, verified, visibility) VALUES ($1, $2, $3, $4, $5, $6)`,
);

export const listEmails = statement<[userId: number], EmailRow>(
  "list-emails",
  "SELECT email, is_primary, verified, visibility FROM emails WHERE user_id = $1 ORDER BY position",
);

/** Two rows say that an address is no name of one user. */
export const selectLoginsOfEmail = statement<[email: string], { login: string }>(
  "select-logins-of-email",
  `SELECT u.login FROM emails e JOIN users u ON u.id = e.user_id
   WHERE lower(e.email) = $1 AND e.verified = 1 LIMIT 2`,
);
