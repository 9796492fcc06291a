import { ClientError, retryAfterOf } from "./errors.js";
import { headersOf } from "./request.js";

/**
 * Parses the JSON body of a response; `undefined` where an error or a 204 has none. Throws a `ClientError` for a body
 * that is not JSON. `text` may have been parsed already.
 */
export function parseBody(name: string, { status, headers }: Response, text: unknown): unknown {
  if (typeof text !== "string") return text;
  if (!text && status !== 200 && status !== 201) return undefined;
  try {
    const body: unknown = JSON.parse(text);
    if (/\bjson\b/.test(headers.get("content-type") ?? "")) return body;
  } catch {
    // The runtime's message about broken JSON repeats a part of it, which may be a token.
  }
  const details = { status, retryAfter: retryAfterOf(headersOf(headers)) };
  throw new ClientError("invalid-response", `${name}: ${status} with a body that is not JSON`, details);
}
