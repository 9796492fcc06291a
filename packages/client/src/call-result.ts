import type { OperationId, RequestOf, ResponseOf } from "@grantbook/contract";
import type { CallOptions } from "./options.js";

/** Response that the description declares, told apart by its `status`; header names are lower case. */
export type CallResult<Id extends OperationId> =
  ResponseOf<Id> extends infer Response
    ? Response extends { headers?: infer Headers }
      ? Omit<Response, "headers"> & { readonly headers: NonNullable<Headers> }
      : never
    : never;

/** Parameters of a call by operation; the request may be left out when nothing in it is required. */
export type CallArguments<Id extends OperationId> =
  Record<never, never> extends RequestOf<Id>
    ? [request?: RequestOf<Id>, options?: CallOptions]
    : [request: RequestOf<Id>, options?: CallOptions];
