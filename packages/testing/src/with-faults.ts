import type { Socket } from "node:net";
import { matchOperation, type OperationId } from "@grantbook/contract";
import { basePath } from "@grantbook/server";
import { exampleResponse, type Fault, type Faults } from "./faults.js";

/** Request to the API, and its response. */
export interface RecordedRequest {
  /** Operation that it was for; `undefined` where there is none. */
  readonly operation: OperationId | undefined;
  readonly method: string;
  /** Path with its query, as it was sent. */
  readonly path: string;
  /** Status of the response; 0 where the connection was cut. */
  readonly status: number;
}

type Respond = (request: Request, address: string | undefined) => Promise<Response | undefined>;

/** Injects faults into a server, and records the requests to it. */
export function withFaults(
  faults: Faults,
  requests: RecordedRequest[],
  run: Respond,
): (request: Request, socket: Socket) => Promise<Response> {
  return async (request, socket) => {
    const { pathname, search } = new URL(request.url);
    const operation = operationAt(request.method, pathname);
    const fault = operation && (await faults.take(operation));
    const sent = operation && fault ? injected(operation, fault) : undefined;
    const response = sent ?? (await run(request, socket.remoteAddress)) ?? new Response(null, { status: 503 });
    const status = fault?.cut ? 0 : response.status;
    requests.push({ operation, method: request.method, path: pathname + search, status });
    if (fault?.cut) socket.destroy();
    return response;
  };
}

function operationAt(method: string, pathname: string): OperationId | undefined {
  return pathname.startsWith(basePath) ? matchOperation(method, pathname.slice(basePath.length) || "/") : undefined;
}

/** Response in place of the operation's, where the operation is not to run. */
function injected(operation: OperationId, { status, cut }: Fault): Response | undefined {
  if (status !== undefined) return exampleResponse(operation, status);
  return cut === "before" ? new Response(null, { status: 503 }) : undefined;
}
