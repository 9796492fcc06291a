import { description } from "@grantbook/contract/description";
import { dedupe } from "../domain/scopes.js";
import { OAuthError } from "./errors.js";

const includedBy: Readonly<Record<string, readonly string[]>> = description["x-scopes"];

/** Scopes of a parameter, separated by spaces or commas. `undefined` when there is no such parameter. */
export function parseScopes(text: string | undefined): readonly string[] | undefined {
  return text === undefined ? undefined : dedupe(text.split(/[\s,]/).filter(Boolean));
}

/** Drops unknown scopes, and those that another one of the list includes: `user,gist,user:email` is `user,gist`. */
export function normalizeScopes(scopes: readonly string[]): string[] {
  const known = dedupe(scopes.filter((scope) => Object.hasOwn(includedBy, scope)));
  return known.filter((scope) => !known.some((other) => includes(other, scope)));
}

/** Refuses unknown scopes, by name. */
export function requireKnownScopes(scopes: readonly string[]): void {
  const unknown = scopes.filter((scope) => !Object.hasOwn(includedBy, scope));
  if (unknown.length === 0) return;
  const names = unknown.map((scope) => scope.slice(0, 100)).slice(0, 10);
  throw new OAuthError("invalid_scope", `The scopes requested are invalid: ${names.join(", ")}.`);
}

/** Scopes of a list that the granted ones do not include. */
export function missingScopes(granted: readonly string[], wanted: readonly string[]): string[] {
  return wanted.filter((scope) => !granted.some((other) => other === scope || includes(other, scope)));
}

/** Tells whether two lists have the same scopes, in any order. */
export function isSameSet(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((scope) => right.includes(scope));
}

function includes(outer: string, inner: string): boolean {
  const direct = includedBy[outer] ?? [];
  return direct.includes(inner) || direct.some((scope) => includes(scope, inner));
}
