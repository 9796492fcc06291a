import { Lexer, Parser } from "yaml";
import { ReviewError } from "./review-error.js";

/** Levels of the parser's stack. The description has 15. */
const maxDepth = 200;

/**
 * Refuses text that is nested so deeply that parsing it takes minutes: the time grows with the square of the depth.
 * @param {string} name of the file @param {string} text
 * @throws {ReviewError}
 */
export function requireShallow(name, text) {
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(text)) {
    for (const _token of parser.next(lexeme)) {
      // The text is parsed again when it is known to be shallow.
    }
    if (parser.stack.length > maxDepth) throw new ReviewError(`${name} is nested too deeply.`);
  }
}
