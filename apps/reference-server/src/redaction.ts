import { type OperationId, operationTable } from "@grantbook/contract";

/** Replacement of a secret. */
export const mask = "***";

/** Masks what looks like a secret of ours in any text: a token, a client secret, the user and password of a URL. */
export function redactSecrets(text: string): string {
  return text.replaceAll(/\bgh[a-z]_\w+|\b[0-9a-f]{40,}\b|(?<=:\/\/)[^/\s]*@/gi, mask);
}

// Only parts of a request that the description declares are shown. Anything else could be a secret in the wrong place.

const secretNames = new Set(["access_token", "client_secret"]);
const visibleHeaders = new Set([
  "accept",
  "accept-encoding",
  "content-length",
  "content-type",
  "host",
  "if-match",
  "if-modified-since",
  "if-none-match",
  "if-unmodified-since",
  "user-agent",
  "x-github-api-version",
]);

/** Redacts a path: the values of its parameters stay, except secrets. */
export function redactPath(pathname: string, operationId: OperationId | undefined): string {
  const template = operationId && operationTable[operationId].path.split("/");
  const segments = pathname.split("/");
  const offset = template ? segments.length - template.length : 0;
  return segments
    .map((segment, index) => {
      const part = template?.[index - offset] ?? "";
      if (part === "{access_token}") return mask;
      // Names are short; a long segment of an unknown path may be a token.
      return template || /^[A-Za-z0-9_.-]{0,19}$/.test(segment) ? redactSecrets(segment) : mask;
    })
    .join("/");
}

/** Redacts a query: the values of described parameters stay. */
export function redactQuery(
  search: URLSearchParams,
  operationId: OperationId | undefined,
): Readonly<Record<string, string>> {
  const known = new Set<string>(operationId && operationTable[operationId].parameters.query);
  return Object.fromEntries(
    [...search].map(([name, value]) => (known.has(name) ? [name, redactSecrets(value)] : [mask, mask])),
  );
}

/** Redacts headers: the scheme of the credentials stays, and the values of a few other headers. */
export function redactHeaders(headers: Headers): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...headers].map(([name, value]) => {
      if (name === "authorization") return [name, `${/^(basic|bearer|token) /i.exec(value)?.[0] ?? ""}${mask}`];
      return [name, visibleHeaders.has(name) ? redactSecrets(value) : mask];
    }),
  );
}

/** Redacts a JSON body: the values of described keys stay. Returns `undefined` for anything but a JSON object. */
export function redactBody(text: string, operationId: OperationId | undefined): unknown {
  const known = new Set<string>(operationId && operationTable[operationId].body);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => {
      if (!known.has(name)) return [mask, mask];
      return [name, secretNames.has(name) ? mask : redactValue(item, maxDepth)];
    }),
  );
}

/** Limits on what is shown of a value: levels, entries per level, and characters of a text. */
const maxDepth = 4;
const maxEntries = 100;
const maxText = 1000;

/** Redacts a JSON value, which may be nested as deep as the body is long. */
function redactValue(value: unknown, depth: number): unknown {
  if (typeof value === "string") return redactSecrets(value.slice(0, maxText));
  if (typeof value !== "object" || value === null) return value;
  if (depth === 0) return mask;
  if (Array.isArray(value)) return value.slice(0, maxEntries).map((item) => redactValue(item, depth - 1));
  const entries = Object.entries(value).slice(0, maxEntries);
  return Object.fromEntries(
    entries.map(([name, item]) => [redactSecrets(name.slice(0, maxText)), redactValue(item, depth - 1)]),
  );
}
