type AnyMap = Map<unknown, unknown>;

/**
 * Runs work, and counts the entries that it put into maps, under keys of a kind, and that are still there at its end.
 * Code that cleans up leaves none. Throws when nothing was put into a map, because there is nothing to count then.
 */
export async function entriesLeftBy(
  isCounted: (key: unknown) => boolean,
  work: () => Promise<unknown>,
): Promise<number> {
  const { set } = Map.prototype;
  const touched: [map: AnyMap, key: unknown][] = [];
  Map.prototype.set = function (this: AnyMap, key, value) {
    if (isCounted(key)) touched.push([this, key]);
    return set.call(this, key, value);
  };
  try {
    await work();
  } finally {
    Map.prototype.set = set;
  }
  if (touched.length === 0) throw new Error("The work put nothing into a map.");
  return touched.filter(([map, key]) => map.has(key)).length;
}
