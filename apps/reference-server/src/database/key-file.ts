import { randomBytes } from "node:crypto";
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, statSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { hasKey, keyFits, type Store } from "@grantbook/server";
import { readBoundedFile } from "../bounded-file.js";
import { UsageError } from "../usage-error.js";

/** Bytes of a key file: the digits, and space at the end. */
const maxKeyFileBytes = 4096;

/**
 * The key in a file of 64 hexadecimal digits. While it is replaced there is a second file with `.next` behind its name:
 * the key to come. Whoever reads seals with the first and can unseal with both, so that every server that shares the
 * database goes on, whichever moment it looks.
 */
export class KeyFile {
  readonly #file: string;
  #keys: readonly Buffer[];
  #seen: string;

  /** Opens the file, or returns `undefined` when there is none. Throws a {@link UsageError} for one that is no key. */
  static open(file: string): KeyFile | undefined {
    return isThere(file) ? new KeyFile(file) : undefined;
  }

  /** Makes the file, for its owner alone, with a new key. Throws a {@link UsageError}, also when it is there. */
  static create(file: string): KeyFile {
    try {
      makeKey(file);
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

  /** The keys as they are now. Looks whether the files have changed. */
  readonly keys = (): readonly Buffer[] => {
    try {
      const state = this.#state();
      if (state !== this.#seen) {
        this.#keys = this.#read();
        this.#seen = state;
      }
    } catch {
      // Moved away, or being written: what was read last still holds.
    }
    return this.#keys;
  };

  /** Makes the key to come, unless somebody put it there, and gives it. */
  prepareNext(): Buffer {
    if (!isThere(this.next)) makeKey(this.next);
    return decode(this.next);
  }

  /** Puts the key to come in the place of the key. */
  adoptNext(): void {
    renameSync(this.next, this.#file);
  }

  /** Deletes the file. For a key that was just made and that nothing is encrypted with. */
  remove(): void {
    rmSync(this.#file);
  }

  /**
   * Makes sure that the key is that of a store. One that was replaced in a hurry, so that the file could not be moved
   * any more, is moved now. Throws a {@link UsageError}.
   */
  async requireFit(store: Store): Promise<void> {
    const [key, next] = this.keys();
    if (key && (await keyFits(store, key))) return;
    if (!next || !(await keyFits(store, next))) {
      throw new UsageError(`the key file ${this.#file} does not fit the database, which was made with another key`);
    }
    this.adoptNext();
  }

  #read(): readonly Buffer[] {
    return [this.#file, ...(isThere(this.next) ? [this.next] : [])].map(decode);
  }

  /** Changes whenever one of the files does. */
  #state(): string {
    const states = [this.#file, this.next].map((file) => statSync(file, { throwIfNoEntry: false }));
    return states.map((state) => (state ? `${state.ino} ${state.mtimeMs} ${state.size}` : "none")).join(", ");
  }
}

/**
 * Returns the key file of a database. `present` is the one that is there. A missing one is made, where `mayMake` allows
 * it, for a database that never had a key; otherwise there is none. Throws a {@link UsageError} when the key does not
 * fit, or is missing.
 */
export async function requireKeyOf(
  store: Store,
  file: string,
  present: KeyFile | undefined,
  mayMake: boolean,
): Promise<KeyFile | undefined> {
  if (await hasKey(store)) {
    if (!present) {
      throw new UsageError(
        `there is no key file ${file}, and the database was made with one; give the server's with --key-file`,
      );
    }
  } else if (!mayMake) {
    return present;
  }
  const keyFile = present ?? KeyFile.create(file);
  try {
    await keyFile.requireFit(store);
  } catch (error) {
    // Another server was quicker, with a key of its own.
    if (!present) keyFile.remove();
    throw error;
  }
  return keyFile;
}

function isThere(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false }) !== undefined;
}

/** On the disk before it is used: what is sealed with a key that is lost is lost. */
function makeKey(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const descriptor = openSync(file, "wx", 0o600);
  try {
    writeSync(descriptor, `${randomBytes(32).toString("hex")}\n`);
  } finally {
    sync(descriptor);
  }
  // So that it is found there after a power failure.
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
