import { hash } from "node:crypto";
import { Refusal } from "../domain/refusal.js";
import type { HttpReason } from "./reason.js";

/** Validators of a response (RFC 9110, section 8.8): a tag of its content, and the time of its last change if known. */
export interface Validators {
  /** Without the quotes, and without a mark for weakness. */
  readonly tag: string;
  readonly lastModified: Date | undefined;
}

/** Validators of a body and its JSON text. `modified` says that its `updated_at` is the time of its last change. */
export function validatorsOf(body: unknown, modified: boolean, json: string): Validators {
  const updatedAt = modified ? (body as { updated_at?: string }).updated_at : undefined;
  return {
    tag: hash("sha256", json),
    lastModified: updatedAt === undefined ? undefined : new Date(updatedAt),
  };
}

/**
 * True for a GET or HEAD whose client has a current copy. `If-None-Match` goes before `If-Modified-Since`; a header
 * that cannot be read counts as none.
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-13
 */
export function isNotModified({ method, headers }: Request, { tag, lastModified }: Validators): boolean {
  if (method !== "GET" && method !== "HEAD") return false;
  const tags = readTags(headers.get("if-none-match"));
  if (tags) return tags === "*" || tags.includes(tag);
  const since = readDate(headers.get("if-modified-since"));
  return since !== undefined && lastModified !== undefined && lastModified.getTime() <= since;
}

/** True when a request has a precondition. */
export function hasPreconditions({ headers }: Request): boolean {
  return headers.has("if-match") || headers.has("if-unmodified-since");
}

/**
 * Refuses a change whose preconditions do not hold for the object as it is now. The tags we send as weak name every
 * byte, so that `If-Match` takes them. `If-None-Match` is ignored, as GitHub does: clients cache by URL and send it
 * with a DELETE as well.
 */
export function requirePreconditions({ headers }: Request, state: Validators): void {
  const match = readTags(headers.get("if-match"));
  const unmodifiedSince = readDate(headers.get("if-unmodified-since"));
  const isNamed = (tags: "*" | readonly string[]) => tags === "*" || tags.includes(state.tag);
  const fails =
    (headers.has("if-match") && !(match && isNamed(match))) ||
    (match === undefined && unmodifiedSince !== undefined && isLater(state.lastModified, unmodifiedSince));
  if (fails) throw new Refusal<HttpReason>({ code: "precondition-failed" });
}

function isLater(date: Date | undefined, than: number): boolean {
  return date !== undefined && date.getTime() > than;
}

/** The tags of a list, `*`, or nothing when there is no header or it cannot be read. */
function readTags(header: string | null): "*" | readonly string[] | undefined {
  if (header === null) return undefined;
  if (header === "*") return "*";
  if (!/^\s*(W\/)?"[^"]*"\s*(,\s*(W\/)?"[^"]*"\s*)*$/.test(header)) return undefined;
  return [...header.matchAll(/"([^"]*)"/g)].map(([, tag]) => tag ?? "");
}

const httpDates = [
  /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/,
  /^[A-Z][a-z]+day, \d\d-[A-Z][a-z]{2}-\d\d \d\d:\d\d:\d\d GMT$/,
  /^[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \d{4}$/,
];

/** An HTTP-date in one of the three forms of RFC 9110, section 5.6.7; anything else counts as none. */
function readDate(header: string | null): number | undefined {
  const text = header ?? "";
  if (!httpDates.some((form) => form.test(text))) return undefined;
  const time = Date.parse(text.endsWith("GMT") ? text : `${text} GMT`);
  return Number.isNaN(time) ? undefined : time;
}
