import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";

/** Finds a free port of 127.0.0.1, for servers that do not tell which one they chose. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
