// Code of consumers that compiles with the generated types of the base and not with those of the head.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { incompatibleOperations } from "./compile-consumer.js";
import { Description } from "./description.js";
import { methods } from "./locations.js";
import { rated } from "./rules.js";

/** @typedef {import("./changes.js").Change} Change */

/** Kinds of components that have generated types. */
const kinds = ["schemas", "responses", "parameters", "requestBodies", "headers", "pathItems"];

/**
 * Finds the types that consumers lose: names of components, and operations whose types no longer fit.
 * @param {{ base: any, oldTypes: string, head: any, newTypes: string }} sides bundled documents, and their types
 * @param {string} headFolder @param {string} entry file of the description
 * @param {readonly Change[]} changes an operation with a major one needs no second
 * @returns {Change[]}
 */
export function lostByConsumers({ base, oldTypes, head, newTypes }, headFolder, entry, changes) {
  const known = new Set(changes.filter(({ rating }) => rating === "major").flatMap(({ operations }) => operations));
  const description = new Description(headFolder, entry);
  const operations = operationNames(head);
  const broken = incompatibleOperations(oldTypes, newTypes, [...operations.keys()]);
  return [
    ...lostNames(base, head).map(({ kind, name, instead }) => ({
      ...rated(
        "type-name-lost",
        `The generated types lose the name \`components["${kind}"]["${name}"]\`${instead ? `; it is \`${instead}\` now` : ""}.`,
      ),
      where: `components / ${kind} / ${name}`,
      operations: [],
      ...placeOfName(headFolder, entry, instead ?? name),
    })),
    ...broken.flatMap(({ id, part, message }) => {
      const { name = "", path = "", method = "" } = operations.get(id) ?? {};
      const item = description.child(description.root, "paths");
      const place = item && description.child(item, path);
      const operation = place && description.child(place, method);
      if (known.has(name) || !operation) return [];
      const what = `Code that uses the generated types of the ${part} no longer compiles: ${message}`;
      return [
        {
          ...rated("type-incompatible", what),
          where: `${name}, ${part}`,
          operations: [name],
          file: operation.file,
          line: description.line(operation),
        },
      ];
    }),
  ];
}

/**
 * @param {any} document
 * @returns {Map<string, { name: string, path: string, method: string }>} by id
 */
function operationNames(document) {
  return new Map(
    Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
      methods
        .filter((method) => item[method])
        .map((method) => {
          const name = `${method.toUpperCase()} ${path}`;
          return /** @type {const} */ ([String(item[method].operationId), { name, path, method }]);
        }),
    ),
  );
}

/** @param {any} base @param {any} head */
function lostNames(base, head) {
  return kinds.flatMap((kind) => {
    const [before, after] = [base, head].map((document) => document.components?.[kind] ?? {});
    const added = Object.keys(after).filter((name) => !(name in before));
    return Object.keys(before)
      .filter((name) => !(name in after))
      .map((name) => ({ kind, name, instead: added.find((other) => isDeepStrictEqual(before[name], after[other])) }));
  });
}

/**
 * Place of the first reference to a component, first in the entry file; its beginning when there is none.
 * @param {string} folder @param {string} entry @param {string} name
 */
function placeOfName(folder, entry, name) {
  const pattern = new RegExp(`\\$ref:.*[/#]${name.replaceAll(/[^\w-]/g, "\\$&")}(?:\\.yaml)?["']?\\s*$`);
  const names = readdirSync(join(folder, "openapi"), { recursive: true, encoding: "utf8" }).toSorted();
  const others = names.map((found) => `openapi/${found}`).filter((file) => file.endsWith(".yaml"));
  for (const file of [entry, ...others]) {
    const lines = readFileSync(join(folder, file), "utf8").split("\n");
    const index = lines.findIndex((line) => pattern.test(line));
    if (index !== -1) return { file, line: index + 1 };
  }
  return { file: entry, line: 1 };
}
