import { readText, refuseUnstorableText } from "./body.js";
import { refuseShape } from "./reason.js";
import { isPercentEncoded, rawQuery } from "./url.js";

/** Parameters of a query or a form, each at most once. */
export type Parameters = ReadonlyMap<string, string>;

/** Reads the query of a URL. Refuses a parameter that is there twice (RFC 6749, section 3.1). */
export function readQuery(url: string): Parameters {
  return parseForm(rawQuery(url), "The query");
}

/** Reads a form of the type `application/x-www-form-urlencoded`, with the same rules. */
export async function readForm(request: Request): Promise<Parameters> {
  return parseForm(await readText(request), "The body");
}

/** Parses a text of the type `application/x-www-form-urlencoded`. An empty value counts as left out. */
export function parseForm(text: string, place: string): Parameters {
  if (!isPercentEncoded(text)) refuseShape(`${place} is not percent-encoded UTF-8.`);
  const parameters = new Map<string, string>();
  const names = new Set<string>();
  for (const [name, value] of new URLSearchParams(text)) {
    refuseUnstorableText("name", name);
    refuseUnstorableText(name.slice(0, 100), value);
    if (names.has(name)) refuseShape(`${place} has the parameter ${name.slice(0, 100)} more than once.`);
    names.add(name);
    if (value !== "") parameters.set(name, value);
  }
  return parameters;
}
