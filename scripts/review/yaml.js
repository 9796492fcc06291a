import { Composer, LineCounter, Parser } from "yaml";
import { ReviewError } from "./review-error.js";

/** Levels of the parser's stack. The description has 15. */
const maxDepth = 200;

/** Texts that stay parsed: both sides of a comparison share most of them. */
const maxTexts = 100;

/**
 * @typedef {object} Yaml
 * @property {import("yaml").Document} document
 * @property {any} value of the document; shared, not to be changed
 * @property {LineCounter} lines
 */

/** @type {Map<string, Yaml>} by text */
const parsed = new Map();

/**
 * Parser that refuses text nested so deeply that composing it takes minutes: the time grows with the square of the
 * depth.
 */
class ShallowParser extends Parser {
  /** @param {string} lexeme @override */
  *next(lexeme) {
    if (this.stack.length > maxDepth) throw new ReviewError("is nested too deeply.");
    yield* super.next(lexeme);
  }
}

/**
 * Parses a text that may come from a stranger. The same text is parsed once.
 * @param {string} name of the file @param {string} text
 * @throws {ReviewError} when it is no YAML, or nested too deeply
 */
export function parseYaml(name, text) {
  const known = parsed.get(text);
  if (known) return known;
  try {
    const found = compose(text);
    parsed.set(text, found);
    const [oldest = ""] = parsed.keys();
    if (parsed.size > maxTexts) parsed.delete(oldest);
    return found;
  } catch (error) {
    throw new ReviewError(`${name} ${/** @type {Error} */ (error).message}`);
  }
}

/** @param {string} text @returns {Yaml} */
function compose(text) {
  const lines = new LineCounter();
  const tokens = new ShallowParser(lines.addNewLine).parse(text);
  const [document, second] = new Composer({ lineCounter: lines }).compose(tokens, true, text.length);
  if (!document || second) throw new ReviewError("is no YAML: it has more than one document.");
  const [error] = document.errors;
  if (error) throw new ReviewError(`is no YAML, line ${lines.linePos(error.pos[0]).line}: ${error.message}`);
  return { document, value: document.toJS(), lines };
}
