import type { KeyProvider } from "../auth/encryption.js";
import type { DomainContext } from "../domain/context.js";

/** What is administered, and the key that secrets of one-time codes are encrypted with. */
export interface AdministrationTarget extends DomainContext {
  readonly key: KeyProvider;
}

/** Entries of a list that are read at once. */
export const pageSize = 100;
