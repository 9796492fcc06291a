import type { CallResult } from "@grantbook/client";
import type { OperationId, ResponseWith, StatusOf, UnreachableStatusOf } from "@grantbook/contract";
import type { TestServer } from "@grantbook/test-kit/test-server";

/** Brings about one answer of one operation. The test fails when the answer has another status. */
export interface Scenario<Id extends OperationId, Status extends StatusOf<Id>> {
  call(server: TestServer): Promise<CallResult<Id>>;
  /** Looks at the answer, and at the server after it. */
  check?(answer: ResponseWith<Id, Status>, server: TestServer): void | Promise<void>;
}

/** A scenario that is still to be written: it is counted as skipped, and printed with the reason. */
export interface Pending {
  readonly pending: string;
}

/** A status that HTTP does not allow for the operation; the description gives the reason. */
export const unreachable = Symbol("unreachable");

type Cell<Id extends OperationId, Status extends StatusOf<Id>> =
  Status extends UnreachableStatusOf<Id> ? typeof unreachable : Scenario<Id, Status> | Pending;

/** A cell for every declared status of an operation. */
export type Row<Id extends OperationId> = { readonly [Status in StatusOf<Id>]: Cell<Id, Status> };

/** A row for every operation of the description: one that is missing does not compile. */
export type Matrix = { readonly [Id in OperationId]: Row<Id> };
