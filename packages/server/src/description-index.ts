import type { Operation, OperationId } from "@grantbook/contract";
import { description } from "@grantbook/contract/description";

/** Every operation of the description under its id. */
export const operationsById = new Map<string, Operation>(
  Object.values(description.paths)
    .flatMap((item) => Object.values(item))
    .map((operation) => [operation.operationId, operation]),
);

/** The operation with an id. */
export function operationOf(id: OperationId): Operation {
  const operation = operationsById.get(id);
  if (!operation) throw new Error(`The description has no operation ${id}.`);
  return operation;
}
