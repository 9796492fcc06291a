import type { RequestContext } from "../context.js";

/** Step that counts a request against the limit of its caller, and refuses it when the limit is used up. */
export function countRequest(context: RequestContext): void {
  countOnce(context);
  context.rateLimitHit?.assertAllowed();
}

/** Counts a request that ended before it was counted: by its caller, or by its address when that is not known. */
export function countOnce(context: RequestContext): void {
  const { rateLimits } = context.services;
  if (!rateLimits || context.rateLimitHit || context.target.operationId === undefined) return;
  const { callerName } = context;
  context.rateLimitHit =
    callerName === undefined ? rateLimits.hitAnonymous(context.address) : rateLimits.hit(callerName);
}
