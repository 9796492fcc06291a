// What every measured server tells the one who measures: where it listens, and what it uses.

/** What the server was told to be. */
export const parameters = JSON.parse(process.argv[2] ?? "{}");

/**
 * Tells that a server listens, and answers the questions about it from then on.
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
