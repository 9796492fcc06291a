import { domainToASCII, domainToUnicode } from "node:url";

const namePattern = /^[a-z0-9._-]+(?::\d*)?$/i;
const ipv6Pattern = /^\[[0-9a-f:.]+\](?::\d*)?$/i;

/**
 * Validates a Host header: host and optional port (RFC 9112, section 3.2). It is as strict as the URL parser, which
 * refuses numbers that look like an IPv4 address, and stricter where that parser would rewrite the host.
 */
export function isValidHost(host: string): boolean {
  if (!namePattern.test(host) && !ipv6Pattern.test(host)) return false;
  const url = `http://${host}/`;
  if (!URL.canParse(url)) return false;
  const name = host.toLowerCase().replace(/:\d*$/, "");
  return host.startsWith("[") || (new URL(url).hostname === name && isInternationalized(name));
}

/** Validates the labels of a name that stand for others in Unicode. From Node 24 on the URL parser takes any. */
function isInternationalized(name: string): boolean {
  if (!name.includes("xn--")) return true;
  const unicode = domainToUnicode(name);
  return !/(?:^|\.)xn--/.test(unicode) && domainToASCII(unicode) === name;
}

/** Finds Host in raw headers, names and values in turns. Repeated headers are joined, which makes them invalid. */
export function findHost(rawHeaders: readonly string[]): string | undefined {
  let host: string | undefined;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const header = rawHeaders[index];
    if (header?.length !== 4 || header.toLowerCase() !== "host") continue;
    const value = rawHeaders[index + 1] ?? "";
    host = host === undefined ? value : `${host}, ${value}`;
  }
  return host;
}
