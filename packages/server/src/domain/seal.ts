import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import type { Store } from "./store.js";

/** Bytes of a key. */
export const keyLength = 32;

/** Encrypts with AES-256-GCM, for a secret that is needed in plain text later. The result is base 64. */
export function seal(key: Buffer, secret: Buffer): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  return Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()]).toString("base64");
}

/** The secret that was sealed. Throws when the key is another one or the text was changed. */
export function unseal(key: Buffer, sealed: string): Buffer {
  const bytes = Buffer.from(sealed, "base64");
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12), { authTagLength: 16 });
  decipher.setAuthTag(bytes.subarray(-16));
  return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]);
}

const checkName = "key-check";

/** Whether a store was made with this key. A store without a mark yet gets one, and the key is then its own. */
export async function keyFits(store: Store, key: Buffer): Promise<boolean> {
  await store.insertProperty(checkName, seal(key, Buffer.from(checkName)));
  try {
    return unseal(key, (await store.property(checkName)) ?? "").toString() === checkName;
  } catch {
    return false;
  }
}
