import { type OperationEntry, type OperationId, operationTable } from "@grantbook/contract";
import { type Reason, Refusal } from "../../domain/refusal.js";
import type { RequestContext } from "../context.js";
import { isSunset } from "../deprecation.js";
import type { HttpReason } from "../reason.js";

/** Step that refuses a deprecated operation for users while it is switched off, for a while or for good. */
export function refuseSunset(id: OperationId): (context: RequestContext) => void {
  const { removal, caller, statuses }: OperationEntry = operationTable[id];
  if (removal === null || caller !== "user") return () => undefined;
  const code = statuses.includes(410) ? "gone" : "not-found";
  return ({ services: { sunset, now } }) => {
    if (isSunset(sunset, now())) throw new Refusal<HttpReason | Reason>({ code });
  };
}
