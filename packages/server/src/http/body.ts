import { description } from "@grantbook/contract/description";
import { Refusal } from "../domain/refusal.js";
import { type HttpReason, refuseShape } from "./reason.js";

const limit = description["x-body-limit"];
const decoder = new TextDecoder("utf-8", { fatal: true });

/**
 * Reads the JSON object of a body; no body counts as an object without keys. Ignores the content type, because GitHub
 * takes JSON under any, as `curl -d` sends it. Reading stops at the limit of the description. Refuses a content coding
 * other than `identity` (RFC 9110, section 8.4). `onText` receives the text before it is parsed.
 */
export async function readJsonObject(
  request: Request,
  onText?: (text: string) => void,
): Promise<Record<string, unknown>> {
  const text = await readText(request);
  onText?.(text);
  return text === "" ? {} : parseJsonObject(text);
}

/** Parses a JSON object, whose texts can be stored. */
export function parseJsonObject(text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Refusal<HttpReason>({ code: "json-unreadable" });
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new Refusal<HttpReason>({ code: "body-not-an-object" });
  }
  // Neither UTF-8 nor JSON lets such text in as it is: only an escape can stand for it.
  const place = text.includes("\\u") ? unstorable(value, "") : undefined;
  if (place !== undefined) refuseUnstorable(`For 'properties${place.slice(0, 100).toWellFormed()}'`);
  return value as Record<string, unknown>;
}

/** Reads a body as UTF-8, with the same limit. */
export async function readText(request: Request): Promise<string> {
  refuseContentEncoding(request.headers.get("content-encoding"));
  return decode(await readBytes(request));
}

function refuseContentEncoding(header: string | null): void {
  if (header === null) return;
  const codings = header.split(",").map((coding) => coding.trim().toLowerCase());
  if (codings.some((coding) => coding !== "" && coding !== "identity")) {
    throw new Refusal<HttpReason>({ code: "content-encoded" });
  }
}

/** Refuses text that a database would not give back as it was: U+0000, or half of a surrogate pair. */
export function refuseUnstorableText(name: string, text: string): void {
  if (isUnstorable(text)) refuseUnstorable(`For '${name}'`);
}

function refuseUnstorable(where: string): never {
  refuseShape(`${where}, U+0000 and unpaired surrogates are not allowed.`);
}

function isUnstorable(text: string): boolean {
  return text.includes("\0") || !text.isWellFormed();
}

/** Where in a JSON value there is such text; keys count. Deeper values than a description can have are not entered. */
function unstorable(value: unknown, place: string, depth = 0): string | undefined {
  if (typeof value === "string") return isUnstorable(value) ? place : undefined;
  if (depth > 3) return undefined;
  for (const [key, item] of Object.entries(Object(value))) {
    if (isUnstorable(key)) return place;
    const found = unstorable(item, `${place}/${key}`, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

function decode(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new Refusal<HttpReason>({ code: "json-unreadable" });
  }
}

/** A body whose length is known is read at once, which costs a tenth of reading a stream; any other until the limit. */
async function readBytes(request: Request): Promise<Uint8Array> {
  const declared = request.headers.get("content-length");
  if (Number(declared) > limit) throw new Refusal<HttpReason>({ code: "content-too-large" });
  let bytes: Uint8Array | undefined;
  try {
    bytes = declared === null ? await readStream(request) : new Uint8Array(await request.arrayBuffer());
  } catch {
    // The client went away in the middle of it.
    throw new Refusal<HttpReason>({ code: "json-unreadable" });
  }
  if (bytes === undefined || bytes.byteLength > limit) throw new Refusal<HttpReason>({ code: "content-too-large" });
  return bytes;
}

/** Gives nothing when there is more than the limit. */
async function readStream(request: Request): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of (request.body ?? []) as unknown as AsyncIterable<Uint8Array>) {
    length += chunk.byteLength;
    if (length > limit) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
