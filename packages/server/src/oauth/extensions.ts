/** Standards that GitHub's Enterprise Server does not have; each is off by default. */
export const oauthExtensions = [
  "metadata",
  "iss",
  "revocation",
  "introspection",
  "standard-errors",
  "redirect-mismatch",
] as const;

/**
 * Extension of the flows: authorization server metadata (RFC 8414), the issuer in redirects (RFC 9207), token
 * revocation (RFC 7009), token introspection (RFC 7662), error codes and statuses of RFC 6749, and a redirect to the
 * registered URL when the `redirect_uri` does not match, as GitHub's documentation has it.
 */
export type OAuthExtension = (typeof oauthExtensions)[number];

/** Issuer of a server, as clients of GitHub expect it. */
export function issuerOf(site: string): string {
  return `${site}/login/oauth`;
}
