import { type OperationId, operationTable } from "@grantbook/contract";
import type { RequestContext } from "../context.js";
import { hasPreconditions, requirePreconditions } from "../preconditions.js";

/** Ends of paths that name one thing, which is there to be compared. */
const identifiers = ["{authorization_id}", "{grant_id}"];

/**
 * Step that evaluates the preconditions of a change. The state of what has an identifier is compared later, by the
 * handler, inside the transaction that changes it.
 */
export function checkPreconditions(id: OperationId): (context: RequestContext) => void {
  const { method, path } = operationTable[id];
  if (method === "GET") return () => undefined;
  const isCheckedByHandler = identifiers.some((end) => path.endsWith(end));
  return (context) => {
    context.isConditional = hasPreconditions(context.request);
    if (context.isConditional && !isCheckedByHandler) requirePreconditions(context.request, undefined);
  };
}
