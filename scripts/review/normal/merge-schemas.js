import { isDeepStrictEqual } from "node:util";
import { copyOf, moveKey, originOf, originOfKey, withOrigin } from "./origins.js";

/** Keywords about readers and not about values: the outer one counts. */
const annotations = /^(?:title|description|examples?|default|\$comment|externalDocs|x-.*)$/;

/** Keywords of which the larger, or the smaller, value counts. */
const lowerLimits = new Set(["minLength", "minItems", "minProperties", "minimum", "exclusiveMinimum", "minContains"]);
const upperLimits = new Set(["maxLength", "maxItems", "maxProperties", "maximum", "exclusiveMaximum", "maxContains"]);

/**
 * Merges two normalized schemas, both of which a value has to satisfy, into one.
 * @param {any} outer the schema whose annotations count @param {any} inner
 * @returns {any} the merged schema, or `undefined` where none says the same
 */
export function mergeSchemas(outer, inner) {
  if ("$ref" in inner || "$ref" in outer || !fieldsAreCompatible(outer, inner)) return undefined;
  const merged = copyOf(outer);
  for (const key of Object.keys(inner)) {
    const value = key in outer ? mergeKeyword(key, outer[key], inner[key]) : inner[key];
    if (value === undefined) return undefined;
    const isNew = !(key in outer) || (value === inner[key] && value !== outer[key]);
    if (isNew) moveKey(merged, key, value, originOfKey(inner, key));
    else merged[key] = value;
  }
  return merged;
}

/**
 * Tells whether closed objects stay as closed as they are: `additionalProperties` looks at its own schema alone.
 * @param {any} left @param {any} right
 */
function fieldsAreCompatible(left, right) {
  const isClosed = (/** @type {any} */ schema) => "additionalProperties" in schema || "patternProperties" in schema;
  /** @param {any} schema */
  const names = (schema) => Object.keys(schema.properties ?? {});
  const hasAll = (/** @type {any} */ schema, /** @type {any} */ other) =>
    names(other).every((name) => names(schema).includes(name));
  return (!isClosed(left) || hasAll(left, right)) && (!isClosed(right) || hasAll(right, left));
}

/** @param {string} key @param {any} outer @param {any} inner @returns {any} `undefined` where there is a conflict */
function mergeKeyword(key, outer, inner) {
  if (isDeepStrictEqual(outer, inner) || annotations.test(key)) return outer;
  // One of them is true: they differ.
  if (key === "readOnly" || key === "writeOnly" || key === "deprecated") return true;
  if (lowerLimits.has(key)) return Math.max(outer, inner);
  if (upperLimits.has(key)) return Math.min(outer, inner);
  if (key === "type") return commonType(outer, inner);
  if (key === "enum") return common(outer, inner, isDeepStrictEqual);
  if (key === "required") return inOrigin(outer, [...new Set([...outer, ...inner])].toSorted());
  if (key === "items") return mergeSchemas(outer, inner);
  return key === "properties" ? mergeFields(outer, inner) : undefined;
}

/** @param {any} outer @param {any} inner */
function mergeFields(outer, inner) {
  const merged = copyOf(outer);
  for (const [name, schema] of Object.entries(inner)) {
    const both = name in outer ? mergeSchemas(outer[name], schema) : schema;
    if (both === undefined) return undefined;
    merged[name] = both;
  }
  return merged;
}

/** @param {any} left @param {any} right */
function commonType(left, right) {
  const types = common([left].flat(), [right].flat(), (/** @type {any} */ a, /** @type {any} */ b) => a === b);
  return types === undefined || types.length > 1 ? types : types[0];
}

/** @param {any[]} left @param {any[]} right @param {(left: any, right: any) => boolean} isSame */
function common(left, right, isSame) {
  const both = left.filter((item) => right.some((other) => isSame(item, other)));
  return both.length === 0 ? undefined : inOrigin(left, both);
}

/** @param {object} source @param {any[]} value */
function inOrigin(source, value) {
  const origin = originOf(source);
  return origin ? withOrigin(value, origin) : value;
}
