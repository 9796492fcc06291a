// Comparison of values that are data. `redocly diff` does not look into them: it misses a changed range, a default that
// is an object, a date in an extension, the value of an example.
import { isDeepStrictEqual } from "node:util";
import { describeValue } from "./describe-value.js";
import { extensionRules } from "./extensions.js";
import { rated } from "./rules.js";

/**
 * @typedef {import("./normal/normalized.js").NormalizedDescription} Description
 * @typedef {import("./walk-both.js").Pair} Pair
 * @typedef {ReturnType<typeof rated> & { keys: string[] }} Finding `keys` lead from the object to the changed value
 */

/**
 * Tells whether a change of `redocly diff` is found and rated here instead.
 * @param {import("./ratings.js").Found} change
 */
export function isComparedHere({ typeName, property = "" }) {
  return /^(?:SpecExtension|SecurityRequirement.*|.*Examples?(?:Map)?)$/.test(typeName) || isCompared(property);
}

/** @param {string} keyword */
const isCompared = (keyword) => /^(?:x-.*|default|examples?)$/.test(keyword);

/**
 * Compares the defaults, examples and extensions of an object.
 * @param {Pair} pair @param {Description} base @param {Description} head
 * @returns {Finding[]}
 */
export function compareValues(pair, base, head) {
  const keywords = new Set([...Object.keys(pair.base.value), ...Object.keys(pair.head.value)]);
  return [...keywords].filter(isCompared).flatMap((keyword) => {
    const before = base.child(pair.base, keyword)?.value;
    const after = head.child(pair.head, keyword)?.value;
    if (isDeepStrictEqual(before, after)) return [];
    return ruleFor(keyword)(before, after).map(({ rule, keys = [], what }) => ({
      ...rated(rule, what ?? describeValue(keyword, before, after)),
      keys: [keyword, ...keys],
    }));
  });
}

/** @param {string} keyword @returns {import("./extensions.js").Rater} */
function ruleFor(keyword) {
  if (keyword === "example" || keyword === "examples") return () => [{ rule: "example-changed" }];
  if (keyword === "default") return rateDefault;
  return extensionRules[keyword] ?? ((before, after) => rateUnknown(keyword, before, after));
}

/** @param {string} keyword @param {any} before @param {any} after @returns {import("./extensions.js").Outcome[]} */
function rateUnknown(keyword, before, after) {
  const what = `${describeValue(keyword, before, after)} No rule in scripts/review/extensions.js says what it means.`;
  return [{ rule: "no-rule", what }];
}

/** @type {import("./extensions.js").Rater} */
function rateDefault(before, after) {
  if (before === undefined) return [{ rule: "default-added" }];
  return [
    {
      rule: "default-changed",
      what: `${describeValue("default", before, after)} Clients that leave it out get something else.`,
    },
  ];
}
