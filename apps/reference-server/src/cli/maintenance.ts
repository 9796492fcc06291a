import { rmSync } from "node:fs";
import { open, rename, stat, writeFile } from "node:fs/promises";
import type { Readable } from "node:stream";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { maintainedEngineTitles } from "@grantbook/server/engine";
import { withAdminClient } from "../admin/admin-client.js";
import type { Snapshot } from "../database/database.js";
import { UsageError } from "../usage-error.js";
import { databaseCommand } from "./command.js";
import { json } from "./json-option.js";
import { type Progress, startProgress } from "./progress.js";
import { printResult } from "./terminal.js";

const backup = databaseCommand({
  name: "backup",
  parameters: ["FILE"],
  summary: `Back up a ${maintainedEngineTitles} database to a new file, or to standard output with -; also while a server runs.`,
  options: {},
  async run([file], values) {
    const { title, ownTools } = values.database.engine;
    if (ownTools) {
      throw new UsageError(`${title} has its own tool for backups: ${ownTools.backup}; see the operations guide`);
    }
    await withAdminClient(values, "read", async (admin) => {
      const progress = await startProgress("backup", "MB");
      if (file === "-") return writeToStandardOutput(withProgress(await admin.snapshot(), progress));
      if (await stat(file).catch(() => undefined)) throw new UsageError(`the file ${file} exists`);
      await writeAtomically(file, withProgress(await admin.snapshot(), progress));
    });
    if (file !== "-") process.stdout.write(`backed up to ${file}\n`);
  },
});

/** Bytes of a megabyte. */
const megabyte = 1024 * 1024;

/** Passes a snapshot on, and shows how much of it has passed. */
function withProgress({ content, bytes }: Snapshot, progress: Progress): Readable {
  const total = Math.ceil(bytes / megabyte);
  let passed = 0;
  const counting = new Transform({
    transform(chunk: Buffer, _, done) {
      passed += chunk.length;
      progress.update(Math.floor(passed / megabyte), total);
      done(null, chunk);
    },
  });
  // Errors reach the reader of the result.
  pipeline(content, counting)
    .catch(() => undefined)
    .finally(() => progress.stop());
  return counting;
}

/** Ends quietly when the reader, such as `head`, has what it wants. */
async function writeToStandardOutput(content: Readable): Promise<void> {
  await pipeline(content, process.stdout, { end: false }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
}

/** Writes a file that appears under its name only when it is complete and synced to disk. */
async function writeAtomically(file: string, content: Readable): Promise<void> {
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
  summary: `Check a whole ${maintainedEngineTitles} database for damage. For a backup, give its address with --database.`,
  options: { json },
  async run(_, values) {
    const { title, ownTools } = values.database.engine;
    if (ownTools) throw new UsageError(`${title} has its own check: ${ownTools.integrityCheck}`);
    const damage = await withAdminClient(values, "read", (admin) => admin.call("checkIntegrity", {}));
    printResult(damage, damage.length === 0 ? ["no damage found"] : damage, values.json ?? false);
    if (damage.length > 0) process.exitCode = 1;
  },
});

const rotateKey = databaseCommand({
  name: "key rotate",
  parameters: [],
  summary: "Replace the key that encrypts the TOTP secrets.",
  options: { json },
  async run(_, values) {
    const progress = await startProgress("key rotation", "secrets");
    const rotated = await withAdminClient(values, "change", (admin) =>
      admin.call("replaceKey", {}, progress.update),
    ).finally(() => progress.stop());
    const lines = [`replaced the key in ${values["key-file"]}; encrypted ${rotated.secrets} TOTP secrets again`];
    printResult(rotated, lines, values.json ?? false);
  },
});

export const maintenanceCommands = [backup, check, rotateKey];
