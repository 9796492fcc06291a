import * as sql from "../statements/recovery-codes.js";
import type { QueriesOf } from "./queries-of.js";
import { toCount } from "./rows.js";

type Methods = "replaceRecoveryCodes" | "useRecoveryCode" | "countRecoveryCodes";

/** Queries for recovery codes. */
export const recoveryCodeQueries: QueriesOf<Methods> = {
  async replaceRecoveryCodes(userId, codeHashes) {
    await this.run(sql.deleteRecoveryCodes, userId);
    for (const codeHash of codeHashes) await this.run(sql.insertRecoveryCode, userId, codeHash);
  },
  async useRecoveryCode(userId, codeHash) {
    return (await this.run(sql.useRecoveryCode, userId, codeHash)).length > 0;
  },
  async countRecoveryCodes(userId) {
    return toCount(await this.run(sql.countRecoveryCodes, userId));
  },
};
