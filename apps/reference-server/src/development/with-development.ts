import { createServer, type ServerOptions } from "@grantbook/server";
import { Faults, respondWithFaults } from "@grantbook/server/development";
import type { ApiServer } from "../runtime/router.js";
import { Clock } from "./clock.js";
import { RequestLog } from "./request-log.js";

/** State of the switches. It outlives the server, which a reset replaces. */
export interface Switches {
  readonly clock: Clock;
  readonly faults: Faults;
  readonly requests: RequestLog;
}

/** Creates switches in their initial state, which changes nothing. */
export function createSwitches(): Switches {
  return { clock: new Clock(), faults: new Faults(), requests: new RequestLog() };
}

/**
 * Creates a server as `createServer` does, controlled by switches: it uses their clock, injects their faults, and logs
 * every request to the API.
 */
export function withDevelopment(options: ServerOptions, { clock, faults, requests }: Switches): ApiServer {
  const server = createServer({
    ...options,
    now: clock.now,
    onResponse(entry, received) {
      options.onResponse?.(entry, received);
      requests.add(clock.now(), entry, received);
    },
  });
  return {
    get passwordStats() {
      return server.passwordStats;
    },
    async fetch(request, connection) {
      // Node's own Date is that of the system.
      if (clock.isSet) connection.bindings.outgoing.setHeader("Date", clock.now().toUTCString());
      return respondWithFaults(faults, {
        request,
        client: connection,
        server: () => server,
        cut: () => connection.bindings.incoming.socket.destroy(),
      });
    },
  };
}
