import type { Page, PageRequest } from "../../domain/model.js";

/** Parses stored scopes: as in RFC 6749, spaces separate them. */
export function toScopes(scopes: string): string[] {
  return scopes === "" ? [] : scopes.split(" ");
}

/** Tells whether a statement found or changed anything. */
export function hasRows(rows: readonly unknown[]): boolean {
  return rows.length > 0;
}

/** Number of rows before a page. */
export function offsetOf({ page, perPage }: PageRequest): number {
  return (page - 1) * perPage;
}

/** Page of a list that has so many items in all. */
export function toPage<T>(items: T[], { page, perPage }: PageRequest, total: number): Page<T> {
  return { items, page, lastPage: Math.max(1, Math.ceil(total / perPage)) };
}
