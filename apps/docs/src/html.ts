/** Text that is HTML already. */
export class Html {
  constructor(readonly text: string) {}

  toString(): string {
    return this.text;
  }
}

/** What may stand in a template: text is escaped, lists are put together, `undefined` and `false` are left out. */
export type Content = Html | string | number | false | undefined | readonly Content[];

/** Text as it may stand in HTML, also within quotes. */
export function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** HTML from a template. What is not HTML already is escaped. */
export function html(parts: TemplateStringsArray, ...contents: readonly Content[]): Html {
  return new Html(parts.map((part, index) => part + textOf(contents[index])).join(""));
}

/** Contents with something between them. */
export function joined(contents: readonly Content[], between: string): Html {
  return new Html(contents.map(textOf).join(between));
}

function textOf(content: Content): string {
  if (content === undefined || content === false) return "";
  if (content instanceof Html) return content.text;
  return typeof content === "object" ? content.map(textOf).join("") : escapeHtml(String(content));
}

/** The link to a place on the same page, beside its title. */
export function permalink(id: string, title: string): Html {
  return html`<a class="permalink" href="#${id}" aria-label="Link to ${title}">#</a>`;
}

/** What a reader sees of HTML, without any mark-up. */
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
