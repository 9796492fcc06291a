/** Names that responses add to a redirect URI. One that already has them would make two values of the same name. */
const responseParameters = ["code", "state", "error", "error_description", "error_uri", "iss"];

const forbiddenSchemes = new Set(["javascript:", "data:", "vbscript:", "file:", "blob:", "about:", "view-source:"]);
const loopbackHosts = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * Finds the address that a response goes to. Without `requested` it is the first registered URL. One URL is matched as
 * Enterprise Server does: scheme and port are equal, the host is equal or a subdomain, the path is equal or below.
 * Several URLs, which only GitHub Apps have, are matched exactly. The port of a loopback address is free (RFC 8252,
 * section 7.3). Returns `undefined` when nothing matches.
 */
export function matchRedirectUri(registered: readonly string[], requested: string | undefined): URL | undefined {
  if (requested === undefined) return registered[0] === undefined ? undefined : parseRedirectUri(registered[0]);
  const wanted = parseRedirectUri(requested);
  if (!wanted) return undefined;
  const matches = registered.length > 1 ? matchesExactly : matchesBelow;
  const found = registered.some((text) => {
    const allowed = parseRedirectUri(text);
    return allowed !== undefined && matches(allowed, wanted);
  });
  return found ? wanted : undefined;
}

/**
 * Parses an address that a browser may be redirected to. Returns `undefined` for one that programs read in different
 * ways: with user information, backslashes, control characters, a fragment or encoded dot segments; for one whose
 * scheme runs a script; and for one whose query has parameters that responses add.
 */
export function parseRedirectUri(text: string): URL | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is refused.
  if (text.length > 2048 || /[\u0000-\u0020\u007f-\uffff\\#<>"^`{|}]/.test(text)) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || forbiddenSchemes.has(url.protocol)) return undefined;
  // The authority is compared as text, too: `user@` without a name leaves no trace in a parsed URL.
  const [, authority = ""] = /^[a-z][a-z0-9+.-]*:\/\/([^/?]*)/i.exec(text) ?? [];
  if (authority.includes("@") || url.username !== "" || url.password !== "") return undefined;
  if (isWeb(url) && !/^https?:\/\/[^/]/i.test(text)) return undefined;
  if (hasHiddenSegments(url.pathname)) return undefined;
  if (responseParameters.some((name) => url.searchParams.has(name))) return undefined;
  return url;
}

/** True for http and https; any other scheme belongs to a program on the user's device. */
export function isWeb({ protocol }: URL): boolean {
  return protocol === "http:" || protocol === "https:";
}

/** Adds the parameters of a response to a redirect URI, whose own query stays as it is. */
export function withParameters({ href }: URL, parameters: Readonly<Record<string, string | undefined>>): string {
  const added = Object.entries(parameters).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  return `${href}${href.includes("?") ? "&" : "?"}${added.join("&")}`;
}

function matchesExactly(allowed: URL, wanted: URL): boolean {
  if (!loopbackHosts.has(allowed.hostname)) return allowed.href === wanted.href;
  return withoutPort(allowed) === withoutPort(wanted);
}

function withoutPort({ href }: URL): string {
  const copy = new URL(href);
  copy.port = "";
  return copy.href;
}

function matchesBelow(allowed: URL, wanted: URL): boolean {
  if (!isWeb(allowed)) return allowed.href === wanted.href;
  const isLoopback = loopbackHosts.has(allowed.hostname);
  return (
    allowed.protocol === wanted.protocol &&
    (isLoopback || allowed.port === wanted.port) &&
    (allowed.hostname === wanted.hostname || (!isLoopback && isSubdomain(wanted.hostname, allowed.hostname))) &&
    isPathBelow(wanted.pathname, allowed.pathname)
  );
}

/** An IP address has no subdomains. */
function isSubdomain(hostname: string, parent: string): boolean {
  return /[a-z]/i.test(parent) && !parent.startsWith("[") && hostname.endsWith(`.${parent}`);
}

function isPathBelow(path: string, parent: string): boolean {
  const folder = parent.replace(/\/+$/, "");
  return path === folder || path.startsWith(`${folder}/`);
}

/** True for a path with encoded slashes, backslashes or dot segments, however often they are encoded. */
function hasHiddenSegments(pathname: string): boolean {
  if (/%(?![0-9a-f]{2})/i.test(pathname)) return true;
  let path = pathname;
  // A percent sign that was encoded may be left, and begins no further encoding.
  for (let round = 0; /%[0-9a-f]{2}/i.test(path); round += 1) {
    if (round === 3 || /%(?:2f|5c|00)/i.test(path)) return true;
    try {
      path = path.replaceAll(/(?:%[0-9a-f]{2})+/gi, (encoded) => decodeURIComponent(encoded));
    } catch {
      return true;
    }
  }
  return path.split("/").some((segment) => /^\.{1,2}(?:;|$)/.test(segment));
}
