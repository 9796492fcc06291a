/** Guide as it is written. */
export interface Guide {
  /** Name of its page, and of its file without `.md`. */
  readonly name: string;
  /** Named in error messages. */
  readonly file: string;
  /** Files of the repository that it is made from. */
  readonly sources: readonly string[];
  readonly title: string;
  /** Subject, in a sentence. */
  readonly summary: string;
  /** Position among the guides; those without a number come last, by name. */
  readonly order: number;
  /** Markdown, without the title. */
  readonly text: string;
}

/**
 * Parses a guide. Its front matter may have `title`, `summary` and `order`; otherwise the title is the first heading,
 * and the summary the first paragraph. Throws when there is no title.
 */
export function readGuide(file: string, source: string): Guide {
  const name = (file.split("/").at(-1) ?? file).replace(/\.md$/, "");
  const [front, body] = frontMatter(source.replaceAll("\r\n", "\n"));
  const [heading, firstTitle] = /^\s*# +(.+)\n/.exec(body) ?? ["", undefined];
  const title = front.title ?? firstTitle?.trim();
  if (title === undefined) throw new Error(`${file}: a guide begins with a title`);
  const text = body.slice(heading.length).trim();
  const [firstParagraph = ""] = text.split("\n\n").filter((paragraph) => /^[\p{L}_*`[]/u.test(paragraph));
  const order = Number(front.order ?? Number.POSITIVE_INFINITY);
  if (Number.isNaN(order)) throw new Error(`${file}: the order ${front.order} is not a number`);
  return { name, file, sources: [file], title, summary: front.summary ?? withoutMarks(firstParagraph), order, text };
}

/** Sorts guides in reading order. */
export function inOrder(guides: readonly Guide[]): Guide[] {
  return guides.toSorted((a, b) => (a.order === b.order ? a.name.localeCompare(b.name) : a.order - b.order));
}

function frontMatter(source: string): [Record<string, string>, string] {
  const [whole, lines] = /^---\n(.*?)\n---\n/s.exec(source) ?? [];
  if (whole === undefined || lines === undefined) return [{}, source];
  const entries = lines.split("\n").map((line) => {
    const [key = "", ...value] = line.split(":");
    return [
      key.trim(),
      value
        .join(":")
        .trim()
        .replace(/^(["'])(.*)\1$/, "$2"),
    ];
  });
  return [Object.fromEntries(entries), source.slice(whole.length)];
}

function withoutMarks(text: string): string {
  return text
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replaceAll(/[`*_]/g, "")
    .replaceAll(/\s+/g, " ");
}
