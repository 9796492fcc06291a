// Reports of a measured server to the parent process: its port, then its CPU time and memory on demand.

/** Parameters of the server, from the command line. */
export const parameters = JSON.parse(process.argv[2] ?? "{}");

/**
 * Starts listening, reports the port, and then serves the messages of the parent process.
 * @param {import("node:http").Server} server @param {object} facts @param {() => Promise<void>} close
 */
export function report(server, facts = {}, close = async () => undefined) {
  process.on("message", async (message) => {
    if (message === "usage") {
      const { user, system } = process.cpuUsage();
      process.send?.({ cpu: user + system, memory: process.memoryUsage.rss() });
    } else {
      server.closeAllConnections();
      server.close();
      await close();
      process.exit();
    }
  });
  server.listen(0, "127.0.0.1", () => {
    const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
    process.send?.({ port, ...facts });
  });
}
