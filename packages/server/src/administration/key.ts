import { firstOf, isMarkOf, type Key, keyMark, markOf, seal, unseal } from "../domain/seal.js";
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
        await queries.replaceProperty(keyMark, mark, markOf(next));
        let seeds = await queries.otpSeeds(0, pageSize);
        let count = 0;
        while (seeds.length > 0) {
          for (const { userId, sealedOtpSeed } of seeds) {
            await queries.replaceOtpSeed(userId, sealedOtpSeed, seal(next, unseal(key, sealedOtpSeed)));
          }
          count += seeds.length;
          seeds = await queries.otpSeeds(seeds.at(-1)?.userId ?? 0, pageSize);
        }
        return count;
      });
    },
  };
}

/** Locks the mark of the key until the transaction ends, so that the key is not replaced meanwhile. */
export async function lockKey(queries: Queries, key: Key): Promise<string> {
  const mark = (await queries.property(keyMark)) ?? "";
  const isLocked = await queries.replaceProperty(keyMark, mark, mark);
  if (!isLocked || !isMarkOf(firstOf(key), mark)) {
    throw new AdministrationError("the key was just replaced; try again");
  }
  return mark;
}
