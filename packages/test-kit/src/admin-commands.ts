import { expect } from "vitest";
import { basicAuth } from "./basic-auth.js";
import { runToEnd, type ServerProcess, type ServerProcesses, useServerProcess } from "./server-process.js";

/** Executable in a folder of the test, as a server and as commands. */
export interface AdminCommands extends ServerProcesses {
  /** Starts a server on a free port. */
  serve(...flags: string[]): Promise<{ readonly server: ServerProcess; readonly api: string }>;
  /** Runs a command that must succeed. Returns its standard output. */
  runCommand(words: readonly string[], input?: string): string;
  /** Runs a command with `--json`. Returns its parsed output. */
  // biome-ignore lint/suspicious/noExplicitAny: the tests compare it with literals.
  runJson(words: readonly string[], input?: string): any;
}

/** Compiles the executable before the tests of a file, and cleans up after each. */
export function useAdminCommands(): AdminCommands {
  const processes = useServerProcess();
  const runCommand: AdminCommands["runCommand"] = (words, input = "") => {
    const { code, stdout, stderr } = runToEnd(processes.folder.path, words, { input });
    expect([code, stderr]).toEqual([0, ""]);
    return stdout;
  };
  return {
    ...processes,
    async serve(...flags) {
      const server = processes.start(["serve", "--port", "0", ...flags]);
      return { server, api: `${await server.listening()}/api/v3` };
    },
    runCommand,
    runJson: (words, input = "") => JSON.parse(runCommand([...words, "--json"], input)),
  };
}

/**
 * Headers with Basic credentials that close the connection. While a command runs synchronously, the test does not see
 * that the server has closed an idle one.
 */
export const basicOnce = (name: string, secret: string) => ({
  authorization: basicAuth(name, secret),
  connection: "close",
});

/** Status of the response to a request. */
export const fetchStatus = async (url: string, headers: Record<string, string>, init: RequestInit = {}) =>
  (await fetch(url, { ...init, headers })).status;
