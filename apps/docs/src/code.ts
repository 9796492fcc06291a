import hljs from "highlight.js/lib/core";
import bash from "highlight.js/lib/languages/bash";
import http from "highlight.js/lib/languages/http";
import json from "highlight.js/lib/languages/json";
import typescript from "highlight.js/lib/languages/typescript";
import yaml from "highlight.js/lib/languages/yaml";
import { Html, html } from "./html.js";

const languages = { sh: bash, http, js: typescript, json, ts: typescript, yaml };

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
  const highlighted = language === "text" ? text : new Html(hljs.highlight(text, { language }).value);
  const caption = status !== undefined && html`<figcaption>Response: ${statusBadge(status)}</figcaption>`;
  return html`<figure class="code" data-language="${language}"><pre tabindex="0"><code>${highlighted}</code></pre>${caption}</figure>`;
}

/** Block with a value as JSON. */
export function jsonBlock(value: unknown): Html {
  return codeBlock(JSON.stringify(value, null, 2), "json");
}

/** Status code, coloured by its class. */
export function statusBadge(status: string): Html {
  return html`<span class="status status-${status.charAt(0)}">${status}</span>`;
}
