/** Text that is HTML already. */
export class Html {
  constructor(readonly text: string) {}

  toString(): string {
    return this.text;
  }
}

/** Content of a template: text is escaped, lists are concatenated, `undefined` and `false` are left out. */
export type Content = Html | string | number | false | undefined | readonly Content[];

/** Escapes text for HTML, also within quotes. */
export function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** Makes HTML from a template. Content that is not `Html` is escaped. */
export function html(parts: TemplateStringsArray, ...contents: readonly Content[]): Html {
  return new Html(parts.map((part, index) => part + textOf(contents[index])).join(""));
}

/** Joins contents with a separator. */
export function joined(contents: readonly Content[], separator: string): Html {
  return new Html(contents.map(textOf).join(separator));
}

function textOf(content: Content): string {
  if (content === undefined || content === false) return "";
  if (content instanceof Html) return content.text;
  return typeof content === "object" ? content.map(textOf).join("") : escapeHtml(String(content));
}

/** Link from a title to its own anchor. */
export function permalink(id: string, title: string): Html {
  return html`<a class="permalink" href="#${id}" aria-label="Link to ${title}">#</a>`;
}

/** Text of HTML without markup. */
export function plainText({ text }: Html): string {
  return text
    .replaceAll("<wbr>", "")
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&")
    .replaceAll(/\s+/g, " ")
    .trim();
}
