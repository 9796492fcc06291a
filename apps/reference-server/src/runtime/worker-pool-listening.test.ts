import cluster from "node:cluster";
import { EventEmitter } from "node:events";
import { afterEach, expect, test, vi } from "vitest";
import type { ServerSettings } from "../options/serve-options.js";
import type { Log } from "./log.js";
import { WorkerPool } from "./worker-pool.js";

afterEach(() => void vi.restoreAllMocks());

test("a pool listens when all of its workers serve, those among them that replace others", async () => {
  const forked: EventEmitter[] = [];
  vi.spyOn(cluster, "setupPrimary").mockReturnValue();
  vi.spyOn(cluster, "fork").mockImplementation(() => {
    forked.push(new EventEmitter());
    return forked.at(-1) as never;
  });
  const onListening = vi.fn();
  const serve = (index: number) => forked[index]?.emit("message", { serving: "http://127.0.0.1:80", docs: "" });
  new WorkerPool({ workers: 2 } as ServerSettings, { warn: () => undefined } as unknown as Log, onListening);

  expect(forked).toHaveLength(2);
  serve(0);
  forked[0]?.emit("exit", 1, null);
  serve(1);
  expect(onListening).not.toHaveBeenCalled();
  await expect.poll(() => forked.length).toBe(3);
  serve(2);
  expect(onListening).toHaveBeenCalledOnce();
});
