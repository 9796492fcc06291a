// Tables for people: on the terminal and in Markdown.
import { cpus, totalmem } from "node:os";

/**
 * @typedef {import("./compare.js").Spread} Spread
 * @typedef {import("./compare.js").Figures} Figures
 * @typedef {{ title: string, note?: string, head: readonly string[], rows: readonly (readonly string[])[] }} Table
 */

/** @param {number} value */
export function short(value) {
  return value >= 100 ? Math.round(value).toLocaleString("en") : value.toPrecision(3);
}

/** Median, and least and most. @param {Spread} spread @param {(value: number) => string} [write] */
export function range({ median, least, most }, write = short) {
  return `${write(median)} (${write(least)}–${write(most)})`;
}

/** @param {number} value */
const ratio = (value) => value.toFixed(2);

/** @param {string} title @param {readonly Figures[]} figures @param {string} [note] @returns {Table} */
export function tableOf(title, figures, note) {
  return {
    title,
    ...(note === undefined ? {} : { note }),
    head: ["", "ratio", "to", "requests/s", "server CPU µs/request", "memory MB"],
    rows: figures.map((row) => [
      row.name,
      range(row.ratio, ratio),
      row.baseline,
      range(row.throughput),
      range(row.cpu),
      String(Math.round(row.memory / 1e6)),
    ]),
  };
}

/** As the formatter would write it. @param {Table} table */
export function markdown({ title, note, head, rows }) {
  const widths = head.map((_, column) => Math.max(3, ...[head, ...rows].map((cells) => cells[column]?.length ?? 0)));
  const line = (/** @type {readonly string[]} */ cells) => {
    const padded = widths.map((width, column) => {
      const cell = cells[column] ?? "";
      return column === 0 ? cell.padEnd(width) : cell.padStart(width);
    });
    return `| ${padded.join(" | ")} |`;
  };
  const rule = widths.map((width, column) => (column === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`));
  return [`## ${title}`, "", ...(note ? [note, ""] : []), line(head), line(rule), ...rows.map(line), ""].join("\n");
}

/** The machine and what is measured, for the head of a report. */
export function surroundings() {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return [
    `Node ${process.version} on ${process.platform} ${process.arch}`,
    `${cpus().length} × ${cpu?.model ?? "unknown processor"}, ${memory} GiB`,
    new Date().toISOString().slice(0, 10),
  ].join(" · ");
}
