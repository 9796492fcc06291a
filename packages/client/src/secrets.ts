/** Fields that hold a secret: of credentials, headers, path parameters and bodies. */
const fields = ["password", "token", "clientSecret", "client_secret", "access_token", "x-github-otp", "authorization"];

/** Secrets in objects. That of an `authorization` header is the part after the scheme. */
function secretsIn(objects: readonly unknown[]): string[] {
  const values = objects.flatMap((object) => fields.map((field) => `${Object(object)[field] ?? ""}`));
  return values.map((value) => value.replace(/^(Basic|Bearer) /, ""));
}

/** Takes secrets out of every text in a value. */
export function redact<T>(value: T, objects: readonly unknown[]): T {
  // The longest first: one may be a part of another.
  const known = secretsIn(objects)
    .map((secret) => secret.trim())
    .flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret.toWellFormed())])
    .filter(Boolean)
    .sort((left, right) => right.length - left.length);
  return JSON.parse(JSON.stringify(value), (_, part) =>
    typeof part === "string" ? known.reduce((text, secret) => text.replaceAll(secret, "[REDACTED]"), part) : part,
  );
}
