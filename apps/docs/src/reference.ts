import {
  type Answer,
  type Description,
  type Example,
  type Operation,
  type Parameter,
  resolve,
  type Schema,
} from "@grantbook/contract";
import { marked } from "marked";
import { escapeHtml, style } from "./page.js";

interface Entry {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

/**
 * The reference of an API as one page of HTML: every operation under its id as the anchor. It has no script, and asks
 * nothing of any other host.
 */
export function referencePage(description: Description): string {
  const entries = Object.entries(description.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );
  const groups = description.tags.map(({ name, description: text }) => ({
    name,
    text,
    entries: entries.filter(({ operation }) => operation.tags.includes(name)),
  }));
  const { title, version, description: introduction } = description.info;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<nav aria-label="Operations">
${groups.map(({ name, entries: list }) => `<h2>${escapeHtml(name)}</h2>\n<ul>\n${list.map(link).join("\n")}\n</ul>`).join("\n")}
</nav>
<main>
<h1>${escapeHtml(title)} <small>${escapeHtml(version)}</small></h1>
${marked.parse(introduction)}
${groups.map(({ name, text, entries: list }) => `<h2>${escapeHtml(name)}</h2>\n${marked.parse(text)}\n${list.map((entry) => section(description, entry)).join("\n")}`).join("\n")}
</main>
</body>
</html>
`;
}

function link({ operation }: Entry): string {
  return `<li><a href="#${operation.operationId}">${escapeHtml(operation.summary)}</a></li>`;
}

function section(description: Description, { method, path, operation }: Entry): string {
  const parameters = operation.parameters.map((parameter) => resolve<Parameter>(description, parameter));
  const body = operation.requestBody?.content?.["application/json"];
  return `<section id="${operation.operationId}">
<h3>${escapeHtml(operation.summary)}${operation.deprecated ? ' <span class="badge">deprecated</span>' : ""}</h3>
<p><code class="route">${method} ${escapeHtml(path)}</code></p>
${marked.parse(operation.description)}
<p>Who may call: ${callers(operation)}. <a href="${operation.externalDocs.url}">The vendor's page</a></p>
${table(
  "Parameters",
  ["Name", "In", "Type", "What it is"],
  parameters.map((parameter) => parameterRow(parameter)),
)}
${body ? table("Body", ["Name", "Type", "What it is"], propertyRows(description, body.schema)) : ""}
${body ? examples(description, body.examples) : ""}
${table(
  "Answers",
  ["Status", "What it means", "Headers"],
  Object.entries(operation.responses).map(([status, answer]) =>
    answerRow(status, resolve<Answer>(description, answer)),
  ),
)}
${goodExamples(description, operation)}
</section>`;
}

const callerNames: Readonly<Record<string, string>> = {
  user: "a user, with login and password",
  application: "an application, with client id and client secret",
  token: "whoever has a token",
};

function callers({ security }: Operation): string {
  const names = security.flatMap((scheme) => Object.keys(scheme)).map((name) => callerNames[name] ?? name);
  return names.length === 0 ? "anyone" : names.join(", or ");
}

function table(caption: string, headings: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return "";
  const head = headings.map((heading) => `<th scope="col">${heading}</th>`).join("");
  const cells = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`);
  return `<h4>${caption}</h4>\n<table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${cells.join("\n")}\n</tbody>\n</table>`;
}

function parameterRow({ name, in: place, required, schema, description }: Parameter): string[] {
  return [nameCell(name, required === true), place, typeOf(schema), inline(description)];
}

function propertyRows(description: Description, schema: Schema): string[][] {
  const required = (schema.required ?? []) as readonly string[];
  return Object.entries((schema.properties ?? {}) as Record<string, Schema>).map(([name, property]) => {
    const resolved = resolve<Schema>(description, property as never);
    return [nameCell(name, required.includes(name)), typeOf(resolved), inline(String(resolved.description ?? ""))];
  });
}

function answerRow(status: string, { description, headers = {} }: Answer): string[] {
  const names = Object.keys(headers).map((name) => `<code>${escapeHtml(name)}</code>`);
  return [`<code>${status}</code>`, inline(description), names.join(", ")];
}

function goodExamples(description: Description, { responses }: Operation): string {
  return Object.entries(responses)
    .filter(([status]) => status.startsWith("2"))
    .map(([status, answer]) => {
      const content = resolve<Answer>(description, answer).content?.["application/json"];
      return content ? examples(description, content.examples, ` (${status})`) : "";
    })
    .join("\n");
}

function examples(description: Description, all: Record<string, Example | { $ref: string }>, suffix = ""): string {
  return Object.values(all)
    .map((example) => resolve<Example>(description, example))
    .map(
      ({ summary, value }) =>
        `<details><summary>Example: ${escapeHtml(summary)}${suffix}</summary><pre>${escapeHtml(JSON.stringify(value, null, 2))}</pre></details>`,
    )
    .join("\n");
}

function nameCell(name: string, required: boolean): string {
  return `<code>${escapeHtml(name)}</code>${required ? " <em>required</em>" : ""}`;
}

function typeOf({ type, items, maxLength, default: byDefault, enum: values }: Schema): string {
  const name =
    [type]
      .flat()
      .filter((part) => part !== "null")
      .join(" or ") || "object";
  const facts = [
    name === "array" ? `array of ${typeOf((items ?? {}) as Schema)}` : name,
    ...([type].flat().includes("null") ? ["may be null"] : []),
    ...(maxLength === undefined ? [] : [`at most ${maxLength} characters`]),
    ...(Array.isArray(values) ? [`one of ${values.join(", ")}`] : []),
    ...(byDefault === undefined ? [] : [`${byDefault} by default`]),
  ];
  return escapeHtml(facts.join(", "));
}

function inline(text: string): string {
  return marked.parseInline(text) as string;
}
