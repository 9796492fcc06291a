import { type OperationEntry, type OperationId, operationTable } from "@grantbook/contract";
import { type Reason, Refusal } from "../../domain/refusal.js";
import type { RequestContext } from "../context.js";
import { sunsetState } from "../deprecation.js";
import type { HttpReason } from "../reason.js";

/**
 * Step that refuses a deprecated operation for users while it is switched off. A removed operation is not found, as on
 * github.com; 410 is for brownouts, where the description declares it.
 */
export function refuseSunset(id: OperationId): (context: RequestContext) => void {
  const { removal, caller, statuses }: OperationEntry = operationTable[id];
  if (removal === null || caller !== "user") return () => undefined;
  const brownout = statuses.includes(410) ? "gone" : "not-found";
  return ({ services: { sunset, now } }) => {
    const state = sunsetState(sunset, now());
    if (state === "available") return;
    throw new Refusal<HttpReason | Reason>({ code: state === "brownout" ? brownout : "not-found" });
  };
}
