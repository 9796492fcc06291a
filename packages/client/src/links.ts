/** Finds the target of a relation in a Link header (RFC 8288). */
export function parseLink(relation: string, link: string | null | undefined): string | undefined {
  return RegExp(`<([^<>]*)>\\s*;[^<]*\\brel="?${relation}\\b`).exec(link ?? "")?.[1];
}
