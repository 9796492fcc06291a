// One form for schemas that say the same: `allOf` merged, null as a type, lists without an order sorted.
import { isDeepStrictEqual } from "node:util";
import { mergeSchemas } from "./merge-schemas.js";
import { copyOf, moveKey, originOf, originOfKey, withOrigin } from "./origins.js";

const groups = ["allOf", "anyOf", "oneOf", "prefixItems"];
const maps = ["properties", "patternProperties", "dependentSchemas", "$defs"];
const single = ["items", "not", "if", "then", "else", "contains", "propertyNames"];
const closing = ["additionalProperties", "unevaluatedProperties", "unevaluatedItems"];

/** Values that mean the same as no value. */
const meaningless = {
  required: [],
  minLength: 0,
  minItems: 0,
  minProperties: 0,
  uniqueItems: false,
  deprecated: false,
  readOnly: false,
  writeOnly: false,
  additionalProperties: true,
  unevaluatedProperties: true,
  nullable: false,
};

/**
 * Normalizes a schema whose references are resolved.
 * @param {any} schema
 * @returns {any} a copy
 */
export function normalizeSchema(schema) {
  if (typeof schema !== "object" || schema === null || "$ref" in schema) return schema;
  const copy = withNormalizedParts(copyOf(schema));
  if ("const" in copy) {
    moveKey(copy, "enum", [copy.const], originOfKey(copy, "const"));
    delete copy.const;
  }
  return tidy(["anyOf", "oneOf"].reduce(withChoices, withoutAllOf(copy)));
}

/** @param {any} schema */
function withNormalizedParts(schema) {
  for (const key of groups) if (Array.isArray(schema[key])) schema[key] = copyWith(schema[key], normalizeSchema);
  for (const key of maps) if (isObject(schema[key])) schema[key] = copyWith(schema[key], normalizeSchema);
  for (const key of [...single, ...closing]) if (isObject(schema[key])) schema[key] = normalizeSchema(schema[key]);
  return schema;
}

/** @param {any} value @param {(item: any) => any} change */
function copyWith(value, change) {
  const copy = copyOf(value);
  for (const key of Object.keys(copy)) copy[key] = change(copy[key]);
  return copy;
}

/** @param {any} schema */
function withoutAllOf(schema) {
  if (!Array.isArray(schema.allOf)) return schema;
  const { allOf } = schema;
  let all = copyOf(schema);
  delete all.allOf;
  /** @type {any[]} */
  const left = [];
  for (const member of allOf.flatMap((/** @type {any} */ item) => [withoutKey(item, "allOf"), ...(item.allOf ?? [])])) {
    const both = isObject(member) ? mergeSchemas(all, member) : undefined;
    if (both) all = both;
    else left.push(member);
  }
  if (left.length > 0) all.allOf = sameOrigin(allOf, left);
  return all;
}

/** @param {any} schema @param {string} key `anyOf` or `oneOf` */
function withChoices(schema, key) {
  if (!Array.isArray(schema[key])) return schema;
  const choices = distinct(schema[key].flatMap((/** @type {any} */ item) => nested(item, key)));
  // In `oneOf`, a value that two schemas accept is refused.
  if (key === "oneOf" && choices.filter(acceptsNull).length > 1) return schema;
  const isNullable = choices.some(isNull) || (areApart(choices) && choices.some(acceptsNull));
  const others = isNullable ? choices.filter((choice) => !isNull(choice)).map(withoutNull) : choices;
  const rest = withoutKey(schema, key);
  const single = others.length === 1 ? merged(rest, isNullable ? withNull(others[0]) : others[0]) : undefined;
  if (single) return single;
  const list = [...others, ...(isNullable ? [{ type: "null" }] : [])];
  return withList(schema, rest, key, areApart(choices) ? "anyOf" : key, list);
}

/** @param {any} rest @param {any} member */
const merged = (rest, member) => (isObject(member) ? mergeSchemas(rest, member) : undefined);

