import type { OperationId } from "@grantbook/contract";
import type { Handler } from "../../api/handler.js";
import type { ApiResponse } from "../api-response.js";
import type { RequestContext } from "../context.js";

/** Step that calls the handler of an operation. */
export function callHandler(handler: Handler<OperationId>): (context: RequestContext) => Promise<ApiResponse> {
  // The one place for casts: the steps before have made caller and input those of the operation.
  const call = handler as unknown as (input: unknown, context: unknown) => Promise<ApiResponse>;
  return (context) => call(context.input, context);
}
