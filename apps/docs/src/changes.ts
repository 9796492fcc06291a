// What a proposed change of the description means to clients, on the docs that are built for its review.
import { readFileSync } from "node:fs";
import type { Entry } from "./description.js";
import { type Content, type Html, html, joined } from "./html.js";
import { guidePath, link, operationLink } from "./links.js";
import type { Page } from "./page.js";

/** Change of the description, as `npm run review -- --save` writes it. */
export interface Change {
  readonly rating: "major" | "minor" | "patch";
  /** Rule of the rating: a section of the guide to ratings. */
  readonly rule: string;
  /** Operation and part of it, or another part of the description. */
  readonly where: string;
  /** Operations that share it, as `GET /user`. */
  readonly operations: readonly string[];
  readonly what: string;
}

const ratings = ["major", "minor", "patch"] as const;
const changesPath = "changes.html";

/** Reads the changes of a saved review, the gravest first; none when it failed. Throws when the file is not one. */
export function readChanges(file: string): readonly Change[] | undefined {
  const text = readFileSync(file, "utf8");
  try {
    const { base, changes } = JSON.parse(text) as { base: string; changes?: Change[] };
    if (typeof base !== "string" || !(changes ?? []).every(({ rating }) => ratings.includes(rating))) throw new Error();
    return changes;
  } catch {
    throw new Error(`${file} is not a report. Write one with: npm run review -- --save ${file}`);
  }
}

/** Page with all changes, each with links to its operations in the reference. */
export function changesPage(operations: readonly Entry[], changes: readonly Change[]): Page {
  const ids = new Map(operations.map((entry) => [nameOf(entry), entry.operation.operationId]));
  const operationItem = (name: string): Content => {
    const id = ids.get(name);
    const shown = html`<code>${name.replace(" ", "\u00a0")}</code>`;
    return id === undefined ? shown : html`<a href="${operationLink(changesPath, id)}">${shown}</a>`;
  };
  const tally = ratings.map((rating) => `${changes.filter((change) => change.rating === rating).length} ${rating}`);
  return {
    path: changesPath,
    title: "Proposed changes",
    summary: "What the proposed change of the description means to clients.",
    kind: "guide",
    content: html`<h1>Proposed changes</h1>
<p class="lead">These docs show a description that is under review: ${tally.join(", ")}.</p>
<ul class="changes">${changes.map(
      (change) =>
        html`<li>${ratingLink(changesPath, change)} ${joined(
          change.operations.length > 0 ? change.operations.map(operationItem) : [html`<code>${change.where}</code>`],
          ", ",
        )}<br>${partOf(change)}${withCode(change.what)}</li>\n`,
    )}</ul>`,
    outline: [],
    sources: [],
  };
}

/** Changes of one operation, to be read in its section; nothing when it stays as it is. */
export function changesOf(from: string, entry: Entry, changes: readonly Change[]): Content {
  const own = ownChanges(entry, changes);
  if (own.length === 0) return undefined;
  const isNew = own.some(({ rule, where }) => rule === "part-added" && where === nameOf(entry));
  return html`<div class="notice"><strong>${isNew ? "New" : "Changed"}</strong> · <a href="${link(from, changesPath)}">all proposed changes</a>
<ul class="changes">${own.map((change) => html`<li>${ratingLink(from, change)} ${partOf(change)}${withCode(change.what)}</li>`)}</ul></div>`;
}

/** Gravest rating of an operation's changes, for a list of operations. */
export function changeMark(entry: Entry, changes: readonly Change[]): Content {
  const [gravest] = ownChanges(entry, changes);
  return gravest && html` <span class="rating rating-${gravest.rating}">${gravest.rating}</span>`;
}

function ownChanges(entry: Entry, changes: readonly Change[]): readonly Change[] {
  return changes.filter(({ operations }) => operations.includes(nameOf(entry)));
}

function nameOf({ method, path }: Entry): string {
  return `${method} ${path}`;
}

function ratingLink(from: string, { rating, rule }: Change): Html {
  return html`<a class="rating rating-${rating}" href="${link(from, `${guidePath("ratings")}#${rule}`)}">${rating}</a>`;
}

/** Part of an operation that changes, before what is said of it. */
function partOf({ where, operations }: Change): Content {
  const [, ...part] = where.split(", ");
  return operations.length > 0 && part.length > 0 && withCode(`${part.join(", ")}: `);
}

/** Text in which backticks mark code. */
function withCode(text: string): Content {
  return text.split(/`([^`]*)`/).map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part));
}
