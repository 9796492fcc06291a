import ts from "typescript";

/**
 * @typedef {{ line: number, column: number }} Position both from 1
 */

/**
 * True for code outside every function, which runs while its module is loaded. A fault there must be planted before the
 * tests begin; a test that loads the module again would be the only one to meet it.
 * @param {string} file @param {string} text @param {{ start: Position, end: Position }} location
 */
export function isLoadTime(file, text, { start, end }) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const [from, to] = [start, end].map(({ line, column }) => source.getPositionOfLineAndCharacter(line - 1, column - 1));
  /** @param {ts.Node} node @returns {boolean} */
  const isInFunction = (node) =>
    ts.forEachChild(node, (child) => {
      if (child.pos > /** @type {number} */ (from) || child.end < /** @type {number} */ (to)) return false;
      return runsLater(child, node) || isInFunction(child);
    }) ?? false;
  return !isInFunction(source);
}

/**
 * True for the parameters and the body of a function, and for the first value of a property.
 * @param {ts.Node} node @param {ts.Node} parent
 */
const runsLater = (node, parent) =>
  (ts.isFunctionLike(parent) && (ts.isParameter(node) || Reflect.get(parent, "body") === node)) ||
  (ts.isPropertyDeclaration(parent) && parent.initializer === node && !ts.getModifiers(parent)?.some(isStatic));

/** @param {ts.Modifier} modifier */
const isStatic = ({ kind }) => kind === ts.SyntaxKind.StaticKeyword;
