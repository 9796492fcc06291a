import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A site that can be looked at. */
export interface Listening {
  /** Where it is: `http://127.0.0.1:PORT`. */
  readonly address: string;
  close(): Promise<void>;
}

/** Serves what a handler answers, on this machine alone; 0 picks a free port. Fails when the port is in use. */
export async function listen(handle: (request: Request) => Response | undefined, port: number): Promise<Listening> {
  const server = createServer(async ({ method = "GET", url = "/", headers }, answer) => {
    const known = { "if-none-match": headers["if-none-match"] ?? "" };
    const request = new Request(new URL(url, "http://127.0.0.1"), { method, headers: known });
    const response = handle(request) ?? new Response("Not found\n", { status: 404 });
    response.headers.forEach((value, name) => {
      answer.setHeader(name, value);
    });
    answer.writeHead(response.status);
    answer.end(new Uint8Array(await response.arrayBuffer()));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const inUse = new Error(`the port ${port} is in use; choose another with --port`);
      reject(error.code === "EADDRINUSE" ? inUse : error);
    });
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
