import { join, relative, sep } from "node:path";
import ts from "typescript";

/** @typedef {import("./sources.js").Source} Source */

/** @type {ts.CompilerOptions} */
const options = {
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  allowJs: true,
  customConditions: ["@grantbook/source"],
};

/**
 * Reads the imports of sources with TypeScript's own module resolution. Types count like values, also those that
 * JSDoc imports.
 * @param {string} root @param {readonly Source[]} sources
 * @returns {Map<string, string[]>} the files that each file imports; files outside of `sources` are left out
 */
export function importGraph(root, sources) {
  const known = new Set(sources.map(({ file }) => file));
  const cache = ts.createModuleResolutionCache(root, (name) => name, options);
  return new Map(
    sources.map(({ file, text }) => {
      const targets = importedNames(file, text).map((name) => resolveImport(root, name, file, cache));
      return [file, [...new Set(targets)].filter((target) => target !== undefined && known.has(target)).map(String)];
    }),
  );
}

/** @param {string} root @param {string} name @param {string} file @param {ts.ModuleResolutionCache} cache */
function resolveImport(root, name, file, cache) {
  const mode = ts.ModuleKind.ESNext;
  const { resolvedModule } = ts.resolveModuleName(name, join(root, file), options, ts.sys, cache, undefined, mode);
  return resolvedModule && relative(root, resolvedModule.resolvedFileName).split(sep).join("/");
}

/** @param {string} file @param {string} text @returns {string[]} */
function importedNames(file, text) {
  /** @type {string[]} */
  const names = [];
  /** @param {ts.Node} node */
  const visit = (node) => {
    const name = moduleNameOf(node);
    if (name && ts.isStringLiteralLike(name)) names.push(name.text);
    for (const comment of ts.getJSDocCommentsAndTags(node)) if (comment.parent === node) visit(comment);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  return names;
}

/** @param {ts.Node} node @returns {ts.Node | undefined} */
function moduleNameOf(node) {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isImportTypeNode(node)) return ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined;
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) return node.arguments[0];
  return undefined;
}

/**
 * Finds the circles of an import graph: each is a group of files that all lead to each other (Tarjan's algorithm).
 * @param {ReadonlyMap<string, readonly string[]>} graph
 * @returns {string[][]} the files of each circle, sorted
 */
export function circlesOf(graph) {
  /** @type {Map<string, number>} */
  const order = new Map();
  /** @type {Map<string, number>} */
  const lowest = new Map();
  /** @type {string[]} */
  const stack = [];
  /** @type {string[][]} */
  const groups = [];
  /** @param {string} file */
  const visit = (file) => {
    const index = order.size;
    order.set(file, index);
    lowest.set(file, index);
    stack.push(file);
    for (const target of graph.get(file) ?? []) {
      if (!order.has(target)) visit(target);
      const reached = stack.includes(target) ? (lowest.get(target) ?? index) : index;
      lowest.set(file, Math.min(lowest.get(file) ?? index, reached));
    }
    if (lowest.get(file) === index) groups.push(stack.splice(stack.indexOf(file)).toSorted());
  };
  for (const file of graph.keys()) if (!order.has(file)) visit(file);
  return groups.filter(([first = "", ...others]) => others.length > 0 || graph.get(first)?.includes(first)).toSorted();
}
