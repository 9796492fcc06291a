/** Fields that hold a secret, of credentials, and of the path, the headers and the body of a request. */
const fields = ["password", "clientSecret", "client_secret", "access_token", "x-github-otp"];

/** The secrets in some objects. */
export function secretsIn(...objects: readonly unknown[]): string[] {
  return objects.flatMap((object) => fields.map((field) => Object(object)[field] ?? ""));
}

/** Takes secrets out of every text in a value. */
export function redacted<T>(value: T, secrets: readonly string[]): T {
  // The longest first: one may be a part of another.
  const known = secrets
    .map((secret) => `${secret}`.trim())
    .flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret.toWellFormed())])
    .filter(Boolean)
    .sort((left, right) => right.length - left.length);
  return JSON.parse(JSON.stringify(value), (_, part) =>
    typeof part === "string" ? known.reduce((text, secret) => text.replaceAll(secret, "[REDACTED]"), part) : part,
  );
}
