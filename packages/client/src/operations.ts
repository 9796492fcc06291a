import type { CallEntry, OperationId } from "@grantbook/contract";
import { callTable } from "@grantbook/contract/calls";

/** Operation, as far as a call of it needs to know. */
export type Operation = CallEntry & { readonly id: OperationId };

/** Every operation of the API. */
export const operations: readonly Operation[] = callTable;
