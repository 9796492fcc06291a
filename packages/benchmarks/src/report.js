// Tables for the terminal and for Markdown.
import { cpus, totalmem } from "node:os";

/**
 * @typedef {import("./summarize.js").Summary} Summary
 * @typedef {import("./compare.js").Figures} Figures
 * @typedef {{ title: string, note?: string, head: readonly string[], rows: readonly (readonly string[])[] }} Table
 */

/** Writes a number with three significant digits. @param {number} value */
export function short(value) {
  return value >= 100 ? Math.round(value).toLocaleString("en") : value.toPrecision(3);
}

/** Writes median, minimum and maximum. @param {Summary} summary @param {(value: number) => string} [write] */
export function range({ median, min, max }, write = short) {
  return `${write(median)} (${write(min)}–${write(max)})`;
}

/** @param {number} value */
const ratio = (value) => value.toFixed(2);

/**
 * Lays out figures as a table.
 * @param {string} title @param {readonly Figures[]} figures @param {string} [note]
 * @returns {Table}
 */
export function figuresTable(title, figures, note) {
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

/** Writes a table in Markdown, as the formatter would. @param {Table} table */
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

/** Describes the machine and the date, for the head of a report. */
export function environment() {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return [
    `Node ${process.version} on ${process.platform} ${process.arch}`,
    `${cpus().length} × ${cpu?.model ?? "unknown processor"}, ${memory} GiB`,
    new Date().toISOString().slice(0, 10),
  ].join(" · ");
}
