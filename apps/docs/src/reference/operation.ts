import { type DeclaredResponse, type OpenApiDocument, resolveRef } from "@grantbook/contract";
import { type Change, changesOf } from "../changes.js";
import { codeBlock, jsonBlock, sampleBlock, statusBadge, variableEnd, variableStart } from "../code.js";
import { allowsAnonymous, callersOf, type Entry, parametersOf, sourceOf } from "../description.js";
import { variableMark } from "../fill.js";
import { type Content, type Html, html, joined, permalink } from "../html.js";
import { guidePath, link, operationPath, referencePath } from "../links.js";
import { block } from "../markdown.js";
import { type LanguageName, languageNames, languages, markValues, sampleOf } from "../samples/index.js";
import { dateText, timelineOf } from "../timelines.js";
import { fieldsOf, fieldTable } from "./fields.js";
import { requestHeaderList } from "./headers.js";
import { parameterField } from "./parameters.js";
import { examplesOf, jsonContent, responseTable } from "./responses.js";

/** Description, and the page that shows a part of it: the reference, or the page of one operation. */
export interface Place {
  readonly description: OpenApiDocument;
  /** Path of the page. */
  readonly from: string;
  /** Proposed changes, to be marked. */
  readonly changes: readonly Change[];
}

/** Section of an operation; its id is the anchor. On the operation's own page its title is that of the page. */
export function operationSection(place: Place, entry: Entry): Html {
  const { description, from, changes } = place;
  const { operation } = entry;
  const { operationId: id, summary } = operation;
  const title = isReference(place) ? html`<h3>${summary} ${permalink(id, summary)}</h3>` : html`<h1>${summary}</h1>`;
  return html`<section id="${id}">
${title}
<div class="operation">
<div class="words">
<p class="route">${methodBadge(entry.method)} <code>${pathWithBreaks(entry.path)}</code></p>
${changesOf(from, entry, changes)}
${deprecationNotice(place, entry)}
${block(operation.description)}
${factList(place, entry)}
${parameters(place, entry)}
${requestBody(place, entry)}
${titled(place, "Responses", responseTable(description, from, operation.responses))}
</div>
<div class="samples">
${samples(place, entry)}
</div>
</div>
</section>
`;
}

/** Badge with the method of an operation. */
export function methodBadge(method: string): Html {
  return html`<span class="method method-${method.toLowerCase()}">${method}</span>`;
}

/** Anchor of a security scheme. */
export function callerAnchor(name: string): string {
  return `caller/${name}`;
}

function pathWithBreaks(path: string): Html {
  return joined(path.split("/"), "/<wbr>");
}

function isReference({ from }: Place): boolean {
  return from === referencePath;
}

/** Heading of a part of an operation. */
function partHeading(place: Place, title: Content): Html {
  return isReference(place) ? html`<h4>${title}</h4>` : html`<h2>${title}</h2>`;
}

function titled(place: Place, title: string, content: Content): Content {
  return content && html`${partHeading(place, title)}\n${content}`;
}

function factList(place: Place, entry: Entry): Html {
  const { from } = place;
  const callers = callersOf(entry).map(
    (name) => html`<a href="${link(from, `${referencePath}#${callerAnchor(name)}`)}">${name}</a>`,
  );
  const anyone = allowsAnonymous(entry) ? ["anyone"] : [];
  const { operationId, "x-method": method, externalDocs } = entry.operation;
  const [otherPath, other] = isReference(place)
    ? [operationPath(operationId), "this operation alone"]
    : [`${referencePath}#${operationId}`, "all operations"];
  return html`<dl class="facts">
<dt>Callers</dt><dd>${joined([...anyone, ...callers], " or ")}</dd>
<dt>Operation id</dt><dd><code>${operationId}</code></dd>
<dt>${method ? "Method of the client" : "Address"}</dt><dd>${method ? html`<code>${method}</code>` : html`below the site, not below <code>/api/v3</code>`}</dd>
<dt>Source</dt><dd><code>${pathWithBreaks(sourceOf(entry))}</code></dd>
<dt>GitHub</dt><dd><a href="${externalDocs.url}">GitHub’s documentation</a></dd>
<dt>Page</dt><dd><a href="${link(from, otherPath)}">${other}</a></dd>
</dl>`;
}

function deprecationNotice({ description, from }: Place, { operation }: Entry): Content {
  const timeline = timelineOf(description, operation);
  if (!timeline) return undefined;
  return html`<p class="notice"><strong>Deprecated</strong> since ${dateText(timeline.deprecation)}. GitHub removed it from github.com on ${dateText(timeline.removal)}; Enterprise Server still has it. Use <a href="${timeline.successor}">what replaces it</a>, and see <a href="${link(from, guidePath("deprecation"))}">the timeline, and how to rehearse the removal</a>.</p>`;
}

/** Parameters. Those in headers are named only: most operations have the same ones. */
function parameters(place: Place, entry: Entry): Content {
  const { description, from } = place;
  const all = parametersOf(description, entry);
  const fields = all.filter((one) => one.in !== "header").map((one) => parameterField(description, from, one));
  const headers = all.filter((one) => one.in === "header").map(({ name }) => name);
  if (all.length === 0) return undefined;
  return titled(
    place,
    "Parameters",
    html`${fieldTable("Parameter", fields)}
${requestHeaderList(from, headers)}`,
  );
}

function requestBody(place: Place, { operation }: Entry): Content {
  const { description, from } = place;
  const content = operation.requestBody && jsonContent(operation.requestBody);
  if (!content) return undefined;
  const need = operation.requestBody?.required ? "Required." : "Optional.";
  const others = content.schema.additionalProperties === false ? " Unknown fields are rejected." : "";
  return titled(
    place,
    "Request body",
    html`<p>${need}${others}</p>${fieldTable("Field", fieldsOf(description, from, resolveRef(description, content.schema)))}`,
  );
}

function samples(place: Place, entry: Entry): Html {
  const { description } = place;
  return html`${entry.operation.servers ? flowSample(place, entry) : samplesInLanguages(place, entry)}
${Object.entries(entry.operation.responses)
  .filter(([status]) => status.startsWith("2"))
  .map(([status, node]) => {
    const response = resolveRef<DeclaredResponse>(description, node);
    const examples = examplesOf(description, jsonContent(response));
    return html`<div class="response">${partHeading(place, html`Response ${statusBadge(status)}`)}
${examples.length === 0 ? html`<p>No body.</p>` : examples.map(({ summary, value }) => html`<p>${summary}</p>${jsonBlock(value)}`)}</div>`;
  })}`;
}

function sampleColumn(place: Place, { operation }: Entry, name: LanguageName, code: string): Html {
  const names: string[] = [];
  const marked = markValues(code, name, (variable, value) => {
    names.push(variableMark(operation.operationId, variable));
    return variableStart + value + variableEnd;
  });
  const { title, code: language } = languages[name];
  return html`<div class="sample" data-sample="${name}">${partHeading(place, title)}${sampleBlock(marked, language, names)}</div>\n`;
}

/** Sample of an operation of the sign-in flows: its shell alone. */
function flowSample(place: Place, entry: Entry): Html {
  return html`<div class="sample">${partHeading(place, "curl")}${codeBlock(sampleOf(place.description, entry).curl, "sh")}</div>`;
}

function samplesInLanguages(place: Place, entry: Entry): Html {
  const sample = sampleOf(place.description, entry);
  return html`<div class="languages needs-script"></div>
${languageNames.map((name) => sampleColumn(place, entry, name, sample[name]))}
<div class="console needs-script needs-server"><button class="try">Try it</button></div>`;
}
