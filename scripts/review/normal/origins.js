// Origins of the values of a normalized description: where each is written, and through which references it is reached.
// Normalization moves, merges and drops values, so the place of a value is kept apart from its position.

/**
 * @typedef {{ file: string, path: string[], target: string }} Crossing `$ref` on the way to a value, and its target
 * @typedef {{ file: string, path: string[], refs: readonly Crossing[] }} Origin
 */

/** @type {WeakMap<object, Origin>} */
const own = new WeakMap();

/** @type {WeakMap<object, Map<string, Origin>>} */
const moved = new WeakMap();

/**
 * Records the origin of an object or an array, and returns it.
 * @template {object} T @param {T} value @param {Origin} origin
 */
export function withOrigin(value, origin) {
  own.set(value, origin);
  return value;
}

/** Origin of an object or an array. @param {object} value */
export const originOf = (value) => own.get(value);

/**
 * Origin of the value of a key: that of an object value, or the place below the origin of its parent.
 * @param {any} parent @param {string} key
 * @returns {Origin | undefined}
 */
export function originOfKey(parent, key) {
  const known = moved.get(parent)?.get(key) ?? own.get(parent[key]);
  const above = own.get(parent);
  return known ?? (above && { ...above, path: [...above.path, key] });
}

/**
 * Sets a key to a value that is written at another place.
 * @param {any} parent @param {string} key @param {any} value @param {Origin | undefined} origin
 */
export function moveKey(parent, key, value, origin) {
  parent[key] = value;
  if (!origin) return;
  const keys = moved.get(parent) ?? new Map();
  moved.set(parent, keys.set(key, origin));
}

/**
 * Shallow copy of an object with its origins.
 * @param {any} value
 */
export function copyOf(value) {
  const copy = Array.isArray(value) ? [...value] : { ...value };
  const origin = own.get(value);
  if (origin) own.set(copy, origin);
  const keys = moved.get(value);
  if (keys) moved.set(copy, new Map(keys));
  return copy;
}
