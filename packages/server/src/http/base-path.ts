import { matchOperation, type OperationId } from "@grantbook/contract";
import { rawPath } from "./url.js";

/** Path of the API below the public address, as Enterprise Server has it. */
export const basePath = "/api/v3";

/** Finds the operation that a request to the server is for. Never throws. */
export function matchRequest({ method, url }: Request): OperationId | undefined {
  const path = rawPath(url);
  if (!path.startsWith(basePath)) return undefined;
  return matchOperation(method, path.slice(basePath.length) || "/");
}
