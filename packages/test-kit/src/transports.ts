import type { Server as HttpServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type Engine, engines } from "@grantbook/test-kit/engines";
import { createAdaptorServer } from "@hono/node-server";

/** A server that can be called. */
export interface Connection {
  readonly publicUrl: string;
  readonly fetch: (request: Request) => Promise<Response>;
  close(): Promise<void>;
}

/** A way between client and server. */
export interface Transport {
  readonly name: string;
  connect(create: (publicUrl: string) => Pick<Connection, "fetch">): Promise<Connection>;
}

/** Client and server meet without a socket. */
export const inProcess: Transport = {
  name: "in process",
  async connect(create) {
    const publicUrl = "http://grantbook.test";
    const server = create(publicUrl);
    return { publicUrl, fetch: server.fetch, close: async () => undefined };
  },
};

/** Client and server meet on a port of this machine. */
export const overHttp: Transport = {
  name: "over HTTP",
  async connect(create) {
    let server: Pick<Connection, "fetch"> | undefined;
    const listener = createAdaptorServer({
      fetch: (request) => server?.fetch(request) ?? new Response(null, { status: 502 }),
      overrideGlobalObjects: false,
    });
    await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
    const publicUrl = `http://127.0.0.1:${(listener.address() as AddressInfo).port}`;
    server = create(publicUrl);
    return {
      publicUrl,
      fetch,
      close: () =>
        new Promise((resolve) => {
          listener.close(() => resolve());
          (listener as HttpServer).closeAllConnections();
        }),
    };
  },
};

/** The ways there are. */
export const transports: readonly Transport[] = [inProcess, overHttp];

/**
 * Transports to test every operation over: all with the first engine, and one with the others. What HTTP adds does not
 * depend on the engine.
 */
export function transportsWith(engine: Engine): readonly Transport[] {
  return engine === engines[0] ? transports : [inProcess];
}
