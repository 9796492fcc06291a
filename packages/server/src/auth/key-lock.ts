import type { Queries } from "../domain/store.js";
import { type KeyProvider, keyCheckValue, matchesKeyCheckValue, primaryKey } from "./encryption.js";

/**
 * Locks the check value of the key until the transaction ends, so that the key is not replaced meanwhile. Returns the
 * check value; `undefined` when the key was just replaced.
 */
export async function lockKey(queries: Queries, key: KeyProvider): Promise<string | undefined> {
  const mark = (await queries.metadata(keyCheckValue)) ?? "";
  const isLocked = await queries.replaceMetadata(keyCheckValue, mark, mark);
  return isLocked && matchesKeyCheckValue(primaryKey(key), mark) ? mark : undefined;
}
