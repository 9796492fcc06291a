import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { newFolder } from "@grantbook/test-kit/temporary-folder";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { quietMs, watchFolders } from "./watch-folders.js";

let stop: () => void = () => undefined;

afterEach(() => stop());

describe("with changes and a time of the test's own", () => {
  const listeners = new Map<string, () => void>();
  const change = (folder: string) => listeners.get(folder)?.();
  const watch = (folder: string, _options: unknown, onChange: () => void) => {
    listeners.set(folder, onChange);
    return { close: () => listeners.delete(folder) };
  };

  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test("what changes in quick succession is built once, with the folders it is in", async () => {
    const rebuild = vi.fn(async () => undefined);
    stop = watchFolders(["guides", "assets", "samples"], rebuild, watch);
    for (const folder of ["guides", "guides", "assets"]) {
      change(folder);
      await vi.advanceTimersByTimeAsync(quietMs - 1);
    }
    expect(rebuild).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(rebuild.mock.calls).toEqual([[new Set(["guides", "assets"])]]);
  });

  test("what changes while the site is built is built afterwards", async () => {
    let finish = () => {};
    const rebuild = vi.fn(() => new Promise<void>((resolve) => (finish = resolve)));
    stop = watchFolders(["guides", "assets"], rebuild, watch);
    change("guides");
    await vi.advanceTimersByTimeAsync(quietMs);
    expect(rebuild.mock.calls).toEqual([[new Set(["guides"])]]);
    change("assets");
    await vi.advanceTimersByTimeAsync(10 * quietMs);
    expect(rebuild).toHaveBeenCalledTimes(1);
    finish();
    await vi.advanceTimersByTimeAsync(0);
    expect(rebuild.mock.calls).toEqual([[new Set(["guides"])], [new Set(["assets"])]]);
  });

  test("nothing is built after the end", async () => {
    const rebuild = vi.fn(async () => undefined);
    const end = watchFolders(["guides"], rebuild, watch);
    change("guides");
    end();
    await vi.advanceTimersByTimeAsync(10 * quietMs);
    expect(rebuild).not.toHaveBeenCalled();
    expect(listeners.size).toBe(0);
  });
});

test("files that are written below a folder are noticed", async () => {
  const folder = newFolder();
  try {
    mkdirSync(join(folder, "guides"));
    mkdirSync(join(folder, "assets"));
    const changed = new Set<string>();
    stop = watchFolders([join(folder, "guides"), join(folder, "assets")], async (folders) => {
      for (const name of folders) changed.add(name);
    });
    writeFileSync(join(folder, "guides", "one.md"), "1");
    writeFileSync(join(folder, "assets", "page.js"), "2");
    await expect.poll(() => changed).toEqual(new Set([join(folder, "guides"), join(folder, "assets")]));
  } finally {
    stop();
  }
});
