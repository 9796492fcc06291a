import { rmSync } from "node:fs";
import { open, rename, stat, writeFile } from "node:fs/promises";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { withOperator } from "../admin/admin-client.js";
import { UsageError } from "../usage-error.js";
import { databaseCommand } from "./command.js";
import { json } from "./lists.js";
import { printResult } from "./terminal.js";

const backup = databaseCommand({
  name: "backup",
  parameters: ["FILE"],
  summary: "Back up a SQLite database to a new file, or to standard output with -; also while a server runs.",
  own: {},
  async run([file], values) {
    const { title, ownTools } = values.database.engine;
    if (ownTools) {
      throw new UsageError(`${title} makes its own backups: ${ownTools.backup}; see the operations guide`);
    }
    await withOperator(values, "read", async (operator) => {
      if (file === "-") return pipeline(await operator.snapshot(), process.stdout, { end: false });
      if (await stat(file).catch(() => undefined)) throw new UsageError(`there is a file ${file} already`);
      await writeWhole(file, await operator.snapshot());
    });
    if (file !== "-") process.stdout.write(`backed up to ${file}\n`);
  },
});

/** The file is there when it is whole and on the disk, and not before. */
async function writeWhole(file: string, content: Readable): Promise<void> {
  const partial = `${file}.partial`;
  try {
    const handle = await open(partial, "wx", 0o600);
    try {
      await writeFile(handle, content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(partial, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") rmSync(partial, { force: true });
    throw new UsageError(`cannot write ${partial}: ${(error as Error).message}`);
  }
}

const check = databaseCommand({
  name: "check",
  parameters: [],
  summary: "Check a whole SQLite database for damage. For a backup, give --database sqlite:FILE.",
  own: { json },
  async run(_, values) {
    const { title, ownTools } = values.database.engine;
    if (ownTools) throw new UsageError(`${title} checks itself: ${ownTools.integrityCheck}`);
    const damages = await withOperator(values, "read", (operator) => operator.call("findDamages", {}));
    printResult(damages, damages.length === 0 ? ["nothing is damaged"] : damages, values.json ?? false);
    if (damages.length > 0) process.exitCode = 1;
  },
});

const rotateKey = databaseCommand({
  name: "key rotate",
  parameters: [],
  summary: "Replace the key that encrypts the TOTP secrets.",
  own: { json },
  async run(_, values) {
    const rotated = await withOperator(values, "change", (operator) => operator.call("replaceKey", {}));
    const lines = [`replaced the key in ${values["key-file"]}; ${rotated.seeds} seeds were sealed anew`];
    printResult(rotated, lines, values.json ?? false);
  },
});

export const maintenanceCommands = [backup, check, rotateKey];
