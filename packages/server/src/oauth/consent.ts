import type { Grant } from "../domain/model.js";
import type { RegisteredApplication } from "./model.js";
import { missingScopes, normalizeScopes } from "./scopes.js";

/** Decision about a request for access: without a page, or with one. */
export type ConsentDecision =
  | { readonly kind: "granted" | "denied"; readonly scopes: readonly string[] }
  /** `added` are the scopes that the user has not granted yet. */
  | { readonly kind: "ask"; readonly scopes: readonly string[]; readonly added: readonly string[] };

/** Request of an application for access to a user's account. */
export interface ConsentRequest {
  readonly application: RegisteredApplication;
  /** Grant that the application has already. */
  readonly grant: Grant | undefined;
  /** Scopes of the request; `undefined` when it has no such parameter. */
  readonly requested: readonly string[] | undefined;
  /** True where the user has to confirm even what was granted before. */
  readonly mustAsk: boolean;
}

/**
 * Decides whether a user has to be asked. A request without the parameter `scope` gets all scopes that were granted;
 * one with it gets those it names. A GitHub App has no scopes. An application's rule for tests comes first.
 */
export function decideConsent({ application, grant, requested, mustAsk }: ConsentRequest): ConsentDecision {
  const granted = grant?.scopes ?? [];
  const scopes = application.type === "github" ? [] : normalizeScopes(requested ?? granted);
  if (application.consent === "never") return { kind: "denied", scopes };
  const added = missingScopes(granted, scopes);
  const isCovered = grant !== undefined && added.length === 0 && !mustAsk;
  if (isCovered || application.consent === "always") return { kind: "granted", scopes };
  return { kind: "ask", scopes, added };
}
