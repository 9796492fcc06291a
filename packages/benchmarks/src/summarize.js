/** @typedef {{ median: number, min: number, max: number }} Summary */

/**
 * Median, minimum and maximum of some values.
 * @param {readonly number[]} values @returns {Summary}
 */
export function summarize(values) {
  const sorted = values.toSorted((left, right) => left - right);
  const middle = (sorted.length - 1) / 2;
  const median = ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
  return { median, min: sorted[0] ?? 0, max: sorted.at(-1) ?? 0 };
}

/**
 * Copy of a list in random order, so that no subject always runs after the same one.
 * @template T @param {readonly T[]} items
 */
export function shuffle(items) {
  const drawn = items.map((item) => ({ item, lot: Math.random() }));
  return drawn.sort((left, right) => left.lot - right.lot).map(({ item }) => item);
}
