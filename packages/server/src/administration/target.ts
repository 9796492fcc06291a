import type { KeyProvider } from "../auth/encryption.js";
import type { DomainContext } from "../domain/context.js";

/** Store to administer, with the key that encrypts TOTP secrets. */
export interface AdministrationTarget extends DomainContext {
  readonly key: KeyProvider;
}

/** Entries of a list that are read at once. */
export const pageSize = 100;
