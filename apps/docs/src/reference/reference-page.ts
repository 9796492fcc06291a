import type { DeclaredResponse, Example, OpenApiDocument, Schema } from "@grantbook/contract";
import { type Change, changeMark } from "../changes.js";
import { jsonBlock } from "../code.js";
import { componentsOf, type Entry, type Group, groupsOf } from "../description.js";
import { type Content, type Html, html, permalink } from "../html.js";
import { referencePath } from "../links.js";
import { block, inline } from "../markdown.js";
import type { Page } from "../page.js";
import { fieldsOf, fieldTable } from "./fields.js";
import { headerList, requestHeaders, responseHeaders } from "./headers.js";
import { callerAnchor, methodBadge, operationSection, type Place } from "./operation.js";
import { examplesOf, jsonContent, responseAnchor, responseTitle } from "./responses.js";
import { schemaAnchor } from "./type.js";

/** Titles of the parts that several operations share, by anchor. */
export const sharedParts = {
  callers: "Callers",
  schemas: "Objects",
  responses: "Shared responses",
  "request-headers": "Headers of requests",
  headers: "Headers of responses",
} as const;

/** Anchor of a group of operations. */
export function groupAnchor({ name }: Group): string {
  return `tag/${name}`;
}

/** Reference page: `start`, every operation under its id with its proposed changes, then the shared parts. */
export function referencePage(description: OpenApiDocument, start: Html, changes: readonly Change[]): Page {
  const { title, version, summary, description: introduction } = description.info;
  const groups = groupsOf(description);
  const content = html`<h1>${title} <small>${version}</small></h1>
<p class="lead">${summary}</p>
${start}
<section id="overview"><h2>Overview</h2>
${block(introduction)}
</section>
${groups.map((group) => groupSection({ description, from: referencePath, changes }, group))}
${callers(description)}
${schemas(description)}
${sharedResponses(description)}
${shared("request-headers", requestHeaders(description))}
${shared("headers", responseHeaders(description))}`;
  return {
    path: referencePath,
    title: "API reference",
    summary,
    kind: "reference",
    content,
    outline: [],
    sources: ["openapi/openapi.yaml", "openapi/flows.yaml"],
  };
}

function groupSection(place: Place, group: Group): Html {
  return html`<section id="${groupAnchor(group)}" class="group"><h2>${group.title}</h2>
${block(group.text)}
<ul class="list">${group.entries.map((entry) => operationLine(entry, place.changes))}</ul>
</section>
${group.entries.map((entry) => operationSection(place, entry))}`;
}

function operationLine(entry: Entry, changes: readonly Change[]): Html {
  const { method, path, operation } = entry;
  return html`<li><a href="#${operation.operationId}">${methodBadge(method)} <code>${path}</code></a> <span class="summary">${operation.summary}${changeMark(entry, changes)}</span></li>`;
}

function callers(description: OpenApiDocument): Html {
  const schemes = componentsOf<{ description: string; scheme: string }>(description, "securitySchemes");
  return shared(
    "callers",
    schemes.map(([name, { description: text, scheme }]) =>
      part(callerAnchor(name), name, html`<p>Scheme: <code>${scheme}</code></p>${block(text)}`),
    ),
  );
}

function schemas(description: OpenApiDocument): Html {
  return shared(
    "schemas",
    componentsOf<Schema>(description, "schemas").map(([name, schema]) =>
      part(
        schemaAnchor(name),
        String(schema.title ?? name),
        html`${block(String(schema.description ?? ""))}${fieldTable("Field", fieldsOf(description, referencePath, schema))}`,
      ),
    ),
  );
}

function sharedResponses(description: OpenApiDocument): Html {
  const responses = componentsOf<DeclaredResponse>(description, "responses").map(([name, response]) =>
    part(
      responseAnchor(name),
      responseTitle(name),
      html`${block(response.description)}${headerList(description, referencePath, "Headers", response.headers ?? {})}${examplesOf(description, jsonContent(response)).map(example)}`,
    ),
  );
  return shared("responses", responses);
}

function example({ summary, value }: Example): Html {
  return html`<p>${inline(summary)}</p>${jsonBlock(value)}`;
}

function shared(id: keyof typeof sharedParts, parts: Content): Html {
  return html`<section id="${id}" class="group"><h2>${sharedParts[id]}</h2></section>${parts}`;
}

function part(id: string, title: string, content: Content): Html {
  return html`<section id="${id}"><h3>${title} ${permalink(id, title)}</h3>${content}</section>\n`;
}
