import type { Socket } from "node:net";
import type { OperationId } from "@grantbook/contract";
import { matchRequest, type Server } from "@grantbook/server";
import { type Faults, respondWithFaults } from "@grantbook/server/development";

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

/** Injects faults into a server, and records the requests to it. Until there is a server, the response is a 503. */
export function withFaults(
  faults: Faults,
  requests: RecordedRequest[],
  server: () => Server | undefined,
): (request: Request, socket: Socket) => Promise<Response> {
  return async (request, socket) => {
    const { pathname, search } = new URL(request.url);
    let isCut = false;
    const response = await respondWithFaults(faults, {
      request,
      client: { address: socket.remoteAddress },
      server: () => server() ?? notServing,
      cut() {
        isCut = true;
        socket.destroy();
      },
    });
    const status = isCut ? 0 : response.status;
    requests.push({ operation: matchRequest(request), method: request.method, path: pathname + search, status });
    return response;
  };
}

const unavailable = async () => new Response(null, { status: 503 });
const notServing: Pick<Server, "fetch" | "respond"> = { fetch: unavailable, respond: unavailable };
