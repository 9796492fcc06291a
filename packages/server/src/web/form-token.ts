import { createHmac, timingSafeEqual } from "node:crypto";

/** Name of the hidden field with the token. */
export const formTokenField = "authenticity_token";

/**
 * Token of a form against cross-site request forgery. It is bound to the browser's session id, which no page can read,
 * and to what the form does: its path, and the values that the user decides about.
 */
export function createFormToken(sessionId: string, ...action: readonly string[]): string {
  return createHmac("sha256", sessionId).update(JSON.stringify(action)).digest("base64url");
}

/** Compares in constant time. */
export function isFormToken(token: string | undefined, sessionId: string, ...action: readonly string[]): boolean {
  const expected = Buffer.from(createFormToken(sessionId, ...action));
  const sent = Buffer.from(token ?? "");
  return sent.length === expected.length && timingSafeEqual(sent, expected);
}
