// `redocly diff` does not look into values that are data: it misses a changed range, a default that is an object, a
// date in an extension, the value of an example. They are compared here, all of them.
import { isDeepStrictEqual } from "node:util";
import { extensionRules } from "./extensions.js";
import { describeValue } from "./ratings.js";

/**
 * @typedef {import("./description.js").Description} Description
 * @typedef {import("./pairs.js").Pair} Pair
 * @typedef {import("./ratings.js").Rating} Rating
 * @typedef {{ rating: Rating, what: string, keys: string[] }} Finding the keys lead from the object to what changed
 */

/**
 * Whether a change that `redocly diff` found is one that is found and rated here.
 * @param {import("./ratings.js").Found} change
 */
export function isComparedHere({ typeName, property = "" }) {
  return /^(?:SpecExtension|SecurityRequirement.*|.*Examples?(?:Map)?)$/.test(typeName) || isCompared(property);
}

/** @param {string} keyword */
const isCompared = (keyword) => /^(?:x-.*|default|examples?)$/.test(keyword);

/**
 * Compares what an object has in defaults, examples and extensions.
 * @param {Pair} pair @param {Description} base @param {Description} head
 * @returns {Finding[]}
 */
export function compareValues(pair, base, head) {
  const keywords = new Set([...Object.keys(pair.base.value), ...Object.keys(pair.head.value)]);
  return [...keywords].filter(isCompared).flatMap((keyword) => {
    const before = base.plain(base.child(pair.base, keyword));
    const after = head.plain(head.child(pair.head, keyword));
    if (isDeepStrictEqual(before, after)) return [];
    return ruleFor(keyword)(before, after).map(({ keys = [], what, ...finding }) => ({
      ...finding,
      what: what ?? describeValue(keyword, before, after),
      keys: [keyword, ...keys],
    }));
  });
}

/** @param {string} keyword @returns {import("./extensions.js").Rule} */
function ruleFor(keyword) {
  if (keyword === "example" || keyword === "examples")
    return () => [{ rating: "patch", what: `\`${keyword}\` changed.` }];
  if (keyword === "default") return rateDefault;
  return (
    extensionRules[keyword] ??
    (() => [
      { rating: "major", what: `\`${keyword}\` changed. No rule in scripts/review/extensions.js says what it means.` },
    ])
  );
}

/** @type {import("./extensions.js").Rule} */
function rateDefault(before, after) {
  if (before === undefined) return [{ rating: "minor" }];
  return [
    {
      rating: "major",
      what: `${describeValue("default", before, after)} Clients that leave it out get something else.`,
    },
  ];
}
