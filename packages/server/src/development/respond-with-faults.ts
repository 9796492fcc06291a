import { matchRequest } from "../http/base-path.js";
import type { ClientInfo } from "../http/context.js";
import type { Server } from "../server.js";
import { declaredResponse } from "./declared-response.js";
import type { Faults } from "./faults.js";

/** Request, what it came through, and the server that it is for after a delay. */
export interface FaultyRequest {
  readonly request: Request;
  readonly client: ClientInfo;
  readonly server: () => Pick<Server, "fetch" | "respond">;
  /** Closes the connection. The response cannot be sent any more. */
  readonly cut: () => void;
}

/** Responds as the server does, unless there is a fault for the operation. */
export async function respondWithFaults(
  faults: Faults,
  { request, client, server, cut }: FaultyRequest,
): Promise<Response> {
  const operationId = faults.list.length > 0 ? matchRequest(request) : undefined;
  const fault = operationId && (await faults.take(operationId));
  // The client gets no response for a cut before the operation. The log has 503, which every operation declares.
  const status = fault?.cut === "before" ? 503 : fault?.status;
  const response =
    operationId && status !== undefined
      ? await server().respond(operationId, declaredResponse(operationId, status), request, client)
      : await server().fetch(request, client);
  if (fault?.cut) cut();
  return response;
}
