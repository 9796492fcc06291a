import ts from "typescript";

/**
 * Lists the comments of a source, each line of them on its own.
 * @param {import("./sources.js").Source} source TypeScript or JavaScript
 * @returns {{ line: number, text: string }[]} `line` counts from 1; `text` is the part of the line that is a comment
 */
export function commentLines({ file, text }) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  /** @type {Map<number, ts.CommentRange>} */
  const comments = new Map();
  /** @param {ts.Node} node */
  const visit = (node) => {
    for (const range of ts.getLeadingCommentRanges(text, node.getFullStart()) ?? []) comments.set(range.pos, range);
    for (const range of ts.getTrailingCommentRanges(text, node.getEnd()) ?? []) comments.set(range.pos, range);
    if (!ts.isJSDoc(node)) for (const child of node.getChildren(source)) visit(child);
  };
  visit(source);
  return [...comments.values()].flatMap(({ pos, end }) => {
    const { line } = source.getLineAndCharacterOfPosition(pos);
    return text
      .slice(pos, end)
      .split("\n")
      .map((part, index) => ({ line: line + index + 1, text: part }));
  });
}
