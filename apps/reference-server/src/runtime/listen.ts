import { createServer, type Server } from "node:http";
import { type AddressInfo, isIPv6 } from "node:net";
import { UsageError } from "../usage-error.js";

/** Advice for a port of the server that is in use. */
export const portAdvice = "choose another with --port";

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

/** Requires a port to be free, before a start makes what a refusal would leave behind. Throws like {@link listenOn}. */
export async function requireFreePort(host: string, port: number, advice: string): Promise<void> {
  if (port === 0) return;
  const probe = createServer();
  await listenOn(probe, host, port, advice);
  await new Promise((resolve) => probe.close(resolve));
}
