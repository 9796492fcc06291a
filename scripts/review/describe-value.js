import { isDeepStrictEqual } from "node:util";

/** Characters of a value that are shown. */
const maxLength = 60;

/**
 * Describes how the value of a keyword changed. Of long values, the part that differs is shown.
 * @param {string} keyword
 * @param {any} before `undefined` for an added keyword @param {any} after `undefined` for a removed one
 */
export function describeValue(keyword, before, after) {
  if (before === undefined) return `\`${keyword}\` was added: ${shortened(JSON.stringify(after))}.`;
  if (after === undefined) return `\`${keyword}\` was removed; it was ${shortened(JSON.stringify(before))}.`;
  const [from, to] = [JSON.stringify(before), JSON.stringify(after)];
  if (from.length <= maxLength && to.length <= maxLength) return `\`${keyword}\` changed from ${from} to ${to}.`;
  if (Array.isArray(before) && Array.isArray(after)) return describeList(keyword, before, after);
  if (isObject(before) && isObject(after)) return describeFirstKey(keyword, before, after);
  const start = firstDifference(from, to);
  return `\`${keyword}\` changed from ${shortened(from, start)} to ${shortened(to, start)}.`;
}

/** @param {string} keyword @param {any[]} before @param {any[]} after */
function describeList(keyword, before, after) {
  const lost = before.filter((item) => !after.some((other) => isDeepStrictEqual(item, other)));
  const gained = after.filter((item) => !before.some((other) => isDeepStrictEqual(item, other)));
  if (lost.length + gained.length === 0) return `\`${keyword}\` is in another order.`;
  const parts = [
    ...(gained.length > 0 ? [`gained ${shortened(JSON.stringify(gained))}`] : []),
    ...(lost.length > 0 ? [`lost ${shortened(JSON.stringify(lost))}`] : []),
  ];
  return `\`${keyword}\` ${parts.join(" and ")}.`;
}

/** @param {string} keyword @param {any} before @param {any} after @returns {string} */
function describeFirstKey(keyword, before, after) {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const changed = keys.filter((key) => !isDeepStrictEqual(before[key], after[key]));
  const [first = ""] = changed;
  const more = changed.length > 1 ? ` And ${changed.length - 1} more.` : "";
  return `${describeValue(`${keyword}.${first}`, before[first], after[first])}${more}`;
}

/** @param {string} left @param {string} right */
function firstDifference(left, right) {
  const end = [...left].findIndex((_, index) => left[index] !== right[index]);
  return end === -1 ? left.length : end;
}

/** @param {string} text @param {number} [start] of the part that matters */
function shortened(text, start = 0) {
  if (text.length <= maxLength) return text;
  const from = Math.max(0, Math.min(start - 15, text.length - maxLength));
  const part = text.slice(from, from + maxLength);
  return `${from > 0 ? "…" : ""}${part}${from + maxLength < text.length ? "…" : ""}`;
}

/** @param {unknown} value */
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