/** @param {any} schema @param {any} rest @param {string} key @param {string} form @param {any[]} list */
function withList(schema, rest, key, form, list) {
  if (form in rest) return schema;
  if (form === "anyOf" && list.every(isOnlyType) && !("type" in rest)) {
    const types = new Set(list.flatMap(({ type }) => type));
    moveKey(rest, "type", [...types].toSorted(), originOfKey(schema, key));
  } else moveKey(rest, form, sameOrigin(schema[key], list), originOfKey(schema, key));
  return rest;
}

/** @param {any} item @param {string} key */
function nested(item, key) {
  const keys = isObject(item) ? Object.keys(item) : [];
  return key === "anyOf" && keys.length === 1 && keys[0] === "anyOf" ? item.anyOf : [item];
}

/** @param {any} schema */
const isNull = (schema) => schema?.type === "null" || isDeepStrictEqual(schema?.enum, [null]);

/** @param {any} schema */
const typesOf = (schema) => (schema?.type === undefined ? [] : [schema.type].flat());

/** @param {any} schema */
const acceptsNull = (schema) =>
  isNull(schema) || (typesOf(schema).includes("null") && (schema.enum?.includes(null) ?? true));

/** @param {any} schema */
const isOnlyType = (schema) => isObject(schema) && Object.keys(schema).length === 1 && "type" in schema;

/** Tells whether no value can match two of some schemas, by their types. @param {any[]} choices */
function areApart(choices) {
  const types = choices.map((choice) => typesOf(choice).map((type) => (type === "integer" ? "number" : type)));
  const all = types.flat();
  return types.every((own) => own.length > 0) && new Set(all).size === all.length;
}

/** @param {any} schema */
function withNull(schema) {
  if (!isObject(schema) || !("type" in schema)) return undefined;
  const copy = copyOf(schema);
  copy.type = [...new Set([...typesOf(schema), "null"])].toSorted();
  if (Array.isArray(copy.enum) && !copy.enum.includes(null)) copy.enum = sameOrigin(copy.enum, [...copy.enum, null]);
  return copy;
}

/** @param {any} schema */
function withoutNull(schema) {
  if (!acceptsNull(schema)) return schema;
  const copy = copyOf(schema);
  copy.type = typesOf(schema).filter((type) => type !== "null");
  if (Array.isArray(copy.enum))
    copy.enum = sameOrigin(
      copy.enum,
      copy.enum.filter((/** @type {any} */ value) => value !== null),
    );
  return tidy(copy);
}

/** @param {any} schema */
function tidy(schema) {
  if (Array.isArray(schema.type)) {
    const types = [...new Set(schema.type)].toSorted();
    schema.type = types.length === 1 ? types[0] : types;
  }
  for (const key of ["enum", "required"]) {
    if (Array.isArray(schema[key])) schema[key] = sameOrigin(schema[key], distinct(schema[key]).toSorted(byJson));
  }
  const hasParts = [...groups, "if", "dependentSchemas"].some((key) => key in schema);
  if ("unevaluatedProperties" in schema && !hasParts && !("additionalProperties" in schema)) {
    moveKey(schema, "additionalProperties", schema.unevaluatedProperties, originOfKey(schema, "unevaluatedProperties"));
    delete schema.unevaluatedProperties;
  }
  for (const [key, value] of Object.entries(meaningless)) if (isDeepStrictEqual(schema[key], value)) delete schema[key];
  return schema;
}

/** @param {any[]} items */
const distinct = (items) =>
  items.filter((item, index) => items.findIndex((other) => isDeepStrictEqual(item, other)) === index);

/** @param {any} left @param {any} right */
const byJson = (left, right) => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1);

/** @param {any} schema @param {string} key */
function withoutKey(schema, key) {
  if (!isObject(schema)) return schema;
  const copy = copyOf(schema);
  delete copy[key];
  return copy;
}

/** @param {any} source @param {any[]} value */
function sameOrigin(source, value) {
  const origin = originOf(source);
  return origin ? withOrigin(value, origin) : value;
}

/** @param {unknown} value */
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
