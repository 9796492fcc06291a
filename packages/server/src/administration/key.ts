import {
  createKeyCheckValue,
  type KeyProvider,
  keyCheckValue,
  matchesKeyCheckValue,
  primaryKey,
  seal,
  unseal,
} from "../auth/encryption.js";
import type { Queries } from "../domain/store.js";
import { AdministrationError } from "./command.js";
import { type AdministrationTarget, pageSize } from "./target.js";

/** The command for the key. */
export function keyCommands({ store, key }: AdministrationTarget) {
  return {
    /**
     * Encrypts all secrets of one-time codes with another key, from then on the only one that fits. Stored whole or not
     * at all. Returns how many there were.
     */
    async rotateKey(next: Buffer): Promise<number> {
      return store.transaction(async (queries) => {
        const mark = await lockKey(queries, key);
        await queries.replaceMetadata(keyCheckValue, mark, createKeyCheckValue(next));
        let seeds = await queries.listOtpSecrets(0, pageSize);
        let count = 0;
        while (seeds.length > 0) {
          for (const { userId, sealedOtpSecret } of seeds) {
            await queries.replaceOtpSecret(userId, sealedOtpSecret, seal(next, unseal(key, sealedOtpSecret)));
          }
          count += seeds.length;
          seeds = await queries.listOtpSecrets(seeds.at(-1)?.userId ?? 0, pageSize);
        }
        return count;
      });
    },
  };
}

/** Locks the mark of the key until the transaction ends, so that the key is not replaced meanwhile. */
export async function lockKey(queries: Queries, key: KeyProvider): Promise<string> {
  const mark = (await queries.metadata(keyCheckValue)) ?? "";
  const isLocked = await queries.replaceMetadata(keyCheckValue, mark, mark);
  if (!isLocked || !matchesKeyCheckValue(primaryKey(key), mark)) {
    throw new AdministrationError("the key was just replaced; try again");
  }
  return mark;
}
