import type { DatabaseEngine } from "../database-engine.js";

const inMemory = ":memory:";

/** SQLite: one process owns a file, or has a database in memory. */
export const sqliteEngine: DatabaseEngine = {
  title: "SQLite",
  addressForms: ["sqlite:FILE", `sqlite:${inMemory}`],
  addressHelp: ["sqlite:FILE", `sqlite:${inMemory} for a temporary one`],
  isShared: false,
  locate(address) {
    const [, path] = /^sqlite:(.+)$/.exec(address) ?? [];
    if (path === undefined) return undefined;
    requirePlainPath(path);
    return {
      engine: sqliteEngine,
      file: path === inMemory ? undefined : path,
      isInMemory: path === inMemory,
      async open({ tables }) {
        const { openSqliteStore } = await import("./index.js");
        const store = await openSqliteStore(path, tables && { tables });
        return { store, backup: store.backup, checkIntegrity: store.checkIntegrity };
      },
      inspect: async () => (await import("./inspect.js")).inspectSqlite(path),
      migrate: async (options) => (await import("./index.js")).migrateSqlite(path, options),
    };
  },
};

/** Refuses forms that other programs read differently: `sqlite://FILE`, and options behind a `?`. */
function requirePlainPath(path: string): void {
  if (path.startsWith("//")) {
    throw new Error("the address has //; use sqlite:FILE for the current folder, or sqlite:/FOLDER/FILE");
  }
  if (path.includes("?")) throw new Error("SQLite addresses have no options; use sqlite:FILE without a ?");
}
