import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { UsageError } from "./usage-error.js";

/** The key in a file of 64 hexadecimal digits, made for its owner alone when there is none. Throws a {@link UsageError}. */
export function readKeyFile(file: string): Buffer {
  try {
    return decode(file, readFileSync(file, "utf8"));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw asUsageError(file, error);
  }
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    const key = randomBytes(32);
    writeFileSync(file, `${key.toString("hex")}\n`, { mode: 0o600, flag: "wx" });
    return key;
  } catch (error) {
    throw asUsageError(file, error);
  }
}

function decode(file: string, text: string): Buffer {
  if (!/^[0-9a-f]{64}\s*$/i.test(text)) throw new UsageError(`${file} is not a key: it must be 64 hexadecimal digits`);
  return Buffer.from(text.trim(), "hex");
}

function asUsageError(file: string, error: unknown): UsageError {
  return error instanceof UsageError ? error : new UsageError(`the key file ${file}: ${(error as Error).message}`);
}
