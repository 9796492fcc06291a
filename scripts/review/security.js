import { isOperation } from "./locations.js";
import { rated } from "./rules.js";

/**
 * @typedef {import("./walk-both.js").Pair} Pair
 * @typedef {import("./values.js").Finding} Finding
 */

/**
 * Compares the security requirements of an operation. `redocly diff` does not report a removed requirement.
 * @param {Pair} pair
 * @returns {Finding[]}
 */
export function compareSecurity({ base, head, path }) {
  if (!isOperation(path)) return [];
  const before = alternatives(base.value.security);
  const after = alternatives(head.value.security);
  if (!before.has(nothing) && after.has(nothing))
    return [
      finding("credentials-not-needed", `Anyone may call it now, without credentials. It required ${list(before)}.`),
    ];
  if (before.has(nothing) && !after.has(nothing))
    return [finding("credentials-refused", `Callers without credentials are refused now. It requires ${list(after)}.`)];
  const lost = new Set([...before].filter((name) => !after.has(name)));
  const gained = new Set([...after].filter((name) => !before.has(name)));
  return [
    ...(lost.size > 0
      ? [finding("credentials-refused", `Callers who sign in with ${list(lost)} are refused now.`)]
      : []),
    ...(gained.size > 0 ? [finding("credentials-accepted", `Callers may sign in with ${list(gained)} now.`)] : []),
  ];
}

const nothing = "nothing";

/** @param {Finding["rule"]} rule @param {string} what @returns {Finding} */
const finding = (rule, what) => ({ ...rated(rule, what), keys: ["security"] });

/**
 * Alternative requirements, each as a text; a caller meets one of them.
 * @param {any} security
 */
function alternatives(security) {
  if (!Array.isArray(security) || security.length === 0) return new Set([nothing]);
  return new Set(security.map(nameOf));
}

/** @param {Record<string, string[]>} requirement */
function nameOf(requirement) {
  const schemes = Object.entries(requirement).map(
    ([scheme, scopes]) => `\`${[scheme, ...scopes.toSorted()].join(" ")}\``,
  );
  return schemes.length === 0 ? nothing : schemes.toSorted().join(" and ");
}

/** @param {Set<string>} names */
const list = (names) => [...names].join(" or ");
