/** Columns of the terminal: of `COLUMNS`, of standard output, or 80. At least 40. */
export function terminalWidth(environment: NodeJS.ProcessEnv = process.env): number {
  const columns = /^\d{1,4}$/.test(environment.COLUMNS ?? "") ? Number(environment.COLUMNS) : process.stdout.columns;
  return Math.max(40, columns || 80);
}

/** Breaks a text into lines of at most `width` characters, between words. A longer word has a line of its own. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const line = lines.at(-1);
    if (line === undefined || line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${line} ${word}`;
  }
  return lines;
}

/** Row of two columns: a term, and a text. A no-break space in the text is printed as a space. */
export type Row = readonly [term: string, text: string];

/** Maximum characters of a term that shares its line with the text. */
const maxTerm = 24;

/**
 * Formats sections of rows for a terminal, each under its heading, with the same columns. Texts are wrapped with a
 * hanging indent; a longer term has a line of its own.
 */
export function formatSections(sections: readonly (readonly [heading: string, rows: readonly Row[]])[], width: number) {
  const terms = sections.flatMap(([, rows]) => rows.map(([term]) => term.length)).filter((length) => length <= maxTerm);
  const indent = 2 + Math.max(0, ...terms) + 2;
  const format = ([term, text]: Row) => {
    const lines = wrap(text, width - indent).map((line) => " ".repeat(indent) + line.replaceAll("\u00a0", " "));
    const head = `  ${term}`;
    if (head.length + 2 > indent) return [head, ...lines];
    const [first = "", ...rest] = lines;
    return [head + first.slice(head.length), ...rest];
  };
  return sections.map(([heading, rows]) => `${heading}:\n${rows.flatMap(format).join("\n")}`).join("\n\n");
}
