import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

/** Global setup: a folder for all files of a run of vitest. */
export function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), "grantbook-run-"));
  // Programs of other users, such as PgBouncer, have files in it.
  chmodSync(folder, 0o711);
  project.provide("runFolder", folder);
  return () => rmSync(folder, { recursive: true, force: true });
}

declare module "vitest" {
  interface ProvidedContext {
    /** Folder that is there for the run, for what its files share. */
    readonly runFolder: string;
  }
}

/** Milliseconds between looks for the end of work in another process. */
const pollIntervalMs = 50;

/**
 * Runs work once for all files that call it with the same folder and name; the others wait until it is done. Throws in
 * all of them when the work throws.
 */
export function onceIn(folder: string, name: string, work: () => void): void {
  const [lock, outcome] = [join(folder, name), join(folder, name, "outcome")];
  if (isFirst(lock)) {
    try {
      work();
      writeOutcome(outcome, "");
    } catch (error) {
      writeOutcome(outcome, String(error));
      throw error;
    }
    return;
  }
  const never = new Int32Array(new SharedArrayBuffer(4));
  while (!existsSync(outcome)) Atomics.wait(never, 0, 0, pollIntervalMs);
  const failure = readFileSync(outcome, "utf8");
  if (failure !== "") throw new Error(`${name} failed for another file: ${failure}`);
}

function isFirst(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** In one step, so that no other process reads half of it. */
function writeOutcome(file: string, text: string): void {
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}
