import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** Server of a site while it is written. */
export interface DevServer {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  close(): Promise<void>;
}

/** Serves the responses of a handler on 127.0.0.1; port 0 picks a free one. Rejects when the port is in use. */
export async function startDevServer(
  handle: (request: Request) => Response | undefined,
  port: number,
): Promise<DevServer> {
  const server = createServer(async ({ method = "GET", url = "/", headers }, outgoing) => {
    const known = {
      accept: headers.accept ?? "",
      "if-none-match": headers["if-none-match"] ?? "",
      "accept-encoding": String(headers["accept-encoding"] ?? ""),
    };
    const request = new Request(new URL(url, "http://127.0.0.1"), { method, headers: known });
    const response = handle(request) ?? new Response("Not found\n", { status: 404 });
    response.headers.forEach((value, name) => {
      outgoing.setHeader(name, value);
    });
    outgoing.writeHead(response.status);
    outgoing.end(new Uint8Array(await response.arrayBuffer()));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const inUse = new Error(`the port ${port} is in use; choose another with --port`);
      reject(error.code === "EADDRINUSE" ? inUse : error);
    });
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
