import type { Server } from "node:http";
import { type AddressInfo, isIPv6 } from "node:net";
import { UsageError } from "../usage-error.js";

/** Starts an HTTP server and returns its address. Throws a {@link UsageError}, with `advice` for a port in use. */
export async function listenOn(http: Server, host: string, port: number, advice: string): Promise<string> {
  const name = isIPv6(host) ? `[${host}]` : host;
  await new Promise<void>((resolve, reject) => {
    http.once("error", (error: NodeJS.ErrnoException) => {
      const reason = error.code === "EADDRINUSE" ? `the port is in use; ${advice}` : error.message;
      reject(new UsageError(`cannot listen on ${name}:${port}: ${reason}`));
    });
    http.listen(port, host, resolve);
  });
  return `http://${name}:${(http.address() as AddressInfo).port}`;
}
