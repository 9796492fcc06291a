import type { OperationId } from "@grantbook/contract";
import type { RequestContext } from "../context.js";

/** Operation that is not counted, so that a caller can always see the limit. */
const uncounted: OperationId = "rate-limit/get";

/** Step that counts a request against the limit of its caller, and refuses it when the limit is used up. */
export function countRequest(context: RequestContext): void {
  countOnce(context);
  if (context.target.operationId !== uncounted) context.rateLimitHit?.assertAllowed();
}

/** Counts a request that ended before it was counted: by its caller, or by its address when that is not known. */
export function countOnce(context: RequestContext): void {
  const { rateLimits } = context.services;
  if (!rateLimits || context.rateLimitHit || context.target.operationId === undefined) return;
  const { callerName } = context;
  context.rateLimitHit =
    callerName === undefined ? rateLimits.hitAnonymous(context.address) : rateLimits.hit(callerName);
  if (context.target.operationId === uncounted) context.rateLimitHit.refund();
}
