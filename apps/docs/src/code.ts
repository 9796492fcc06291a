import hljs from "highlight.js/lib/core";
import bash from "highlight.js/lib/languages/bash";
import go from "highlight.js/lib/languages/go";
import http from "highlight.js/lib/languages/http";
import json from "highlight.js/lib/languages/json";
import python from "highlight.js/lib/languages/python";
import ruby from "highlight.js/lib/languages/ruby";
import typescript from "highlight.js/lib/languages/typescript";
import yaml from "highlight.js/lib/languages/yaml";
import { escapeHtml, Html, html } from "./html.js";

const languages = { sh: bash, go, http, js: typescript, json, py: python, rb: ruby, ts: typescript, yaml };

for (const [name, language] of Object.entries(languages)) hljs.registerLanguage(name, language);

/** Language that code is highlighted in; `text` stays as it is. */
export type Language = keyof typeof languages | "text";

/** Tells whether code in a language can be shown. */
export function isLanguage(name: string): name is Language {
  return name === "text" || Object.hasOwn(languages, name);
}

/** Block of code, highlighted at build time. `status` is that of the response, where it is an error. */
export function codeBlock(code: string, language: Language, status?: string): Html {
  const text = code.trimEnd();
  const highlighted = language === "text" ? text : new Html(colours(hljs.highlight(text, { language }).value));
  const caption = status !== undefined && html`<figcaption>Response: ${statusBadge(status)}</figcaption>`;
  return html`<figure class="code"><pre tabindex="0"><code>${highlighted}</code></pre>${caption}</figure>`;
}

/** Classes that the style sheet colours, by the name that highlight.js has for them. */
const colourClasses: Readonly<Record<string, string>> = {
  comment: "comment",
  keyword: "word",
  built_in: "word",
  string: "text",
  regexp: "text",
  number: "value",
  literal: "value",
  attr: "name",
  variable: "name",
  subst: "name",
  property: "name",
};

/** Leaves only the markup that has a colour, and quotes as they are. */
function colours(highlighted: string): string {
  const kept: boolean[] = [];
  const quoted = highlighted.replaceAll("&quot;", '"').replaceAll("&#x27;", "'");
  return quoted.replaceAll(/<span class="hljs-(\w+)[^"]*">|<\/span>/g, (_, name: string | undefined) => {
    if (name === undefined) return kept.pop() ? "</span>" : "";
    const colour = colourClasses[name];
    kept.push(colour !== undefined);
    return colour === undefined ? "" : `<span class="${colour}">`;
  });
}

/** Block of a sample. Its variables are between {@link variableStart} and {@link variableEnd}; `names` are theirs. */
export function sampleBlock(code: string, language: Language, names: readonly string[]): Html {
  let count = 0;
  const pattern = new RegExp(`${variableStart}(.*?)${variableEnd}`, "g");
  // A value is text alone, so that another can take its place.
  const marked = codeBlock(code, language).text.replaceAll(
    pattern,
    (_, value: string) =>
      `<data value="${escapeHtml(names[count++] ?? "")}">${value.replaceAll(/<[^>]*>/g, "")}</data>`,
  );
  return new Html(marked);
}

/** Characters around a variable of a sample: of private use, so that no code has them. */
export const variableStart = "\ue000";
export const variableEnd = "\ue001";

/** Block with a value as JSON. */
export function jsonBlock(value: unknown): Html {
  return codeBlock(JSON.stringify(value, null, 2), "json");
}

/** Status code, coloured by its class. */
export function statusBadge(status: string): Html {
  return html`<span class="status-${status.charAt(0)}">${status}</span>`;
}
