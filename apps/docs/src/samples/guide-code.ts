import { readdirSync, readFileSync } from "node:fs";
import { marked, type Tokens } from "marked";

const folder = new URL("../../guides/", import.meta.url);

/** Block of code in a guide. */
export interface CodeBlock {
  readonly language: string;
  /** Status of the responses; a success when missing. */
  readonly status: number | undefined;
  readonly code: string;
}

/** Lists the names of the guides. */
export function guideNames(): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".md"))
    .map((file) => file.replace(/\.md$/, ""));
}

/** Lists the code blocks of a guide in a language, from top to bottom. */
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
