// Two normalized documents brought into one order and one spelling, so that what is left differs in meaning.
import { isDeepStrictEqual } from "node:util";
import { holdsData, holdsNames } from "../walk-both.js";
import { identity } from "./document.js";
import { copyOf } from "./origins.js";

/** Maps of names without a case (RFC 9110, sections 5.1 and 8.3.1). */
const caseless = new Set(["headers", "content"]);

/** Lists whose order has no meaning. */
const unordered = new Set(["parameters", "tags", "required", "security", "anyOf", "oneOf", "allOf"]);

/**
 * Aligns two values: members that are the same come first, in the order of the base; names without a case get the
 * spelling of the base. Data stays as it is.
 * @param {any} base @param {any} head
 * @param {string} [name] key of the values, where it is a keyword
 * @returns {[any, any]} copies
 */
export function align(base, head, name = "") {
  if (holdsData(name)) return [base, head];
  if (Array.isArray(base) && Array.isArray(head) && unordered.has(name)) return alignLists(base, head);
  if (!isObject(base) || !isObject(head)) return [base, head];
  const isMap = holdsNames(name, head);
  const left = copyOf(base);
  const right = copyOf(head);
  for (const key of Object.keys(base)) {
    if (!(key in right)) continue;
    if (!isMap && caseless.has(key) && isObject(base[key]) && isObject(right[key]))
      right[key] = spelledLike(base[key], right[key]);
    [left[key], right[key]] = align(base[key], right[key], isMap ? "" : key);
  }
  return [left, right];
}

/** @param {any} base @param {any} head */
function spelledLike(base, head) {
  const spellings = new Map(Object.keys(base).map((name) => [name.toLowerCase(), name]));
  const copy = copyOf(head);
  for (const name of Object.keys(head)) {
    const spelling = name in base ? name : (spellings.get(name.toLowerCase()) ?? name);
    if (spelling in head) continue;
    copy[spelling] = copy[name];
    delete copy[name];
  }
  return copy;
}

/** @param {any[]} base @param {any[]} head @returns {[any[], any[]]} */
function alignLists(base, head) {
  const rest = [...head];
  /** @param {(item: any) => boolean} isPartner */
  const take = (isPartner) => {
    const index = rest.findIndex(isPartner);
    return index === -1 ? undefined : { item: rest.splice(index, 1)[0] };
  };
  const sameAs = (/** @type {any} */ item) => take((other) => isDeepStrictEqual(item, other));
  const equal = base.map((item) => sameAs(item));
  const partners = base.map((item, index) => equal[index] ?? take((other) => isAlike(item, other)));
  const pairs = base.flatMap((item, index) => {
    const partner = partners[index];
    return partner ? [align(item, spelledParameter(item, partner.item))] : [];
  });
  const left = copyOf(base);
  const right = copyOf(head);
  left.splice(0, left.length, ...pairs.map(([item]) => item), ...base.filter((_, index) => !partners[index]));
  right.splice(0, right.length, ...pairs.map(([, item]) => item), ...rest);
  return [left, right];
}

/** Member with the name of its partner: a header may be written in another case. @param {any} base @param {any} head */
function spelledParameter(base, head) {
  return base?.name === head?.name ? head : Object.assign(copyOf(head), { name: base.name });
}

/** @param {any} left @param {any} right */
function isAlike(left, right) {
  if (!isObject(left) || !isObject(right)) return false;
  if ("in" in left || "in" in right) return identity(left) === identity(right);
  if ("name" in left) return left.name === right.name;
  const fields = Object.keys(left.properties ?? {});
  return isDeepStrictEqual(left.type, right.type) && fields.some((name) => name in (right.properties ?? {}));
}

/**
 * Removes everything that both documents have alike, down to parameters and responses.
 * @param {any} base @param {any} head aligned documents
 * @returns {[any, any]} copies with only what differs; without paths when nothing does
 */
export function prune(base, head) {
  const kept = new Set(["openapi", "info", "components"]);
  const [left, right] = withoutEqual(base, head, (key) => !kept.has(key));
  const paths = withoutEqual(base.paths, head.paths, () => true);
  for (const path of Object.keys(paths[0])) {
    if (!(path in paths[1])) continue;
    const items = withoutEqual(paths[0][path], paths[1][path], () => true);
    for (const method of Object.keys(items[0])) {
      if (!isObject(items[0][method]) || !isObject(items[1][method])) continue;
      [items[0][method], items[1][method]] = pruneOperation(items[0][method], items[1][method]);
    }
    [paths[0][path], paths[1][path]] = items;
  }
  [left.paths, right.paths] = paths;
  return [left, right];
}

/** @param {any} base @param {any} head @returns {[any, any]} */
function pruneOperation(base, head) {
  const [left, right] = [copyOf(base), copyOf(head)];
  for (const key of ["parameters", "responses"]) {
    if (base[key] && head[key]) [left[key], right[key]] = withoutEqual(base[key], head[key], () => true);
  }
  return [left, right];
}

/** @param {any} base @param {any} head @param {(key: string) => boolean} isOptional @returns {[any, any]} */
function withoutEqual(base, head, isOptional) {
  const equal = Object.keys(base).filter((key) => isOptional(key) && isDeepStrictEqual(base[key], head[key]));
  return /** @type {[any, any]} */ (
    [base, head].map((value) => {
      const copy = copyOf(value);
      if (Array.isArray(copy))
        copy.splice(
          0,
          copy.length,
          ...value.filter((/** @type {any} */ _, /** @type {number} */ index) => !equal.includes(String(index))),
        );
      else for (const key of equal) delete copy[key];
      return copy;
    })
  );
}

/** @param {any} value */
const isObject = (value) => typeof value === "object" && value !== null;
