import { type OperationId, type Parameter, resolveRef, type Schema } from "@grantbook/contract";
import { describeOperation, description } from "@grantbook/contract/description";
import { type Engine, engines } from "@grantbook/test-kit/engines";
import { runCount } from "@grantbook/test-kit/random";
import fc from "fast-check";

/** Runs with an engine: all with the first, a fifth with the others, as most random requests never reach the store. */
export function runsWith(engine: Engine, most: number): number {
  return runCount(engine === engines[0] ? most : most / 5);
}

/**
 * A request as it is written down. A name in tildes stands for what the server has under it, and is put in when the
 * request is sent: ids and tokens are others in every run.
 */
export interface WrittenRequest {
  readonly method: string;
  /** Path below the base address, with the query. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array<ArrayBuffer> | null;
}

/** Parameters and keys of bodies that the server has a value for. With `another_` in front it is another user's. */
const placeholderNames = [
  "access_token",
  "authorization_id",
  "client_id",
  "client_secret",
  "grant_id",
  "target",
] as const;
/** Values of the names in tildes. */
export type Placeholders = Readonly<
  Record<(typeof placeholderNames)[number] | `another_${(typeof placeholderNames)[number]}`, string>
>;
const known: readonly string[] = placeholderNames;
const scopeNames = Object.keys(description["x-scopes"]);
const scopeLists: readonly string[] = ["scopes", "add_scopes", "remove_scopes"];

const often = <T>(arbitrary: fc.Arbitrary<T>) => ({ weight: 10, arbitrary });
const seldom = <T>(arbitrary: fc.Arbitrary<T>) => ({ weight: 1, arbitrary });

/** Often the one and seldom the other; never the other where only what fits is wanted. */
function mostly<T, U>(one: fc.Arbitrary<T>, other: fc.Arbitrary<U>, fits = false): fc.Arbitrary<T | U> {
  return fits ? one : fc.oneof<fc.WeightedArbitrary<T | U>[]>(often(one), seldom(other));
}

/** Text of all sorts: any characters, halves of surrogate pairs, U+0000, line ends, too much of it. */
export const anyText = fc.oneof(
  fc.string(),
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: "binary" }),
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) }),
  fc
    .tuple(fc.constantFrom("x", "é", "😀", " "), fc.constantFrom(20, 21, 40, 41, 254, 255, 256, 2048, 2049))
    .map(([unit, length]) => unit.repeat(length)),
  fc.constantFrom("", "\0", "a\0b", "\ud800", "\udc00x", "\ufeff", "a\r\nx-evil: 1"),
  fc.constantFrom("__proto__", "' OR 1=1 --", "a/b", "%2f", "%25%", "%zz%41", "\\", "a b+c", "?x=y#z"),
);

/** Numbers as JSON or a query may have them, most of them odd. */
const numbers = fc.oneof(
  fc.integer().map(String),
  fc.constantFrom("0", "1", "2", "100", "101", "-1", "-0", "0.5", "1e3", "1E+2", "1e400", "-1e400", "5e-324"),
  fc.constantFrom("9007199254740993", "9223372036854775808", "1".repeat(400)),
);

/** Identifiers that are none, or nobody's. */
const oddIds = fc.constantFrom("01", "+1", "1e3", "-1", "0", "1.0", "0x1", "9007199254740993", "9".repeat(400), "NaN");

