/** A guide as it is written. */
export interface Guide {
  /** The name of its page, and of its file without `.md`. */
  readonly name: string;
  /** For messages. */
  readonly file: string;
  /** The files of the repository it is made from. */
  readonly sources: readonly string[];
  readonly title: string;
  /** What it is about, in a sentence. */
  readonly summary: string;
  /** Where it stands among the others; those without a number come last, by name. */
  readonly order: number;
  /** In Markdown, without its title. */
  readonly text: string;
}

/**
 * Reads a guide. `title`, `summary` and `order` are in front of it, a line each between lines of three dashes; without
 * them, the title is the first heading, and the summary the first paragraph. Throws when there is no title.
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

/** Guides in the order they are read in. */
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
