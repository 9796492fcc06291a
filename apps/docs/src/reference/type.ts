import type { OpenApiDocument, Schema } from "@grantbook/contract";
import { component, componentName } from "../description.js";
import { type Content, type Html, html, joined } from "../html.js";
import { link, referencePath } from "../links.js";

/** Anchor of a schema. */
export function schemaAnchor(name: string): string {
  return `schema/${name}`;
}

/** Title of a schema. */
export function schemaTitle(description: OpenApiDocument, name: string): string {
  return String(component<Schema>(description, "schemas", name).title ?? name);
}

/** Type of a schema, for the page `from`: `string or null`, `array of integer`, or a link to a component. */
export function typeOf(description: OpenApiDocument, from: string, schema: Schema): Html {
  const types = new Map(typesOf(description, from, schema).map((type) => [String(type), type]));
  const isNullable = types.delete("null");
  return joined([...types.values(), ...(isNullable ? ["null"] : [])], " or ");
}

function typesOf(description: OpenApiDocument, from: string, schema: Schema): Content[] {
  const name = componentName("schemas", schema);
  if (name !== undefined) {
    const href = link(from, `${referencePath}#${schemaAnchor(name)}`);
    return [html`<a href="${href}">${schemaTitle(description, name)}</a>`];
  }
  const choices = (schema.oneOf ?? schema.anyOf) as readonly Schema[] | undefined;
  if (choices) return choices.flatMap((choice) => typesOf(description, from, choice));
  const types = [schema.type ?? "any value"].flat().map(String);
  return types.map((type) =>
    type === "array" ? html`array of ${typeOf(description, from, (schema.items ?? {}) as Schema)}` : type,
  );
}

const formats: Readonly<Record<string, string>> = {
  "date-time": "an RFC 3339 timestamp",
  uri: "a URI",
  int64: "64 bits",
  password: "a secret",
};

type Fact = (value: never) => Content;

/** Descriptions of keywords. A keyword that is not here is shown elsewhere, or not at all. */
const facts: Readonly<Record<string, Fact>> = {
  format: (name: string) => formats[name] ?? name,
  minLength: (length: number) => `at least ${length} characters`,
  maxLength: (length: number) => `at most ${length} characters`,
  maxItems: (count: number) => `at most ${count} items`,
  minimum: (number: number) => `at least ${number}`,
  maximum: (number: number) => `at most ${number}`,
  "x-clamp": ([min, max]: readonly [number, number]) => `clamped to ${min}–${max}`,
  pattern: (pattern: string) => html`matches <code>${pattern}</code>`,
  enum: (values: readonly unknown[]) => html`one of ${joined(values.map(code), ", ")}`,
  default: (value: unknown) => html`${code(value)} when left out`,
  writeOnly: () => "never in a response",
  examples: ([value]: readonly unknown[]) => html`for example ${code(value)}`,
};

/** Limits, default and example of a value, each in a few words. */
export function factsOf(schema: Schema): Content[] {
  const items = (schema.items ?? {}) as Schema;
  const own = Object.keys(facts).filter((keyword) => Object.hasOwn(schema, keyword));
  return [
    ...own.map((keyword) => facts[keyword]?.(schema[keyword] as never)),
    ...(items.maxLength === undefined ? [] : [`each at most ${items.maxLength} characters`]),
  ];
}

function code(value: unknown): Content {
  return html`<code>${typeof value === "string" ? value : JSON.stringify(value)}</code>`;
}
