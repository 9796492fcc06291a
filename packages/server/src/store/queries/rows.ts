import type { Page, PageRequest } from "../../domain/model.js";

/** Parses stored scopes: as in RFC 6749, spaces separate them. */
export function toScopes(scopes: string): string[] {
  return scopes === "" ? [] : scopes.split(" ");
}

/** Time of a column that may have none. */
export function toDate(time: number | null): Date | null {
  return time === null ? null : new Date(time);
}

/** Tells whether a statement found or changed anything. */
export function hasRows(rows: readonly unknown[]): boolean {
  return rows.length > 0;
}

/** Returns the row of a statement that always has one. */
export function onlyRow<Row>(rows: readonly Row[]): Row {
  return (rows as readonly [Row])[0];
}

/** Returns what a statement counted. */
export function toCount(rows: readonly { readonly count: number }[]): number {
  return onlyRow(rows).count;
}

/** Rows of a page: so many after an offset, counted from the end of the list where that is nearer. */
export interface PageWindow {
  readonly isFromEnd: boolean;
  readonly limit: number;
  readonly offset: number;
}

/** Returns where the rows of a page are, or `undefined` for a page after the last. */
export function windowOf({ page, perPage }: PageRequest, total: number): PageWindow | undefined {
  const before = (page - 1) * perPage;
  if (before >= total) return undefined;
  const limit = Math.min(perPage, total - before);
  const after = total - before - limit;
  return { isFromEnd: after < before, limit, offset: Math.min(before, after) };
}

/** Page of a list that has so many items in all. */
export function toPage<T>(items: T[], { page, perPage }: PageRequest, total: number): Page<T> {
  return { items, page, lastPage: Math.max(1, Math.ceil(total / perPage)) };
}
