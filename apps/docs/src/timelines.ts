import type { Description, Operation, Timeline } from "@grantbook/contract";
import { entriesOf } from "./description.js";
import { type Content, type Html, html, joined } from "./html.js";
import { operationLink } from "./links.js";
import { table } from "./table.js";

const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });
const clock = new Intl.DateTimeFormat("en-GB", { timeStyle: "short", timeZone: "UTC" });

/** A day. */
export function dateText(time: string): Html {
  return html`<time datetime="${time}">${day.format(new Date(time))}</time>`;
}

/** A day and the time of day, in UTC. */
function timeText(time: string): Html {
  const date = new Date(time);
  return html`<time datetime="${time}">${day.format(date)}, ${clock.format(date)} UTC</time>`;
}

function periodText([from, until]: readonly [string, string]): Html {
  return html`${day.format(new Date(from))}, ${clock.format(new Date(from))} to ${clock.format(new Date(until))} UTC`;
}

/** When an operation was withdrawn, and what is used instead; nothing for a current one. */
export function timelineOf(description: Description, { "x-github": dates }: Operation): Timeline | undefined {
  return dates && description["x-timelines"][dates.removalDate];
}

/** What happened when, for every withdrawal that the description knows. */
export function timelineTables(description: Description, from: string): Content[] {
  return Object.entries(description["x-timelines"]).map(([removalDate, timeline]) => {
    const operations = entriesOf(description).filter(
      ({ operation }) => operation["x-github"]?.removalDate === removalDate,
    );
    const links = operations.map(
      ({ operation: { operationId, summary } }) => html`<a href="${operationLink(from, operationId)}">${summary}</a>`,
    );
    return html`<p><strong>Removed on ${dateText(removalDate)}</strong></p>${table(
      ["What", "When"],
      [
        ["Deprecated", dateText(timeline.deprecation)],
        ...(timeline.brownouts.length > 0
          ? [["Switched off for hours (brown-outs)", joined(timeline.brownouts.map(periodText), "<br>")]]
          : []),
        ["Removed from github.com", timeText(timeline.removal)],
        ["Announcement", html`<a href="${timeline.notice}">The vendor’s notice</a>`],
        ["Use instead", html`<a href="${timeline.successor}">The vendor’s page about it</a>`],
        [`Operations (${operations.length})`, joined(links, "<br>")],
      ],
    )}`;
  });
}
