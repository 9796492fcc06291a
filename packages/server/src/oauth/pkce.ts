import { createHash, timingSafeEqual } from "node:crypto";
import { OAuthError } from "./errors.js";

/**
 * Reads the challenge of an authorization request: `null` without one. Refuses any method but S256, and one parameter
 * without the other.
 * @see https://www.rfc-editor.org/rfc/rfc7636#section-4.3
 */
export function parseChallenge(challenge: string | undefined, method: string | undefined): string | null {
  if (challenge === undefined && method === undefined) return null;
  if (challenge === undefined) throw new OAuthError("invalid_request", "The code_challenge is missing.");
  if (method !== "S256") throw new OAuthError("invalid_request", "The code_challenge_method must be S256.");
  if (!/^[A-Za-z0-9_-]{43}$/.test(challenge)) {
    throw new OAuthError("invalid_request", "The code_challenge must have 43 characters of base 64 for URLs.");
  }
  return challenge;
}

/**
 * Tells whether a verifier belongs to a challenge. A verifier without a challenge does not, nor does a challenge
 * without a verifier: neither can be left out on the way (RFC 9700, section 4.8.2).
 */
export function isVerified(challenge: string | null, verifier: string | undefined): boolean {
  if (challenge === null || verifier === undefined) return challenge === null && verifier === undefined;
  if (!/^[A-Za-z0-9._~-]{43,128}$/.test(verifier)) return false;
  const digest = createHash("sha256").update(verifier).digest("base64url");
  return timingSafeEqual(Buffer.from(digest), Buffer.from(challenge));
}
