import { createReadStream } from "node:fs";
import { createInterface } from "node:readline/promises";
import { type Readable, Writable } from "node:stream";
import { readBoundedStream } from "../bounded-file.js";
import { UsageError } from "../usage-error.js";

/** Maximum bytes of a file with a secret. */
const maxSecretBytes = 64 * 1024;

/**
 * Reads a secret from a file, or from standard input for `-`, without the line break at its end. Throws a
 * {@link UsageError}.
 */
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

/** Terminal of a prompt. */
export interface Terminal {
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly output: Writable;
}

/** Prompts for a secret without echo. Throws a {@link UsageError} where there is no terminal. */
export async function promptSecret(
  question: string,
  alternative: string,
  { input, output }: Terminal = { input: process.stdin, output: process.stderr },
): Promise<string> {
  if (!input.isTTY) throw new UsageError(`there is no terminal to ask for the ${question}; ${alternative}`);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input, output: silent, terminal: true });
  try {
    output.write(`${question}: `);
    // Ctrl-C and Ctrl-D reject.
    const secret = await lines.question("").catch(() => "");
    if (secret === "") throw new UsageError(`no ${question} was typed`);
    return secret;
  } finally {
    lines.close();
    output.write("\n");
  }
}

/** Entry of a list, by column. */
export type Entry = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** Prints a list: as aligned columns, or as one JSON document. */
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

/** Prints the result of a command: as lines of text, or as one JSON document. */
export function printResult(result: object, lines: readonly string[], asJson: boolean): void {
  process.stdout.write(asJson ? `${JSON.stringify(result, null, 2)}\n` : lines.map((line) => `${line}\n`).join(""));
}

function heading(column: string): string {
  return column.replaceAll("_", " ").toUpperCase();
}

/** Formats a cell, without control characters, which could change the terminal. */
function cellOf(value: Entry[string] | undefined): string {
  if (value === null || value === undefined) return "-";
  if (typeof value === "boolean") return value ? "yes" : "no";
  const written = Array.isArray(value) ? value.join(" ") : String(value);
  return written.replaceAll(/\p{C}/gu, "?") || "-";
}
