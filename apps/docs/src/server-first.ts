/**
 * Description, as JSON or YAML, with one server before those that it has: tools use the first one. `url` is the address
 * of the API.
 */
export function serverFirst(text: string, url: string): string {
  const address = JSON.stringify(url);
  return text
    .replace(/^ {2}"servers": \[$/m, (start) => `${start}\n    { "url": ${address}, "description": "This server." },`)
    .replace(/^servers:$/m, (start) => `${start}\n  - url: ${address}\n    description: This server.`);
}
