import { type OperationId, operationTable } from "@grantbook/contract";
import { Refusal } from "../../domain/refusal.js";
import type { RequestContext } from "../context.js";
import type { HttpReason } from "../reason.js";
import { rawQuery } from "../url.js";

/** Step that refuses a token in the query, where logs keep it; GitHub took one until 2021. Not for applications. */
export function refuseQueryToken(id: OperationId): (context: RequestContext) => void {
  if (operationTable[id].caller === "application") return () => undefined;
  return ({ request }) => {
    const query = rawQuery(request.url);
    if (query !== "" && new URLSearchParams(query).has("access_token")) {
      throw new Refusal<HttpReason>({ code: "token-in-query" });
    }
  };
}
