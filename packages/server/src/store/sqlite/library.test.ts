import { afterEach, describe, expect, test, vi } from "vitest";
import { loadSqlite } from "./library.js";

/** Makes this process look like one of another version of Node, which has these modules built in. */
function stubNode(node: string, modules: Readonly<Record<string, object>>) {
  const getBuiltinModule = (name: string) => modules[name];
  vi.stubGlobal(
    "process",
    Object.create(process, { versions: { value: { node } }, getBuiltinModule: { value: getBuiltinModule } }),
  );
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("SQLite", () => {
  const builtIn = { DatabaseSync: class {} };

  test.each(["24.0.0", "26.1.0"])("is the one that Node %s has built in", async (node) => {
    stubNode(node, { "node:sqlite": builtIn });
    expect(await loadSqlite()).toBe(builtIn);
  });

  test.each(["20.19.0", "23.11.1"])("is that of a package for Node %s", async (node) => {
    stubNode(node, { "node:sqlite": builtIn });
    expect(await loadSqlite()).toBe(await import("@photostructure/sqlite"));
  });
});
