import type { OpenApiDocument, Schema } from "@grantbook/contract";
import { componentName } from "../description.js";
import { type Content, Html, html, joined } from "../html.js";
import { inline } from "../markdown.js";
import { table } from "../table.js";
import { factsOf, typeOf } from "./type.js";

/** Row of a table of fields or parameters. */
export interface Field {
  readonly name: string;
  readonly required: boolean;
  readonly type: Content;
  readonly facts: readonly Content[];
  /** Markdown. */
  readonly meaning: string;
  /** Number of objects that it is nested in. */
  readonly depth: number;
  /** Anchor of the row. */
  readonly anchor?: string;
}

/** Table of fields. */
export function fieldTable(heading: string, fields: readonly Field[]): Html | undefined {
  return table(
    [heading, "Meaning"],
    fields.map(({ name, required, type, facts, meaning, depth, anchor }) => [
      html`<span${anchor !== undefined && html` id="${anchor}"`} class="field${depth > 0 && ` depth-${depth}`}"><code>${name}</code> ${required && html`<span class="required">required</span>`}<span class="type">${type}</span></span>`,
      html`${inline(meaning)}${facts.length > 0 && html` <span class="limits">${sentence(facts)}</span>`}`,
    ]),
  );
}

/** Lists the fields of an object and of the objects nested in it. Components are described in their own place. */
export function fieldsOf(description: OpenApiDocument, from: string, schema: Schema, depth = 0): Field[] {
  const required = (schema.required ?? []) as readonly string[];
  return Object.entries((schema.properties ?? {}) as Record<string, Schema>).flatMap(([name, property]) => {
    const own: Field = {
      name,
      required: required.includes(name),
      type: typeOf(description, from, property),
      facts: factsOf(property),
      meaning: meaningOf(description, property),
      depth,
    };
    const within = property.type === "array" ? ((property.items ?? {}) as Schema) : property;
    return [own, ...(componentName("schemas", within) ? [] : fieldsOf(description, from, within, depth + 1))];
  });
}

function meaningOf(description: OpenApiDocument, property: Schema): string {
  const name = componentName("schemas", property);
  const own = name === undefined ? property : ((description.components.schemas?.[name] ?? {}) as Schema);
  return String(own.description ?? "");
}

/** Makes a sentence of facts; a capital at the beginning, unless that is markup. */
function sentence(facts: readonly Content[]): Html {
  const { text } = joined(facts, "; ");
  return new Html(`${text.charAt(0).toUpperCase()}${text.slice(1)}.`);
}
