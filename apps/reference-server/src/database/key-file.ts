import { randomBytes } from "node:crypto";
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, statSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { hasKey, keyFits, type Store } from "@grantbook/server";
import { readBoundedFile } from "../bounded-file.js";
import { UsageError } from "../usage-error.js";

/** Maximum bytes of a key file: the digits, and white space at the end. */
const maxKeyFileBytes = 4096;

/**
 * Key in a file of 64 hexadecimal digits. During a rotation there is a second file, with `.next` appended to its name:
 * the next key. A server seals with the first key and unseals with both, so that all servers of a database keep running
 * throughout a rotation.
 */
export class KeyFile {
  readonly #file: string;
  #keys: readonly Buffer[];
  #seen: string;

  /** Opens the file. Returns `undefined` when there is none. Throws a {@link UsageError} when it has no key. */
  static open(file: string): KeyFile | undefined {
    return exists(file) ? new KeyFile(file) : undefined;
  }

  /** Creates the file, for its owner only, with a new key. Throws a {@link UsageError}, also when it exists. */
  static create(file: string): KeyFile {
    try {
      createKey(file);
    } catch (error) {
      throw asUsageError(file, error);
    }
    return new KeyFile(file);
  }

  private constructor(file: string) {
    this.#file = file;
    try {
      this.#seen = this.#state();
      this.#keys = this.#read();
    } catch (error) {
      throw asUsageError(file, error);
    }
  }

  get next(): string {
    return `${this.#file}.next`;
  }

  /** Returns the current keys, the primary one first. Reads the files again when they have changed. */
  readonly keys = (): readonly Buffer[] => {
    try {
      const state = this.#state();
      if (state !== this.#seen) {
        this.#keys = this.#read();
        this.#seen = state;
      }
    } catch {
      // Moved away, or being written: the keys that were read last still hold.
    }
    return this.#keys;
  };

  /** Returns the next key, and creates it unless its file exists. */
  prepareNext(): Buffer {
    if (!exists(this.next)) createKey(this.next);
    return decode(this.next);
  }

  /** Replaces the key by the next key. */
  adoptNext(): void {
    renameSync(this.next, this.#file);
  }

  /** Deletes the file. Only for a new key that has encrypted nothing. */
  remove(): void {
    rmSync(this.#file);
  }

  /**
   * Requires the key to be that of a store. Completes a rotation that was interrupted before the file was renamed.
   * Throws a {@link UsageError}.
   */
  async requireFit(store: Store): Promise<void> {
    const [key, next] = this.keys();
    if (key && (await keyFits(store, key))) return;
    if (!next || !(await keyFits(store, next))) {
      throw new UsageError(
        `the key file ${this.#file} does not fit the database, which has another key; name the right file with --key-file`,
      );
    }
    this.adoptNext();
  }

  #read(): readonly Buffer[] {
    return [this.#file, ...(exists(this.next) ? [this.next] : [])].map(decode);
  }

  /** Returns a text that differs whenever one of the files has changed. */
  #state(): string {
    const states = [this.#file, this.next].map((file) => statSync(file, { throwIfNoEntry: false }));
    return states.map((state) => (state ? `${state.ino} ${state.mtimeMs} ${state.size}` : "none")).join(", ");
  }
}

/**
 * Returns the key file of a database. `present` is the file that exists. With `mayCreate`, creates a missing one for a
 * database that never had a key. Throws a {@link UsageError} when the key does not fit, or is missing.
 */
export async function requireKeyOf(
  store: Store,
  file: string,
  present: KeyFile | undefined,
  mayCreate: boolean,
): Promise<KeyFile | undefined> {
  if (await hasKey(store)) {
    if (!present) {
      throw new UsageError(
        `there is no key file ${file}, but the database has a key; name the server's key file with --key-file`,
      );
    }
  } else if (!mayCreate) {
    return present;
  }
  const keyFile = present ?? KeyFile.create(file);
  try {
    await keyFile.requireFit(store);
  } catch (error) {
    // Another server has created its own key in the meantime.
    if (!present) keyFile.remove();
    throw error;
  }
  return keyFile;
}

function exists(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false }) !== undefined;
}

/** Creates a key file and syncs it to disk before it is used: secrets sealed with a lost key are lost. */
function createKey(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const descriptor = openSync(file, "wx", 0o600);
  try {
    writeSync(descriptor, `${randomBytes(32).toString("hex")}\n`);
  } finally {
    sync(descriptor);
  }
  // The entry of the folder survives a power failure only after this.
  sync(openSync(dirname(file), "r"));
}

function sync(descriptor: number): void {
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function decode(file: string): Buffer {
  const text = readBoundedFile(file, maxKeyFileBytes);
  if (!/^[0-9a-f]{64}\s*$/i.test(text)) throw new UsageError(`${file} is not a key: it must be 64 hexadecimal digits`);
  return Buffer.from(text.trim(), "hex");
}

function asUsageError(file: string, error: unknown): UsageError {
  return error instanceof UsageError ? error : new UsageError(`the key file ${file}: ${(error as Error).message}`);
}
