import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import type { Queries } from "../domain/store.js";

/** Bytes of a key. */
export const keyLength = 32;

/**
 * A key of {@link keyLength} bytes; or, where it may be replaced while servers run, what gives the keys as they are
 * now: the first one seals, and any of them unseals.
 */
export type KeyProvider = Buffer | (() => readonly Buffer[]);

/** Encrypts with AES-256-GCM, for a secret that is needed in plain text later. The result is base 64. */
export function seal(key: KeyProvider, secret: Buffer): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", primaryKey(key), nonce);
  return Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()]).toString("base64");
}

/** The secret that was sealed. Throws when no key fits, or the text was changed. */
export function unseal(key: KeyProvider, sealed: string): Buffer {
  const keys = keysOf(key);
  for (const [index, candidate] of keys.entries()) {
    try {
      return unsealWith(candidate, sealed);
    } catch (error) {
      if (index === keys.length - 1) throw error;
    }
  }
  throw new Error("There is no key.");
}

/** The key that seals. */
export function primaryKey(key: KeyProvider): Buffer {
  const [first] = keysOf(key);
  if (!first) throw new Error("There is no key.");
  return first;
}

function keysOf(key: KeyProvider): readonly Buffer[] {
  return typeof key === "function" ? key() : [key];
}

function unsealWith(key: Buffer, sealed: string): Buffer {
  const bytes = Buffer.from(sealed, "base64");
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12), { authTagLength: 16 });
  decipher.setAuthTag(bytes.subarray(-16));
  return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]);
}

/** The name of the mark by which a store knows its key. */
export const keyCheckValue = "key-check";

/** Whether a store was made with this key. A store without a mark yet gets one, and the key is then its own. */
export async function keyFits(store: Queries, key: KeyProvider): Promise<boolean> {
  await store.insertMetadata(keyCheckValue, createKeyCheckValue(key));
  return matchesKeyCheckValue(key, (await store.metadata(keyCheckValue)) ?? "");
}

/** Says whether a store belongs to a key already. */
export async function hasKey(store: Queries): Promise<boolean> {
  return (await store.metadata(keyCheckValue)) !== undefined;
}

/** A mark that only the same key can read. */
export function createKeyCheckValue(key: KeyProvider): string {
  return seal(key, Buffer.from(keyCheckValue));
}

/** Whether a mark was made with this key. */
export function matchesKeyCheckValue(key: KeyProvider, mark: string): boolean {
  try {
    return unseal(key, mark).toString() === keyCheckValue;
  } catch {
    return false;
  }
}
