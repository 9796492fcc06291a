import { setImmediate as nextTurn } from "node:timers/promises";
import { createKeyCheckValue, type KeyProvider, keyCheckValue, seal, unseal } from "../auth/encryption.js";
import { lockKey } from "../auth/key-lock.js";
import type { Queries } from "../domain/store.js";
import { AdministrationError } from "./command.js";
import { type AdministrationTarget, pageSize } from "./target.js";

/** The command for the key. */
export function keyCommands({ store, key }: AdministrationTarget) {
  return {
    /**
     * Encrypts all secrets of one-time codes with another key, from then on the only one that fits. Stored whole or not
     * at all. Calls `onProgress` now and then with how many are done, of all; a transaction that is repeated begins
     * again. Returns how many there were.
     */
    async rotateKey(
      next: Buffer,
      onProgress: (done: number, total: number) => void = () => undefined,
    ): Promise<number> {
      return store.transaction(async (queries) => {
        const mark = await requireKeyLock(queries, key);
        await queries.replaceMetadata(keyCheckValue, mark, createKeyCheckValue(next));
        const total = await queries.countOtpSecrets();
        let seeds = await queries.listOtpSecrets(0, pageSize);
        let count = 0;
        while (seeds.length > 0) {
          for (const { userId, sealedOtpSecret } of seeds) {
            await queries.replaceOtpSecret(userId, sealedOtpSecret, seal(next, unseal(key, sealedOtpSecret)));
          }
          count += seeds.length;
          onProgress(count, total);
          // Some engines never wait: a server would answer no probe, and write no log, before the end.
          await nextTurn();
          seeds = await queries.listOtpSecrets(seeds.at(-1)?.userId ?? 0, pageSize);
        }
        return count;
      });
    },
  };
}

/** Locks the key like {@link lockKey}. Throws an {@link AdministrationError} when it was just replaced. */
export async function requireKeyLock(queries: Queries, key: KeyProvider): Promise<string> {
  const mark = await lockKey(queries, key);
  if (mark === undefined) throw new AdministrationError("the key was just replaced; try again");
  return mark;
}
