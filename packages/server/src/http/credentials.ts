import type { Credentials } from "../auth/identify.js";

/** Keeps a byte order mark: it is a character of the name, as any other. */
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * Parses an Authorization header. The scheme is compared without case (RFC 9110, section 11.1). A header
 * that was sent twice reaches us joined by a comma, which base 64 does not have, so that it is refused.
 * @see https://www.rfc-editor.org/rfc/rfc7617
 */
export function parseCredentials(header: string | null): Credentials {
  if (header === null) return { scheme: "none" };
  const [, scheme = "", value = ""] = /^(\S+) +(\S+) *$/.exec(header) ?? [];
  switch (scheme.toLowerCase()) {
    case "bearer":
    case "token":
      return { scheme: "token", token: value };
    case "basic":
      return basicCredentials(value);
    default:
      return { scheme: "unreadable" };
  }
}

function basicCredentials(value: string): Credentials {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(value)) return { scheme: "unreadable" };
  let text: string;
  try {
    text = decoder.decode(Buffer.from(value, "base64"));
  } catch {
    return { scheme: "unreadable" };
  }
  const colon = text.indexOf(":");
  if (colon < 0 || text.includes("\0")) return { scheme: "unreadable" };
  return { scheme: "basic", name: text.slice(0, colon), password: text.slice(colon + 1) };
}
