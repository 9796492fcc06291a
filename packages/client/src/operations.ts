import type { CallEntry, OperationId } from "@grantbook/contract";
import { resources as table } from "@grantbook/contract/calls";

/** Operation, as far as a call of it needs to know. */
export type Operation = CallEntry & { readonly id: OperationId };

/** Every operation of the API, by resource and method. */
export const resources: Readonly<Record<string, Readonly<Record<string, Operation>>>> = table;
