import { Marked, type RendererObject, type Tokens } from "marked";
import { codeBlock, isLanguage } from "./code.js";
import type { Guide } from "./guides.js";
import { escapeHtml, Html, permalink } from "./html.js";
import type { Heading } from "./page.js";

/** Markdown of the description: paragraphs, lists and marks. */
const plain = new Marked();

/** Renders a text of the description as blocks. */
export function block(text: string): Html {
  return new Html(plain.parse(text, { async: false }));
}

/** Renders a text of the description within a sentence or a cell. */
export function inline(text: string): Html {
  return new Html(plain.parseInline(text.trim(), { async: false }));
}

/** Resolvers for the Markdown of a guide. Both throw for an unknown name. */
interface GuideContext {
  /** Renders a directive such as `<!-- scopes -->`. */
  readonly directive: (name: string) => Html;
  /** Resolves a link; `undefined` for a file that has no page. */
  readonly href: (target: string) => string | undefined;
}

/** Renders a guide as HTML, with its headings. Throws, with the file and the problem, when a part cannot be shown. */
export function renderGuide({ file, text }: Guide, context: GuideContext): { content: Html; outline: Heading[] } {
  const outline: Heading[] = [];
  const marked = new Marked({ renderer: guideRenderer(context, outline) });
  try {
    return { content: new Html(marked.parse(text, { async: false })), outline };
  } catch (error) {
    // Marked appends a request to report the error to its authors.
    const [problem] = (error as Error).message.split("\nPlease report");
    throw new Error(`${file}: ${problem}`, { cause: error });
  }
}

function guideRenderer({ directive, href }: GuideContext, outline: Heading[]): RendererObject {
  return {
    heading({ tokens, depth, text }: Tokens.Heading) {
      const id = uniqueId(slug(text), outline);
      outline.push({ id, title: text.replaceAll(/[`*]/g, ""), level: depth });
      return `<h${depth} id="${id}">${this.parser.parseInline(tokens)} ${permalink(id, text)}</h${depth}>\n`;
    },
    code({ text, lang = "" }: Tokens.Code) {
      const [language = "text", status] = lang.split(" ").filter(Boolean);
      if (!isLanguage(language)) throw new Error(`code in ${language} cannot be highlighted; see src/code.ts`);
      return codeBlock(text, language, status).text;
    },
    link({ href: target, tokens }: Tokens.Link) {
      const text = this.parser.parseInline(tokens);
      const resolved = href(target);
      return resolved === undefined
        ? `<span class="file" title="${escapeHtml(target)}">${text}</span>`
        : `<a href="${escapeHtml(resolved)}">${text}</a>`;
    },
    table(token: Tokens.Table) {
      const head = token.header.map((cell) => `<th scope="col">${this.parser.parseInline(cell.tokens)}</th>`);
      const rows = token.rows.map(
        (row) => `<tr>${row.map((cell) => `<td>${this.parser.parseInline(cell.tokens)}</td>`).join("")}</tr>`,
      );
      return `<table><thead><tr>${head.join("")}</tr></thead><tbody>${rows.join("")}</tbody></table>\n`;
    },
    html({ text }: Tokens.HTML | Tokens.Tag) {
      const [, name] = /^<!--\s*(.*?)\s*-->\s*$/.exec(text) ?? [];
      if (name === undefined) throw new Error(`HTML is not allowed: ${text.trim()}`);
      return directive(name).text;
    },
    image({ href: target }: Tokens.Image) {
      throw new Error(`pictures are not allowed: ${target}`);
    },
  };
}

/** Anchor of a heading, the same as on GitHub. */
export function slug(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replaceAll(/\s/g, "-");
}

function uniqueId(id: string, outline: readonly Heading[]): string {
  let candidate = id;
  for (let count = 1; outline.some((heading) => heading.id === candidate); count += 1) candidate = `${id}-${count}`;
  return candidate;
}
