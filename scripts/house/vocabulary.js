/**
 * @typedef {{ retired: string, instead: string, pattern: RegExp }} RetiredWord
 * @typedef {{ retired: string, instead: string, file: string, line: number }} Use
 */

/**
 * Reads the table of retired words of docs/vocabulary.md. The page says how an entry matches.
 * @param {string} page
 * @returns {RetiredWord[]}
 * @throws {Error} when the page has no such table
 */
export function retiredWords(page) {
  const [, rows] = /^\| retired +\| use instead +\|\n\| -+ \| -+ \|\n((?:\|.*\n)+)/m.exec(page) ?? [];
  if (rows === undefined) throw new Error("docs/vocabulary.md has no table with the head `retired | use instead`.");
  return rows
    .trimEnd()
    .split("\n")
    .map((row) => {
      const [retired = "", instead = ""] = row
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim());
      const word = retired.replaceAll("`", "");
      return { retired: word, instead, pattern: patternOf(word) };
    });
}

/** @param {string} word */
function patternOf(word) {
  const escaped = word.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
  if (word.endsWith("…")) return new RegExp(`(?<![\\w$])${escaped.slice(0, -1)}[A-Z]\\w*`, "g");
  if (word.startsWith("…")) return new RegExp(`\\w+${escaped.slice(1)}(?![\\w$])`, "g");
  // A phrase may go on in the next line of a comment.
  const phrase = escaped.replaceAll(" ", "(?:\\s+(?:(?:\\*|//|#|>)\\s+)?)");
  return new RegExp(`(?<![\\w$])${phrase}(?![\\w$])`, /[A-Z]/.test(word) ? "g" : "gi");
}

/**
 * Finds the retired words in sources.
 * @param {readonly RetiredWord[]} words @param {readonly import("./sources.js").Source[]} sources
 * @returns {Use[]}
 */
export function usesOf(words, sources) {
  return sources.flatMap(({ file, text }) =>
    words.flatMap(({ retired, instead, pattern }) =>
      [...text.matchAll(pattern)].map(({ index }) => {
        const line = text.slice(0, index).split("\n").length;
        return { retired, instead, file, line };
      }),
    ),
  );
}
