import { requireSeed, type Seed } from "@grantbook/server";
import type { Lexer, Parser } from "yaml";
import { readBoundedFile } from "../bounded-file.js";
import { UsageError } from "../usage-error.js";

/** Maximum bytes of a seed file, enough for ten thousand users. */
export const maxSeedBytes = 1024 * 1024;
/** Maximum levels of the parser's stack; a seed has seven. */
const maxDepth = 32;
/** Maximum keys of a mapping, and tags and anchors of a file. The parser's time grows with their square. */
const maxKeys = 1000;

/** Reads the users and applications of a YAML file. Throws a {@link UsageError} that says which value is wrong. */
export async function readSeedFile(file: string): Promise<Seed> {
  try {
    const content = await parseYaml(readBoundedFile(file, maxSeedBytes));
    if (content === null || content === undefined) throw new Error("it is empty");
    return requireSeed(content);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") throw new UsageError(`there is no seed file ${file}`);
    throw new UsageError(`the seed file ${file}: ${(error as Error).message}`);
  }
}

async function parseYaml(text: string): Promise<unknown> {
  // Loaded on demand, because most starts have no seed.
  const { Lexer, Parser, parse, YAMLParseError } = await import("yaml");
  requireSimple(new Lexer(), new Parser(), text);
  try {
    return parse(text, { maxAliasCount: 100, logLevel: "error" });
  } catch (error) {
    if (error instanceof YAMLParseError) throw new Error((error.message.split("\n")[0] ?? "").replace(/:$/, ""));
    if (error instanceof ReferenceError) throw new Error("its aliases expand to too much");
    throw error;
  }
}

/** Refuses a file that would take the parser too much time or stack. */
function requireSimple(lexer: Lexer, parser: Parser, text: string): void {
  let marks = 0;
  for (const lexeme of lexer.lex(text)) {
    if (/^[!&]/.test(lexeme)) marks += 1;
    for (const _token of parser.next(lexeme)) {
      // The tokens are not used: parse() reads the text again once it is known to be simple.
    }
    if (parser.stack.length > maxDepth) throw new Error("it is nested too deeply");
    const top = parser.stack.at(-1);
    const isMapping = top?.type === "block-map" || (top?.type === "flow-collection" && top.start.source === "{");
    if (marks > maxKeys || (isMapping && top.items.length > maxKeys)) {
      throw new Error(`it has more than ${maxKeys} keys, tags or anchors in one place`);
    }
  }
}
