/** Stands where a secret was. */
export const mask = "***";

/**
 * A text without what looks like a secret of ours: a token, a client secret, the user and the password of an address. For
 * texts that others wrote; what is known to be a secret never comes this far.
 */
export function withoutSecrets(text: string): string {
  return text.replaceAll(/\bgh[a-z]_\w+|\b[0-9a-f]{40,}\b|(?<=:\/\/)[^/\s]*@/gi, mask);
}
