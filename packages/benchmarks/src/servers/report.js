// Reports of a measured server to the parent process: its port, then its CPU time and memory on demand.

/** Parameters of the server, from the command line. */
export const parameters = JSON.parse(process.argv[2] ?? "{}");

/**
 * Starts listening, and reports it.
 * @param {import("node:http").Server} server @param {object} [facts] @param {() => Promise<void>} [close]
 */
export function report(server, facts, close = async () => undefined) {
  server.listen(0, "127.0.0.1", () => {
    const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
    reportPort(port, facts, async () => {
      server.closeAllConnections();
      server.close();
      await close();
    });
  });
}

/**
 * Reports the port of a server that listens, and then serves the messages of the parent process.
 * @param {number} port @param {object} [facts] @param {() => Promise<unknown>} [close]
 */
export function reportPort(port, facts, close) {
  process.on("message", async (message) => {
    if (message === "usage") {
      const { user, system } = process.cpuUsage();
      process.send?.({ cpu: user + system, memory: process.memoryUsage.rss() });
    } else {
      await close?.();
      process.exit();
    }
  });
  process.send?.({ port, ...facts });
}
