import { applicationCommands } from "./applications.js";
import { keyCommands } from "./key.js";
import type { AdministrationTarget } from "./target.js";
import { tokenCommands } from "./tokens.js";
import { userCommands } from "./users.js";

export type { ApplicationEntry } from "./applications.js";
export { AdministrationError, command, noParameters } from "./command.js";
export type { AdministrationTarget } from "./target.js";
export type { TokenEntry } from "./tokens.js";
export type { UserEntry } from "./users.js";

/**
 * The commands of an operator, outside the API. Each takes and returns values of JSON, so that it can be called from
 * another process, and validates its parameters. Throws an `AdministrationError`, and has then changed nothing.
 */
export function createAdministration(target: AdministrationTarget) {
  return {
    ...userCommands(target),
    ...applicationCommands(target),
    ...tokenCommands(target),
    ...keyCommands(target),
  };
}

/** Commands that {@link createAdministration} returns. */
export type Administration = ReturnType<typeof createAdministration>;
