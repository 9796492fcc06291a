import { type OperationId, operationTable } from "@grantbook/contract";
import type { RequestContext } from "../context.js";
import { callerName } from "../rate-limits.js";

/** Step that counts a request against the limit of its caller, and refuses it when the limit is used up. */
export function countRequest(id: OperationId): (context: RequestContext) => void {
  const { caller: kind } = operationTable[id];
  return (context) => {
    const name = callerName(kind, context.caller);
    context.callerName = name;
    const { rateLimits } = context.services;
    if (!rateLimits) return;
    context.rateLimitHit = name === undefined ? rateLimits.hitAnonymous(context.address) : rateLimits.hit(name);
    context.rateLimitHit.assertAllowed();
  };
}

/** Counts a request that ended before it was counted against the limit of its address. */
export function countUnauthenticated(context: RequestContext): void {
  if (context.target.operationId === undefined) return;
  context.rateLimitHit ??= context.services.rateLimits?.hitAnonymous(context.address);
}
