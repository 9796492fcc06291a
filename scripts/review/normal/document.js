// One form for descriptions that say the same: references resolved, parameters and security at the operations.
import { methods } from "../locations.js";
import { holdsData, holdsNames } from "../walk-both.js";
import { copyOf, moveKey, originOfKey } from "./origins.js";
import { resolveAll } from "./resolve.js";
import { normalizeSchema } from "./schema.js";

/** Values that mean the same as no value, in everything but schemas. */
const meaningless = { required: false, deprecated: false, allowEmptyValue: false, allowReserved: false };

/** Default of `style` and of `explode`, by the location of a parameter; headers of responses have none. */
const styles = { query: "form", cookie: "form", path: "simple", header: "simple" };

/**
 * Normalizes a description.
 * @param {import("../description.js").Description} description
 * @param {ReadonlySet<string>} [omitted] paths to leave out
 * @returns {any} the document, without references but those of schemas that contain themselves
 */
export function normalizeDocument(description, omitted = new Set()) {
  /** @type {Record<string, any>} */
  const schemas = {};
  const { file, value } = description.root;
  const { components = {}, ...rest } = value;
  if (rest.paths) rest.paths = Object.fromEntries(Object.entries(rest.paths).filter(([path]) => !omitted.has(path)));
  const resolved = resolveAll(description, { file, path: [], value: rest }, schemas);
  const place = { file, path: ["components", "securitySchemes"], value: components.securitySchemes ?? {} };
  const securitySchemes = resolveAll(description, place, schemas);
  const paths = copyOf(resolved.paths ?? {});
  for (const path of Object.keys(paths)) paths[path] = normalizePath(paths[path], resolved);
  const document = copyOf(resolved);
  delete document.security;
  document.paths = paths;
  document.components = {
    securitySchemes,
    schemas: Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, normalizeSchema(schema)])),
  };
  return document;
}

/** @param {any} item @param {any} root */
function normalizePath(item, root) {
  const { parameters = [] } = item;
  const copy = copyOf(item);
  delete copy.parameters;
  for (const method of methods) {
    if (!copy[method]) continue;
    const operation = copyOf(copy[method]);
    const own = operation.parameters ?? [];
    const names = new Set(own.map(identity));
    const shared = parameters.filter((/** @type {any} */ parameter) => !names.has(identity(parameter)));
    operation.parameters = copyOf(own);
    operation.parameters.push(...shared);
    if (!("security" in operation) && root.security)
      moveKey(operation, "security", root.security, originOfKey(root, "security"));
    copy[method] = normalizeParts(operation);
  }
  return copy;
}

/**
 * Identity of a parameter within an operation. Names of headers are case-insensitive.
 * @param {any} parameter
 */
export const identity = ({ in: location, name = "" }) =>
  `${location} ${location === "header" ? name.toLowerCase() : name}`;

/** @param {any} value @returns {any} */
function normalizeParts(value) {
  if (typeof value !== "object" || value === null) return value;
  const copy = copyOf(value);
  for (const key of Object.keys(copy)) {
    if (key === "schema") copy[key] = normalizeSchema(copy[key]);
    else if (holdsNames(key, copy[key])) copy[key] = normalizeNames(copy[key]);
    else if (!holdsData(key)) copy[key] = normalizeParts(copy[key]);
  }
  return withoutDefaults(copy);
}

/** @param {any} copy */
function withoutDefaults(copy) {
  for (const [key, nothing] of Object.entries(meaningless)) if (copy[key] === nothing) delete copy[key];
  if (copy.style === styles[/** @type {keyof typeof styles} */ (copy.in)]) delete copy.style;
  if (copy.explode === ["query", "cookie"].includes(copy.in) && !copy.style) delete copy.explode;
  return copy;
}

/** @param {any} names */
function normalizeNames(names) {
  const copy = copyOf(names);
  for (const name of Object.keys(copy)) copy[name] = normalizeParts(copy[name]);
  return copy;
}
