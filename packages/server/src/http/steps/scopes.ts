import { type OperationEntry, type OperationId, operationTable } from "@grantbook/contract";
import { type Reason, Refusal } from "../../domain/refusal.js";
import { sufficientScopes } from "../../domain/scopes.js";
import type { RequestContext } from "../context.js";
import type { HttpReason } from "../reason.js";

/**
 * Step that refuses a token without a scope that the operation needs: 403 where the description has a text for it,
 * else 404, as GitHub does. A user with a password needs none.
 */
export function requireScope(id: OperationId): (context: RequestContext) => void {
  const { scopes, missingScope }: OperationEntry = operationTable[id];
  if (scopes.length === 0) return () => undefined;
  const sufficient = sufficientScopes(scopes);
  return ({ token }) => {
    if (!token || token.scopes.some((scope) => sufficient.includes(scope))) return;
    throw new Refusal<HttpReason | Reason>(
      missingScope === null ? { code: "not-found" } : { code: "scope-missing", message: missingScope },
    );
  };
}
