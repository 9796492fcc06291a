// Rules that rate a change of an extension by its meaning to clients. ARCHITECTURE.md explains the extensions.
import { isDeepStrictEqual } from "node:util";
import { describeValue } from "./describe-value.js";

/**
 * @typedef {{ rule: import("./rules.js").Rule, what?: string, keys?: string[] }} Outcome without `what`, the values are
 *   shown
 * @typedef {(before: any, after: any) => Outcome[]} Rater called with different values; `undefined` is a missing one
 */

/** @type {Record<string, Rater>} */
export const extensionRules = {
  "x-clamp": (before, after) => {
    const narrower = after && (!before || after[0] > before[0] || after[1] < before[1]);
    return [{ rule: narrower ? "limit-lowered" : "limit-raised" }];
  },

  "x-body-limit": (before, after) => [{ rule: after < (before ?? Infinity) ? "limit-lowered" : "limit-raised" }],

  "x-scopes": (before = {}, after = {}) => each(before, after, compareScope),

  "x-unreachable": (before, after) => [{ rule: before && after ? "wording-changed" : "fact-changed" }],

  "x-displayName": () => [{ rule: "wording-changed" }],

  "x-method": (before) => [{ rule: before === undefined ? "fact-changed" : "name-changed" }],

  // The text of an error is for people; where none is given, a token without a scope gets an answer that says less.
  "x-missing-scope": (before, after) => [{ rule: before && after ? "wording-changed" : "fact-changed" }],

  // Clients stop to repeat a call that was lost on the way.
  "x-idempotent": (_, after) => [{ rule: after === true ? "repetition-safe" : "repetition-unsafe" }],

  "x-github": (before = {}, after = {}) =>
    each(before, after, (key, from, to) => [
      {
        rule: key === "removalDate" && to !== undefined ? "removal-announced" : "fact-changed",
        what: describeValue(key, from, to),
        keys: [key],
      },
    ]),

  "x-timelines": (before = {}, after = {}) =>
    each(before, after, (timeline, from, to) => {
      if (!from) return [{ rule: "fact-changed", what: `The timeline ${timeline} was added.`, keys: [timeline] }];
      if (!to) return [{ rule: "removal-announced", what: `The timeline ${timeline} was removed.` }];
      return each(from, to, (key, old, young) => [
        {
          rule: key === "removal" || key === "brownouts" ? "removal-announced" : "fact-changed",
          what: describeValue(`${timeline} ${key}`, old, young),
          keys: [timeline, key],
        },
      ]);
    }),
};

/**
 * @param {string} scope @param {string[] | undefined} before @param {string[] | undefined} after
 * @returns {Outcome[]}
 */
function compareScope(scope, before, after) {
  if (!before) return [{ rule: "scope-added", what: `The scope \`${scope}\` was added.`, keys: [scope] }];
  if (!after) return [{ rule: "scope-changed", what: `The scope \`${scope}\` was removed.` }];
  const lost = before.filter((name) => !after.includes(name));
  const gained = after.filter((name) => !before.includes(name));
  if (lost.length === 0 && gained.length === 0)
    return [{ rule: "order-changed", what: `The scopes in \`${scope}\` are in another order.`, keys: [scope] }];
  return [
    ...(lost.length > 0 ? [outcome(scope, `\`${scope}\` does not include ${list(lost)} any more.`)] : []),
    ...(gained.length > 0
      ? [outcome(scope, `\`${scope}\` includes ${list(gained)} now: tokens that exist can do more.`)]
      : []),
  ];
}

/** @param {string[]} names */
const list = (names) => names.map((name) => `\`${name}\``).join(", ");

/** @param {string} scope @param {string} what @returns {Outcome} */
const outcome = (scope, what) => ({ rule: "scope-changed", what, keys: [scope] });

/**
 * @param {Record<string, any>} before @param {Record<string, any>} after
 * @param {(key: string, before: any, after: any) => Outcome[]} rule called for keys whose values differ
 */
function each(before, after, rule) {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys]
    .filter((key) => !isDeepStrictEqual(before[key], after[key]))
    .flatMap((key) => rule(key, before[key], after[key]));
}
