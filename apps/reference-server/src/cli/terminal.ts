import { createReadStream } from "node:fs";
import { createInterface } from "node:readline/promises";
import { type Readable, Writable } from "node:stream";
import { readBoundedStream } from "../bounded-file.js";
import { UsageError } from "../usage-error.js";

/** Bytes of a file with a secret. */
const maxSecretBytes = 64 * 1024;

/** A secret from a file, or from standard input for `-`; without the end of the last line. Throws a {@link UsageError}. */
export async function readSecret(file: string): Promise<string> {
  try {
    const source = file === "-" ? process.stdin : createReadStream(file);
    const content = await readBoundedStream(source, maxSecretBytes);
    const secret = content.replace(/\r?\n$/, "");
    if (secret === "") throw new Error("it is empty");
    return secret;
  } catch (error) {
    throw new UsageError(`${file === "-" ? "standard input" : file}: ${(error as Error).message}`);
  }
}

/** What secrets are asked for on. */
export interface Terminal {
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly output: Writable;
}

/** Asks for a secret on the terminal, without showing what is typed. Throws a {@link UsageError} where there is none. */
export async function askSecret(
  question: string,
  instead: string,
  { input, output }: Terminal = { input: process.stdin, output: process.stderr },
): Promise<string> {
  if (!input.isTTY) throw new UsageError(`there is no terminal to ask for the ${question}; ${instead}`);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input, output: silent, terminal: true });
  try {
    output.write(`${question}: `);
    // Ctrl-C and Ctrl-D are thrown.
    const secret = await lines.question("").catch(() => "");
    if (secret === "") throw new UsageError(`no ${question} was typed`);
    return secret;
  } finally {
    lines.close();
    output.write("\n");
  }
}

/** Columns of a list. The heading is the key of the value. */
export type Entry = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** Prints a list: aligned columns for people, or one JSON document. */
export function printList(entries: readonly Entry[], columns: readonly string[], asJson: boolean): void {
  if (asJson) {
    process.stdout.write(`${JSON.stringify(entries, null, 2)}\n`);
    return;
  }
  const rows = [columns.map(heading), ...entries.map((entry) => columns.map((column) => cellOf(entry[column])))];
  const widths = columns.map((_, index) => Math.max(...rows.map((row) => row[index]?.length ?? 0)));
  for (const row of rows) {
    const line = row.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join("  ");
    process.stdout.write(`${line.trimEnd()}\n`);
  }
}

/** Prints what was done: lines for people, or one JSON document. Secrets among it are not shown again. */
export function printResult(result: object, lines: readonly string[], asJson: boolean): void {
  process.stdout.write(asJson ? `${JSON.stringify(result, null, 2)}\n` : lines.map((line) => `${line}\n`).join(""));
}

function heading(column: string): string {
  return column.replaceAll("_", " ").toUpperCase();
}

/** Control characters could do things to a terminal. */
function cellOf(value: Entry[string] | undefined): string {
  if (value === null || value === undefined) return "-";
  if (typeof value === "boolean") return value ? "yes" : "no";
  const written = Array.isArray(value) ? value.join(" ") : String(value);
  return written.replaceAll(/\p{C}/gu, "?") || "-";
}
