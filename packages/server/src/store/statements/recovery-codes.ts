import { statement } from "./statement.js";

export const deleteRecoveryCodes = statement<[userId: number]>(
  "delete-recovery-codes",
  "DELETE FROM recovery_codes WHERE user_id = $1",
);

export const insertRecoveryCode = statement<[userId: number, codeHash: string]>(
  "insert-recovery-code",
  "INSERT INTO recovery_codes (user_id, code_hash) VALUES ($1, $2) ON CONFLICT DO NOTHING",
);

export const useRecoveryCode = statement<[userId: number, codeHash: string], { user_id: number }>(
  "use-recovery-code",
  "DELETE FROM recovery_codes WHERE user_id = $1 AND code_hash = $2 RETURNING user_id",
);

export const countRecoveryCodes = statement<[userId: number], { count: number }>(
  "count-recovery-codes",
  "SELECT count(*) AS count FROM recovery_codes WHERE user_id = $1",
);
