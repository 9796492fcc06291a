/**
 * @typedef {"major" | "minor" | "patch"} Rating the part of the version that a change has to raise
 * @typedef {keyof typeof rules} Rule
 */

/** Rating of each rule. `apps/docs/guides/ratings.md` has a section for each, under its name. */
export const rules = /** @type {const} */ ({
  "operation-removed": "major",
  "name-changed": "major",
  "parameter-removed": "major",
  "parameter-required": "major",
  "parameter-serialization-changed": "major",
  "body-required": "major",
  "body-removed": "major",
  "media-type-removed": "major",
  "field-required": "major",
  "field-removed": "major",
  "field-may-be-missing": "major",
  "field-direction-changed": "major",
  "type-changed": "major",
  "value-no-longer-accepted": "major",
  "value-new-in-responses": "major",
  "constraint-changed": "major",
  "choice-changed": "major",
  "schema-added": "major",
  "schema-removed": "major",
  "response-removed": "major",
  "header-may-be-missing": "major",
  "default-changed": "major",
  "credentials-refused": "major",
  "credentials-not-needed": "major",
  "security-scheme-changed": "major",
  "server-changed": "major",
  "limit-lowered": "major",
  "scope-changed": "major",
  "removal-announced": "major",
  "repetition-unsafe": "major",
  "type-name-lost": "major",
  "type-incompatible": "major",
  "no-rule": "major",
  "part-added": "minor",
  "wider-request-or-narrower-response": "minor",
  "deprecation-changed": "minor",
  "default-added": "minor",
  "credentials-accepted": "minor",
  "limit-raised": "minor",
  "scope-added": "minor",
  "repetition-safe": "minor",
  "fact-changed": "minor",
  "wording-changed": "patch",
  "example-changed": "patch",
  "order-changed": "patch",
  "unused-part-added": "patch",
});

/** Guide with a section for each rule. */
export const rulesGuide = "apps/docs/guides/ratings.md";

/**
 * Rates a change by a rule.
 * @param {Rule} rule @param {string} what
 * @returns {{ rule: Rule, rating: Rating, what: string }}
 */
export const rated = (rule, what) => ({ rule, rating: rules[rule], what });
