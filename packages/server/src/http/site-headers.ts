/** Headers of every response below the site itself, whose contents are secrets of one user or one application. */
export function siteHeaders(site: string): Readonly<Record<string, string>> {
  return {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "deny",
    ...(site.startsWith("https:") ? { "Strict-Transport-Security": "max-age=31536000; includeSubdomains" } : {}),
  };
}
