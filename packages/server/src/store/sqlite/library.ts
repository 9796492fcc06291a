import { OpenDatabaseError } from "../open-database-error.js";

type Library = typeof import("@photostructure/sqlite");

/**
 * SQLite by the API of `node:sqlite`. Node 24 has it built in; before that a package provides it, and where that is not
 * installed the experimental one of Node 22.13. Throws an {@link OpenDatabaseError} where there is none.
 */
export async function loadSqlite(): Promise<Library> {
  if (Number.parseInt(process.versions.node, 10) >= 24) return builtIn() as Library;
  try {
    return await import("@photostructure/sqlite");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ERR_MODULE_NOT_FOUND") throw error;
    const library = builtIn();
    if (library) return library;
    throw new OpenDatabaseError(
      `Node ${process.versions.node} has no SQLite: install @photostructure/sqlite, or use Node 22.13 or newer`,
    );
  }
}

function builtIn(): Library | undefined {
  return process.getBuiltinModule?.("node:sqlite") as unknown as Library | undefined;
}
