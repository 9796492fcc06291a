// Ratings of the changes that `redocly diff` finds. It gives a verdict only where a change breaks a client; it rates
// all others as a patch, or as minor when something was added. The rules here rate those by what they mean to clients:
//
// - major: something that clients rely on is gone, or the generated types no longer accept what they accepted;
// - minor: something new can be used or seen, or is guaranteed more exactly;
// - patch: only wording, examples or the order changed.

import { describeValue } from "./describe-value.js";
import { rated } from "./rules.js";

/**
 * @typedef {import("./rules.js").Rating} Rating
 * @typedef {import("./rules.js").Rule} Rule
 * @typedef {[rule: Rule, sentence?: string]} Break why a change breaks clients
 * @typedef {{ file: string, pointer: string, line: number, value?: any }} Written
 * @typedef {object} Found a change as `redocly diff` reports it
 * @property {string} path
 * @property {string} typeName
 * @property {"added" | "removed" | "modified"} kind
 * @property {Rating} impact
 * @property {{ ruleId: string, message: string }[]} verdicts
 * @property {string} [property]
 * @property {Written} [base]
 * @property {Written} [revision]
 */

/**
 * Our rule for each of Redocly's preset.
 * @type {Record<string, Rule>}
 */
const rulesOfRedocly = {
  "operation-removed": "operation-removed",
  "path-removed": "operation-removed",
  "operation-id-changed": "name-changed",
  "parameter-removed": "parameter-removed",
  "parameter-became-required": "parameter-required",
  "parameter-serialization-changed": "parameter-serialization-changed",
  "request-body-became-required": "body-required",
  "request-body-removed": "body-removed",
  "media-type-removed": "media-type-removed",
  "required-properties-added": "field-required",
  "required-properties-removed": "field-may-be-missing",
  "property-removed": "field-removed",
  "schema-type-changed": "type-changed",
  "enum-values-removed": "value-no-longer-accepted",
  "enum-values-added": "value-new-in-responses",
  "schema-constraint-changed": "constraint-changed",
  "schema-combinator-changed": "choice-changed",
  "response-removed": "response-removed",
  "response-header-removed": "header-may-be-missing",
  "security-requirement-changed": "credentials-refused",
  "security-scheme-changed": "security-scheme-changed",
  "server-removed": "server-changed",
};

const textTypes = new Set(["Info", "Contact", "License", "Tag", "TagList", "ExternalDocs"]);
const textProperties = new Set(["description", "summary", "title", "$comment", "tags", "openapi"]);

/**
 * Why a change of a property breaks clients, by type and property; `undefined` where it does not.
 * @type {Record<string, (before: any, after: any) => Break | undefined>}
 */
const breaking = {
  "Schema.readOnly": (_, after) => [
    "field-direction-changed",
    after === true ? "Clients cannot set it any more." : "Clients can set it, and have to where it is required.",
  ],
  "Schema.writeOnly": (_, after) =>
    after === true ? ["field-direction-changed", "Answers do not have it any more."] : undefined,
  "Header.required": (_, after) =>
    after === true ? undefined : ["header-may-be-missing", "Clients cannot count on the header any more."],
  "Parameter.name": () => ["name-changed", "The generated types know it by its name."],
  "PathItem.key": () => ["name-changed", "The generated types know it by its name."],
  "ServerVariable.enum": (before, after) =>
    (before ?? after)?.every((/** @type {any} */ value) => after?.includes(value) ?? true)
      ? undefined
      : ["server-changed", "Clients that use the lost value have no server."],
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
 * @returns {{ rule: Rule, rating: Rating, what: string }}
 */
export function rate(change) {
  const [verdict] = change.verdicts;
  if (verdict) {
    const rule = rulesOfRedocly[verdict.ruleId] ?? "no-rule";
    return rated(rule, change.verdicts.map(({ message }) => message).join(" "));
  }
  const what = describe(change);
  if (textTypes.has(change.typeName) || textProperties.has(change.property ?? ""))
    return rated("wording-changed", what);
  const why = { added: whyAddedBreaks, removed: whyRemovedBreaks, modified: whyModifiedBreaks }[change.kind](change);
  if (why) return rated(why[0], [what, why[1]].join(" "));
  return rated(harmlessRule(change), what);
}

/** @param {Found} change @returns {Rule} */
function harmlessRule(change) {
  if (isOnlyOrder(change)) return "order-changed";
  if (change.kind === "added" && change.impact === "patch") return "unused-part-added";
  if (change.property === "deprecated") return "deprecation-changed";
  const isNew = change.kind === "added" && (additions.has(change.typeName) || isField(change.path));
  return isNew ? "part-added" : "wider-request-or-narrower-response";
}

/** @param {Found} change @returns {Break | undefined} */
function whyAddedBreaks({ typeName, path, revision }) {
  if (typeName === "RequestBody" && revision?.value?.required === true)
    return ["body-required", "Clients that send none are refused."];
  if (typeName === "Schema" && path.endsWith("/schema"))
    return path.includes("/responses/") ? undefined : ["schema-added", "Clients that send anything else are refused."];
  return additions.has(typeName) || isField(path) || isJudged(path) ? undefined : unknown;
}

/** @param {Found} change @returns {Break | undefined} */
function whyRemovedBreaks({ typeName, path }) {
  if (isField(path)) return ["field-removed", "What a client sends in it has no effect any more."];
  if (typeName === "Schema" && path.endsWith("/schema"))
    return ["schema-removed", "Nothing is said about the value any more."];
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

/** @param {Found} change @returns {Break | undefined} */
function whyModifiedBreaks({ typeName, property, base, revision }) {
  const name = `${typeName}.${property}`;
  if (breaking[name]) return breaking[name](base?.value, revision?.value);
  const isHarmless = harmless.has(name) || (typeName === "Schema" && judgedValues.has(property ?? ""));
  return isHarmless ? undefined : unknown;
}

/** @type {Break} */
const unknown = ["no-rule", "No rule in scripts/review/ratings.js says what this means to a client."];

/** @param {Found} change */
function isOnlyOrder({ kind, base, revision }) {
  const [before, after] = [base?.value, revision?.value];
  if (kind !== "modified" || !Array.isArray(before) || !Array.isArray(after)) return false;
  return JSON.stringify(before.toSorted()) === JSON.stringify(after.toSorted());
}

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
