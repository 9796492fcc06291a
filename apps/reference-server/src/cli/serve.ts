import { serveOptionGroups } from "../options/serve-options.js";
import { boundHeapGrowth } from "../runtime/heap-growth.js";
import type { Command } from "./command.js";

/** Command that runs the server. Loads the server on demand, so that other commands start faster. */
export const serveCommand: Command = {
  name: "serve",
  parameters: [],
  summary: "Serve GitHub Enterprise Server's OAuth Authorizations API.",
  options: serveOptionGroups,
  async run(_, settings) {
    boundHeapGrowth();
    const { startServer } = await import("../runtime/start-server.js");
    await startServer(settings);
  },
};
