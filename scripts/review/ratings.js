// Ratings of the changes that `redocly diff` finds. It gives a verdict only where a change breaks a client; it rates
// all others as a patch, or as minor when something was added. The rules here rate those by what they mean to clients:
//
// - major: something that clients rely on is gone, or the generated types no longer accept what they accepted;
// - minor: something new can be used or seen, or is guaranteed more exactly;
// - patch: only wording, examples or the order changed.

import { describeValue } from "./describe-value.js";

/**
 * @typedef {"major" | "minor" | "patch"} Rating the part of the version that a change has to raise
 * @typedef {{ file: string, pointer: string, line: number, value?: any }} Written
 * @typedef {object} Found a change as `redocly diff` reports it
 * @property {string} path
 * @property {string} typeName
 * @property {"added" | "removed" | "modified"} kind
 * @property {Rating} impact
 * @property {{ message: string }[]} verdicts
 * @property {string} [property]
 * @property {Written} [base]
 * @property {Written} [revision]
 */

const textTypes = new Set(["Info", "Contact", "License", "Tag", "TagList", "ExternalDocs"]);
const textProperties = new Set(["description", "summary", "title", "$comment", "tags", "openapi"]);

/**
 * Why a change of a property breaks clients, by type and property; `undefined` where it does not.
 * @type {Record<string, (before: any, after: any) => string | undefined>}
 */
const breaking = {
  "Schema.readOnly": (_, after) =>
    after === true ? "Clients cannot set it any more." : "Clients can set it, and have to where it is required.",
  "Schema.writeOnly": (_, after) => (after === true ? "Answers do not have it any more." : undefined),
  "Header.required": (_, after) => (after === true ? undefined : "Clients cannot count on the header any more."),
  "Parameter.name": () => "The generated types know it by its name.",
  "PathItem.key": () => "The generated types know it by its name.",
  "ServerVariable.enum": (before, after) =>
    (before ?? after)?.every((/** @type {any} */ value) => after?.includes(value) ?? true)
      ? undefined
      : "Clients that use the lost value have no server.",
};

/** Keywords whose values redocly judges. Without a verdict, a request accepts more or a response is narrower. */
const judgedValues = words(`
  type enum const format pattern required multipleOf uniqueItems contentEncoding contentMediaType minLength maxLength
  minItems maxItems minProperties maxProperties minimum maximum exclusiveMinimum exclusiveMaximum
  additionalProperties unevaluatedItems unevaluatedProperties`);

/** Keywords with several schemas, and with one, that redocly judges in the same way. */
const judgedGroups = words("anyOf oneOf allOf prefixItems dependentSchemas dependentRequired");
const judgedSchemas = words(`
  not then else contains propertyNames items additionalProperties unevaluatedItems unevaluatedProperties`);

/** Properties whose change is never a break. */
const harmless = words(`
  Schema.deprecated Parameter.required Parameter.deprecated RequestBody.required Operation.deprecated Header.deprecated`);

/** Types whose addition does not affect existing clients. */
const additions = words(`
  PathItem Operation ParameterList Parameter RequestBody Response MediaTypesMap MediaType HeadersMap Header LinksMap Link
  CallbacksMap Callback ServerList Server Components NamedSecuritySchemes SecurityScheme`);

/** @param {string} text */
function words(text) {
  return new Set(text.trim().split(/\s+/));
}

/**
 * Rates a change that `redocly diff` found, and describes it.
 * @param {Found} change
 * @returns {{ rating: Rating, what: string }}
 */
export function rate(change) {
  if (change.verdicts.length > 0)
    return { rating: change.impact, what: change.verdicts.map(({ message }) => message).join(" ") };
  if (textTypes.has(change.typeName) || textProperties.has(change.property ?? ""))
    return { rating: "patch", what: describe(change) };
  const reason = { added: whyAddedBreaks, removed: whyRemovedBreaks, modified: whyModifiedBreaks }[change.kind](change);
  if (reason !== undefined) return { rating: "major", what: `${describe(change)} ${reason}` };
  return { rating: isOnlyOrder(change) || isUnused(change) ? "patch" : "minor", what: describe(change) };
}

/** @param {Found} change */
function whyAddedBreaks({ typeName, path, revision }) {
  if (typeName === "RequestBody" && revision?.value?.required === true) return "Clients that send none are refused.";
  if (typeName === "Schema" && path.endsWith("/schema"))
    return path.includes("/responses/") ? undefined : "Clients that send anything else are refused.";
  return additions.has(typeName) || isField(path) || isJudged(path) ? undefined : unknown;
}

/** @param {Found} change */
function whyRemovedBreaks({ typeName, path }) {
  if (isField(path)) return "What a client sends in it has no effect any more.";
  if (typeName === "Schema" && path.endsWith("/schema")) return "Nothing is said about the value any more.";
  return isJudged(path) ? undefined : unknown;
}

/**
 * Tells whether a path leads to a field of an object, or to all of them.
 * @param {string} path
 */
const isField = (path) => /\/properties(?:\/[^/]+)?$/.test(path);

/**
 * Tells whether a path leads to a keyword whose schemas redocly judges, or to one of the schemas.
 * @param {string} path
 */
function isJudged(path) {
  const [group = "", key = ""] = path.split("/").slice(-2);
  return judgedGroups.has(group) || judgedGroups.has(key) || judgedSchemas.has(key);
}

/** @param {Found} change */
function whyModifiedBreaks({ typeName, property, base, revision }) {
  const name = `${typeName}.${property}`;
  if (breaking[name]) return breaking[name](base?.value, revision?.value);
  const isHarmless = harmless.has(name) || (typeName === "Schema" && judgedValues.has(property ?? ""));
  return isHarmless ? undefined : unknown;
}

const unknown = "No rule in scripts/review/ratings.js says what this means to a client.";

/** @param {Found} change */
function isOnlyOrder({ kind, base, revision }) {
  const [before, after] = [base?.value, revision?.value];
  if (kind !== "modified" || !Array.isArray(before) || !Array.isArray(after)) return false;
  return JSON.stringify(before.toSorted()) === JSON.stringify(after.toSorted());
}

/** @param {Found} change */
const isUnused = ({ kind, impact }) => kind === "added" && impact === "patch";

/** @param {Found} change */
function describe({ kind, typeName, property, path, base, revision }) {
  if (kind !== "modified") {
    const noun = /\/properties\/[^/]+$/.test(path)
      ? "field"
      : typeName.replace(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase();
    return `The ${noun} was ${kind}.`;
  }
  return describeValue(property ?? "", base?.value, revision?.value);
}
