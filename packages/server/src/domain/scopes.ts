import { description } from "@grantbook/contract/description";
import { refuseField } from "./refusal.js";

const includedScopes = description["x-scopes"];
const known = new Set(Object.keys(includedScopes));

/** Scopes as a request has them: a string is one scope (never a comma-separated list), `null` and nothing are none. */
export type SentScopes = string | readonly string[] | null | undefined;

/** The scopes of a request as a list. */
export function listOf(sent: SentScopes): readonly string[] {
  return typeof sent === "string" ? [sent] : (sent ?? []);
}

/** Scopes that do for one of those that are wanted: these, and all that include one of them, in alphabetical order. */
export function sufficientScopes(wanted: readonly string[]): readonly string[] {
  const includes = (scope: string): boolean =>
    wanted.includes(scope) || (includedScopes[scope] ?? []).some((included) => includes(included));
  return [...known].filter(includes).sort();
}

/** Each scope once, in the order first given. */
export function dedupe(scopes: readonly string[]): string[] {
  return [...new Set(scopes)];
}

/** Tells whether two lists of scopes are the same, in the same order. */
export function isSameList(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((item, index) => item === right[index]);
}

/** The scopes to be stored for those of a request. Refuses scopes that the description does not know, naming them. */
export function validateScopes(scopes: readonly string[], field = "scopes"): string[] {
  const unknown = scopes.filter((scope) => !known.has(scope));
  if (unknown.length > 0) refuseField(field, "custom", `${field} are invalid: ${unknown.join(", ")}`);
  return dedupe(scopes);
}

/** The three keys with which scopes are changed. */
export interface ScopeChange {
  readonly scopes?: SentScopes;
  readonly addScopes?: readonly string[] | undefined;
  readonly removeScopes?: readonly string[] | undefined;
}

/** The scopes after a change: `scopes` replaces them and goes alone; added ones come last. */
export function applyScopeChange(current: readonly string[], change: ScopeChange): readonly string[] {
  const { scopes, addScopes: add, removeScopes: remove } = change;
  if (scopes != null && (add !== undefined || remove !== undefined)) {
    refuseField("scopes", "custom", "scopes cannot be sent together with add_scopes or remove_scopes");
  }
  if (scopes != null) return validateScopes(listOf(scopes));
  const added = validateScopes(add ?? [], "add_scopes");
  const removed = new Set(validateScopes(remove ?? [], "remove_scopes"));
  const both = added.filter((scope) => removed.has(scope));
  if (both.length > 0)
    refuseField("add_scopes", "custom", `add_scopes and remove_scopes both have: ${both.join(", ")}`);
  return dedupe([...current, ...added]).filter((scope) => !removed.has(scope));
}
