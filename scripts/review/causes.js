// Causes of findings: the line that was written, and the operations that it changes.
import { addressOf } from "./description.js";
import { describeLocation, placeAt } from "./locations.js";

/**
 * @typedef {import("./changes.js").Change} Change
 * @typedef {import("./changes.js").Finding} Finding
 * @typedef {import("./normal/normalized.js").NormalizedDescription} NormalizedDescription
 * @typedef {import("./normal/origins.js").Crossing} Crossing
 *
 * @typedef {object} Located
 * @property {Finding} finding
 * @property {string} cause what is the same in findings with one cause
 * @property {string[]} where operation, then parts of it
 * @property {string} [turned] sentence about a reference that leads elsewhere
 * @property {string} file
 * @property {number} line
 */

/**
 * Finds the cause of a finding: a reference that leads elsewhere, or else the changed value itself.
 * @param {Finding} finding @param {NormalizedDescription} base @param {NormalizedDescription} head
 * @returns {Located}
 */
export function causeOf(finding, base, head) {
  const { path, at, kind, what, rule } = finding;
  const below = deepest(head, path);
  const above = deepest(base, path);
  const place = kind === "removed" ? (placeAt(head, path.slice(0, -1)) ?? below) : below;
  const source = kind === "removed" ? base : head;
  const where = describeLocation(at, source).split(", ");
  const turned = turnedReference(base.origin(above).refs, head.origin(below).refs, head);
  if (turned) {
    const { now, before } = turned;
    const sentence = before
      ? `\`$ref\` leads to \`${now.target}\` now, and led to \`${before.target}\`.`
      : `\`$ref\` to \`${now.target}\` is new.`;
    return { finding, cause: addressOf(now), where, turned: sentence, file: now.file, line: head.line(now) };
  }
  const origin = originIn(head, place, kind === "removed" ? path.slice(0, -1) : path);
  const name = kind === "removed" ? `/${path.at(-1)}` : "";
  return {
    finding,
    cause: `${addressOf(origin)}${name} ${rule} ${what}`,
    where,
    file: origin.file,
    line: head.line(origin),
  };
}

/**
 * Origin of a place; of the key below it, where normalization took the key away.
 * @param {NormalizedDescription} head @param {import("./normal/normalized.js").Place} place @param {string[]} path
 */
function originIn(head, place, path) {
  const origin = head.origin(place);
  const isKeyMissing = path.length === place.path.length + 1;
  return isKeyMissing ? { ...origin, path: [...origin.path, path.at(-1) ?? ""] } : origin;
}

/**
 * Follows a path as far as there is something.
 * @param {NormalizedDescription} description @param {string[]} path
 */
function deepest(description, path) {
  let place = description.root;
  for (const key of path) {
    const next = description.child(place, key);
    if (!next) break;
    place = next;
  }
  return place;
}

/**
 * Finds the first reference on the way that is new, or led elsewhere. One whose old target is gone was renamed.
 * @param {readonly Crossing[]} before @param {readonly Crossing[]} now @param {NormalizedDescription} head
 */
function turnedReference(before, now, head) {
  const index = now.findIndex(({ target }, position) => target !== before[position]?.target);
  const [found, old] = [now[index], before[index]];
  if (!found || (old && !head.has(old.target))) return undefined;
  return { now: found, before: old };
}

/**
 * Merges findings with one cause into one change.
 * @param {Located[]} located
 * @returns {Change[]}
 */
export function mergeByCause(located) {
  /** @type {Map<string, Located[]>} */
  const groups = new Map();
  for (const item of located) groups.set(item.cause, [...(groups.get(item.cause) ?? []), item]);
  return [...groups.values()].map((group) => {
    const ratings = /** @type {const} */ (["major", "minor", "patch"]);
    const rating = ratings.find((name) => group.some(({ finding }) => finding.rating === name)) ?? "patch";
    const first = /** @type {Located} */ (group.find(({ finding }) => finding.rating === rating));
    const names = group.map(({ where: [operation = ""] }) => operation);
    const operations = [...new Set(names)].filter((name) => /^[A-Z]+ \//.test(name));
    const gravest = ratings.flatMap((name) => group.filter(({ finding }) => finding.rating === name));
    const sentences = [...new Set(gravest.map(({ finding }) => finding.what))];
    const own = group.filter(({ where }) => where[0] === first.where[0]).map(({ where }) => where);
    return {
      rating,
      rule: first.finding.rule,
      where: (first.turned ? commonStart(own) : first.where).join(", "),
      operations,
      what: first.turned ? `${first.turned} ${limited(sentences)}` : first.finding.what,
      file: first.file,
      line: first.line,
    };
  });
}

/** @param {string[]} sentences */
function limited(sentences) {
  const rest = sentences.length - 3;
  return [...sentences.slice(0, 3), ...(rest > 0 ? [`And ${rest} more.`] : [])].join(" ");
}

/** @param {string[][]} lists @returns {string[]} */
function commonStart([first = [], ...others]) {
  const end = first.findIndex((part, index) => others.some((other) => other[index] !== part));
  return end === -1 ? first : first.slice(0, Math.max(end, 1));
}
