import { serverSettingGroups } from "../options/serve-options.js";
import type { Command } from "./command.js";

/** The command that everybody starts with. What serves is loaded when it is wanted: other commands are quicker so. */
export const serveCommand: Command = {
  name: "serve",
  parameters: [],
  summary: "Serve GitHub Enterprise Server's OAuth Authorizations API.",
  settings: serverSettingGroups,
  async run(_, settings) {
    const { startServer } = await import("../runtime/start-server.js");
    await startServer(settings);
  },
};
