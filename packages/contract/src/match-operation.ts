import { operationTable } from "./generated/operations.js";
import type { OperationId } from "./operation.js";

const rows = Object.values(operationTable).map(({ id, method, path }) => ({ id, method, segments: path.split("/") }));

/**
 * Finds the operation that a request is for. `path` is the request's path below the base address, without its query.
 * HEAD is matched as GET. Returns `undefined` where the description has no such path or method.
 */
export function matchOperation(method: string, path: string): OperationId | undefined {
  const wanted = method === "HEAD" ? "GET" : method;
  const segments = path.split("/");
  return rows.find((row) => row.method === wanted && matches(row.segments, segments))?.id;
}

/** A parameter stands for one segment, which is not empty. */
function matches(template: readonly string[], segments: readonly string[]): boolean {
  return (
    template.length === segments.length &&
    template.every((part, index) => (part.startsWith("{") ? segments[index] !== "" : part === segments[index]))
  );
}
