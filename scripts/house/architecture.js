import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** @typedef {{ path: string, from: readonly string[] }} NamedPath `from` lists the folders that the path may be in */

/** A path has a slash or an extension, and no space, sign of an address or of a call. */
const pathPattern = /^(?!@|\/|https?:|\.$)(?=.*(?:\/|\.(?:js|ts|md|yaml|json)$))[\w./<>*-]+$/;

/**
 * Lists the paths that ARCHITECTURE.md names: those of its tree of folders, and those of its tables. A path may be
 * in the folders of those that the same line or cell names before it.
 * @param {string} text of ARCHITECTURE.md
 * @returns {NamedPath[]}
 */
export function namedPaths(text) {
  const [, tree = ""] = /^## What is where\n.*?```\n(.*?)```/ms.exec(text) ?? [];
  const cells = text.split("\n").flatMap((line) => (line.startsWith("|") ? line.split(/(?<!\\)\|/).slice(1, -1) : []));
  return [...pathsOfTree(tree), ...cells.flatMap(pathsOfCell)];
}

/** @param {string} tree @returns {NamedPath[]} */
function pathsOfTree(tree) {
  /** @type {{ indent: number, path: string }[]} */
  const parents = [];
  return tree.split("\n").flatMap((line) => {
    const indent = line.length - line.trimStart().length;
    while ((parents.at(-1)?.indent ?? -1) >= indent) parents.pop();
    const folder = parents.at(-1)?.path ?? "";
    const words = line.trim().split(/,?\s+/);
    const end = words.findIndex((word) => !pathPattern.test(word));
    const paths = words.slice(0, end === -1 ? undefined : end);
    if (paths[0]) parents.push({ indent, path: folder + paths[0] });
    const above = paths[0] ? foldersAbove(folder + paths[0].replace(/\/$/, "")) : [];
    return paths.map((path, index) => ({ path, from: index === 0 ? [folder] : above }));
  });
}

/** @param {string} cell @returns {NamedPath[]} */
function pathsOfCell(cell) {
  const paths = [...cell.matchAll(/`([^`]+)`/g)].map(([, code = ""]) => code).filter((code) => pathPattern.test(code));
  return paths.map((path, index) => ({ path, from: ["", ...paths.slice(0, index).flatMap(foldersAbove)] }));
}

/** @param {string} path @returns {string[]} every folder that the path goes through, with a slash at the end */
function foldersAbove(path) {
  const keys = path.split("/");
  return keys.map((_, index) => keys.slice(0, index).join("/")).flatMap((folder) => (folder ? [`${folder}/`] : []));
}

/**
 * Tells whether there is a file or a folder at a path. A placeholder such as `<resource>` and `*` stand for any name.
 * @param {string} root @param {NamedPath} named
 */
export function isThere(root, { path, from }) {
  return from.some((folder) => matches(root, `${folder}${path}`.split("/").filter(Boolean)));
}

/** @param {string} folder @param {string[]} keys @returns {boolean} */
function matches(folder, [key, ...rest]) {
  if (key === undefined) return true;
  if (!/[<*]/.test(key)) return existsSync(join(folder, key)) && matches(join(folder, key), rest);
  const pattern = new RegExp(`^${key.replaceAll(".", "\\.").replaceAll(/<[^>]+>|\*/g, ".+")}$`);
  const isFolder = existsSync(folder);
  return isFolder && readdirSync(folder).some((name) => pattern.test(name) && matches(join(folder, name), rest));
}