/** Pieces of a path as they are, without being encoded. */
const oddSegments = fc.oneof(
  fc.constantFrom("", ...".. . %2e%2e ..%2f %2f a%2fb %00 % %zz %ff %c0%af ; ~ a:b \\".split(" ")),
  oddIds,
  anyText.map((text) => text.replace(/[?#]/g, "")),
);

/** Text that a header can have. */
export const printable = fc.string({
  unit: fc
    .oneof(fc.integer({ min: 0x20, max: 0x7e }), fc.integer({ min: 0xa0, max: 0xff }))
    .map((code) => String.fromCharCode(code)),
});

/** A written text with its placeholders filled in. */
export function fillPlaceholders(text: string, things: Placeholders): string {
  return Object.entries(things).reduce((filled, [name, thing]) => filled.replaceAll(`~${name}~`, thing), text);
}

/** The plain text of a value of this name: one that fits, or also any other. */
function textOf(name: string, schema: Schema, fits: boolean): fc.Arbitrary<string> {
  if (known.includes(name)) {
    const others = fc.oneof(fc.constantFrom(`~another_${name}~`, `0~${name}~`, `~${name}~ `), oddIds, anyText);
    return mostly(fc.constant(`~${name}~`), others, fits);
  }
  if (schema.enum) return mostly(fc.constantFrom(...(schema.enum as string[])), anyText, fits);
  if (scopeLists.includes(name)) return mostly(fc.constantFrom(...scopeNames), anyText, fits);
  if (schema.type === "integer") return mostly(fc.nat({ max: 120 }).map(String), fc.oneof(numbers, anyText), fits);
  if (schema.pattern !== undefined) return mostly(fc.webUrl(), anyText, fits);
  return fits ? fc.string({ minLength: 1, maxLength: 20, unit: "grapheme" }) : anyText;
}

/** JSON of a schema, as text and not as a value, so that it can be what no value can be. */
function jsonOf(name: string, declared: Schema, fits: boolean): fc.Arbitrary<string> {
  const schema = resolveRef<Schema>(description, declared);
  const type = [schema.type].flat()[0];
  if (type === "object") return objectOf(schema, fits);
  if (type === "integer") return mostly(fc.integer({ min: 1, max: 4 }).map(String), fc.oneof(numbers, oddJson), fits);
  if (type !== "array") return mostly(textOf(name, schema, fits).map(quoted), oddJson, fits);
  const item = jsonOf(name, schema.items as Schema, fits);
  const tooMany = fc.tuple(item, fc.constantFrom(100, 101, 501)).map(([json, length]) => Array(length).fill(json));
  return mostly(mostly(fc.array(item, { maxLength: 4 }), tooMany, fits).map(listed), oddJson, fits);
}

const quoted = (text: string) => JSON.stringify(text);
const listed = (items: readonly string[]) => `[${items}]`;
const nested = (depth: number) =>
  fc.constantFrom("[".repeat(depth) + "]".repeat(depth), `${'{"":'.repeat(depth)}1${"}".repeat(depth)}`);

const oddJson: fc.Arbitrary<string> = fc.oneof(
  fc.json(),
  numbers,
  nested(5),
  nested(10_000),
  anyText.map(quoted),
  fc.constantFrom("null", "true", "{}", "[]", '{"__proto__":{"polluted":true}}'),
);

const extraKeys = fc.oneof(
  fc.constantFrom("__proto__", "constructor", "prototype", "toString", "hasOwnProperty"),
  fc.constantFrom("id", "user_id", "user", "app", "token", "hashed_token", "created_at", "expires_at", "origin"),
  anyText,
);
const polluting = fc.constantFrom('{"polluted":true}', '{"prototype":{"polluted":true}}');

function objectOf({ properties = {}, required = [] }: Schema, fits: boolean): fc.Arbitrary<string> {
  const keys = Object.entries(properties as Record<string, Schema>).map(([name, schema]) => {
    const pair = jsonOf(name, schema, fits).map((json) => [`${quoted(name)}:${json}`]);
    const without = fc.constant([]);
    return (required as readonly string[]).includes(name) ? mostly(pair, without, fits) : fc.oneof(pair, without);
  });
  const extra = fc.tuple(extraKeys, fc.oneof(polluting, oddJson)).map(([key, json]) => [`${quoted(key)}:${json}`]);
  return fc.tuple(...keys, mostly(fc.constant([]), extra, fits)).map((pairs) => `{${pairs.flat()}}`);
}

/** Bodies that are no JSON object, or just about as long as a body may be. */
const oddBodies = fc.oneof(
  fc.uint8Array({ maxLength: 200 }).map((bytes) => new Uint8Array(bytes)),
  oddJson,
  fc.constantFrom("", "{", '{"note":', '\ufeff{"note":"n"}', "note=n&scopes=repo", '{"note":"n"}{}', "{'note':'n'}"),
  fc
    .tuple(fc.integer({ min: -2, max: 2 }), fc.constantFrom(" ", "é"))
    .map(([more, unit]) => `{"note":"${unit}"}`.padEnd(description["x-body-limit"] + more)),
);

/** Requests for an operation, from its description: mostly of the right shape, and some of any other. */
export function requestsFor(id: OperationId): fc.Arbitrary<WrittenRequest> {
  const { method, path, parameters, body } = describeOperation(id);
  const schema = body?.schema;
  const described = schema && fc.oneof(jsonOf("", schema, true), jsonOf("", schema, false));
  const undescribed = method === "GET" ? fc.constant(null) : fc.option(oddBodies, { freq: 2 });
  const bodies = described ? mostly(described, oddBodies) : undescribed;
  return fc
    .tuple(pathOf(path, parameters), queryOf(parameters), headersOf(parameters), bodies)
    .map(([sent, query, headers, content]) => ({ method, target: sent + query, headers, body: content }));
}

function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

/** A path, its parameters filled in; some with what is no segment of a path, and some bent as a whole. */
function pathOf(template: string, parameters: readonly Parameter[]): fc.Arbitrary<string> {
  const segments = template.split("/").map((segment) => {
    const parameter = parameters.find(({ name }) => segment === `{${name}}`);
    if (!parameter) return fc.constant(segment);
    return mostly(textOf(parameter.name, parameter.schema, false).map(encoded), oddSegments);
  });
  const path = fc.tuple(...segments).map((parts) => parts.join("/"));
  const pieces = fc.constantFrom(..."/ // /./ /.. /../ /%2e%2e/ %2f %00 .json".split(" "));
  const bent = fc.oneof(fc.tuple(pieces, path), fc.tuple(path, pieces)).map((parts) => parts.join(""));
  return mostly(path, bent);
}

/** A query: parameters left out, repeated, of other names, and pieces that are no query. */
function queryOf(parameters: readonly Parameter[]): fc.Arbitrary<string> {
  const declared = parameters.filter((parameter) => parameter.in === "query");
  const pair = (name: string, values: fc.Arbitrary<string>) => values.map((value) => `${name}=${encoded(value)}`);
  const odd = fc.oneof(
    ...["__proto__", "page[]", "client_id[]", "%zz"].map((name) => pair(name, anyText)),
    anyText.map((text) => text.replaceAll("#", "")),
  );
  const fitting = declared.map(({ name, schema }) => pair(name, textOf(name, schema, false)));
  const pairs = fc.array(fc.oneof(...fitting.map(often), seldom(odd)), { maxLength: 3 });
  const queries = pairs.map((all) => (all.length === 0 ? "" : `?${all.join("&")}`));
  return declared.length > 0 ? queries : mostly(fc.constant(""), queries);
}

/** Headers of the description, each left out more often than not. */
function headersOf(parameters: readonly Parameter[]): fc.Arbitrary<Record<string, string>> {
  const declared = parameters.filter((parameter) => parameter.in === "header");
  const entries = declared.map(({ name, schema }) => {
    const fitting = schema.enum
      ? fc.constantFrom(...(schema.enum as string[]))
      : fc.constantFrom("*", '"x"', 'W/"x", "y"', "application/json", "Fri, 20 Nov 2026 12:00:00 GMT", "123456");
    const value = fc.oneof({ weight: 3, arbitrary: fitting }, seldom(printable));
    return mostly(
      fc.constant([]),
      value.map((text) => [[name.toLowerCase(), text] as const]),
    );
  });
  return fc.tuple(...entries).map((all) => Object.fromEntries(all.flat()));
}
