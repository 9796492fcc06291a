/** Fields that hold a secret: of credentials, headers, path parameters and bodies. */
const fields = ["password", "token", "clientSecret", "client_secret", "access_token", "x-github-otp", "authorization"];

/** Takes secrets that are in objects out of every text in a value, of which some keys can be selected. */
export function redact<T>(value: T, objects: readonly unknown[], keys?: string[]): T {
  const known = objects
    .flatMap((object) => fields.map((field) => `${Object(object)[field] ?? ""}`))
    // Of an `authorization` header, the part after the scheme.
    .map((secret) => secret.replace(/^(Basic|Bearer) /, "").trim())
    .flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret.toWellFormed())])
    .filter(Boolean)
    // The longest first: one may be a part of another.
    .sort((left, right) => right.length - left.length);
  return JSON.parse(JSON.stringify(value, keys), (_, part) =>
    typeof part === "string" ? known.reduce((text, secret) => text.replaceAll(secret, "[REDACTED]"), part) : part,
  );
}
