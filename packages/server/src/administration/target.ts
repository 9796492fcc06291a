import type { Book } from "../domain/authorizations.js";
import type { Key } from "../domain/seal.js";

/** What is administered, and the key that secrets of one-time codes are encrypted with. */
export interface AdministrationTarget extends Book {
  readonly key: Key;
}

/** Entries of a list that are read at once. */
export const pageSize = 100;
