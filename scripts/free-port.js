import { randomInt } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:net";

/**
 * Finds a free port of 127.0.0.1, for servers that cannot choose one, or that come back to the one they had. It is
 * below the ports that systems give to sockets without one (from 32768 on Linux, from 49152 elsewhere): none of those
 * takes it before its server does.
 * @returns {Promise<number>}
 */
export async function freePort() {
  const port = randomInt(20_000, 30_000);
  const server = createServer().listen(port, "127.0.0.1");
  try {
    await once(server, "listening");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EADDRINUSE") return freePort();
    throw error;
  }
  server.close();
  await once(server, "close");
  return port;
}
