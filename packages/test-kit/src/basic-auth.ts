/**
 * Value of the Authorization header for Basic (RFC 7617).
 * @param name login or client id
 * @param password password or client secret; characters beyond Latin-1 are encoded in UTF-8
 */
export function basicAuth(name: string, password: string): string {
  const bytes = new TextEncoder().encode(`${name}:${password}`);
  return `Basic ${btoa(String.fromCharCode(...bytes))}`;
}
