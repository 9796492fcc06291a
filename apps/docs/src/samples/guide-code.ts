import { readdirSync, readFileSync } from "node:fs";
import { marked, type Tokens } from "marked";

const folder = new URL("../../guides/", import.meta.url);

/** A block of code in a guide. */
export interface CodeBlock {
  readonly language: string;
  /** The status that its requests are answered with; a success when nothing is said. */
  readonly status: number | undefined;
  readonly code: string;
}

/** The names of the guides. */
export function guideNames(): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".md"))
    .map((file) => file.replace(/\.md$/, ""));
}

/** What a reader of a guide can copy in a language, from the top to the bottom. */
export function guideCode(name: string, language: string): CodeBlock[] {
  const tokens = marked.lexer(readFileSync(new URL(`${name}.md`, folder), "utf8"));
  const blocks = tokens
    .filter((token): token is Tokens.Code => token.type === "code")
    .map(({ lang = "", text }) => {
      const [first = "", status] = lang.split(" ");
      return { language: first, status: status === undefined ? undefined : Number(status), code: text };
    });
  return blocks.filter((block) => block.language === language);
}
