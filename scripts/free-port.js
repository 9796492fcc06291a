import { once } from "node:events";
import { createServer } from "node:net";

/** Finds a free port of 127.0.0.1, for servers that do not tell which one they chose. */
export async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  server.close();
  await once(server, "close");
  return port;
}
