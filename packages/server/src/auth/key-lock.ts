import type { Queries } from "../domain/store.js";
import {
  createKeyCheckValue,
  hasKey,
  type KeyProvider,
  keyCheckValue,
  matchesKeyCheckValue,
  primaryKey,
} from "./encryption.js";

/**
 * Locks the check value of the key until the transaction ends, so that the key is not replaced meanwhile. Returns the
 * check value; `undefined` when the key was just replaced. A store without one, which only this server uses, gets it.
 */
export async function lockKey(queries: Queries, key: KeyProvider): Promise<string | undefined> {
  if (!(await hasKey(queries))) await queries.insertMetadata(keyCheckValue, createKeyCheckValue(key));
  const mark = (await queries.metadata(keyCheckValue)) ?? "";
  const isLocked = await queries.replaceMetadata(keyCheckValue, mark, mark);
  return isLocked && matchesKeyCheckValue(primaryKey(key), mark) ? mark : undefined;
}
