import { afterAll, beforeAll, expect } from "vitest";
import { build, failuresIn, run, type ServerProcess } from "./server-process.js";
import { newFolder } from "./temporary-folder.js";

/** Executable that serves, and its addresses. */
export interface RunningServer {
  readonly server: ServerProcess;
  readonly address: string;
  readonly metrics: string;
}

/** Flags of a server for tests: users of the demo, nothing that is kept, and metrics. */
export const demoFlags = ["--demo", "--database", "sqlite::memory:", "--port", "0", "--metrics", "127.0.0.1:0"];

/** Waits until a server serves. */
export async function running(server: ServerProcess): Promise<RunningServer> {
  return { server, address: await server.listening(), metrics: await server.metrics() };
}

/**
 * Starts the executable once for all tests of a file that leave it as it was. It stops when they have ended, and must
 * not have reported a failure.
 */
export function useSharedServer(): { readonly current: RunningServer } {
  const folder = newFolder();
  let current: RunningServer;
  beforeAll(async () => {
    build();
    current = await running(run(folder, ["serve", ...demoFlags]));
  });
  afterAll(async () => {
    await current.server.stop();
    expect(failuresIn(current.server)).toEqual([]);
  });
  return {
    get current() {
      return current;
    },
  };
}
