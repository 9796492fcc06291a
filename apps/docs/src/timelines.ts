import type { DeprecationTimeline, OpenApiDocument, Operation } from "@grantbook/contract";
import { entriesOf } from "./description.js";
import { type Content, type Html, html, joined } from "./html.js";
import { operationLink } from "./links.js";
import { table } from "./table.js";

const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });
const clock = new Intl.DateTimeFormat("en-GB", { timeStyle: "short", timeZone: "UTC" });

/** Renders a date. */
export function dateText(time: string): Html {
  return html`<time datetime="${time}">${day.format(new Date(time))}</time>`;
}

/** Renders a date and the time, in UTC. */
function timeText(time: string): Html {
  const date = new Date(time);
  return html`<time datetime="${time}">${day.format(date)}, ${clock.format(date)} UTC</time>`;
}

function periodText([from, until]: readonly [string, string]): Html {
  return html`${day.format(new Date(from))}, ${clock.format(new Date(from))} to ${clock.format(new Date(until))} UTC`;
}

/** DeprecationTimeline of a deprecated operation; `undefined` for a current one. */
export function timelineOf(
  description: OpenApiDocument,
  { "x-github": dates }: Operation,
): DeprecationTimeline | undefined {
  return dates && description["x-timelines"][dates.removalDate];
}

/** Renders the timeline of every deprecation in the description. */
export function timelineTables(description: OpenApiDocument, from: string): Content[] {
  return Object.entries(description["x-timelines"]).map(([removalDate, timeline]) => {
    const operations = entriesOf(description).filter(
      ({ operation }) => operation["x-github"]?.removalDate === removalDate,
    );
    const links = operations.map(
      ({ operation: { operationId, summary } }) => html`<a href="${operationLink(from, operationId)}">${summary}</a>`,
    );
    return html`<p><strong>Removed on ${dateText(removalDate)}</strong></p>${table(
      ["Event", "Date"],
      [
        ["Deprecated", dateText(timeline.deprecation)],
        ...(timeline.brownouts.length > 0 ? [["Brown-outs", joined(timeline.brownouts.map(periodText), "<br>")]] : []),
        ["Removed from github.com", timeText(timeline.removal)],
        ["Announcement", html`<a href="${timeline.notice}">GitHub’s notice</a>`],
        ["Use instead", html`<a href="${timeline.successor}">GitHub’s page about it</a>`],
        [`Operations (${operations.length})`, joined(links, "<br>")],
      ],
    )}`;
  });
}
