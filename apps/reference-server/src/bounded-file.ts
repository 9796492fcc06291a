import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";

/**
 * Reads a text file up to a limit in bytes. Refuses anything but a regular file, because a pipe or a device may never
 * end, and text that is not UTF-8. Throws an error whose message is the reason.
 */
export function readBoundedFile(file: string, maxBytes: number): string {
  // A pipe is opened without waiting for a writer.
  const descriptor = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    if (!fstatSync(descriptor).isFile()) throw new Error("it is not a regular file");
    return decodeUtf8(readUpTo(descriptor, maxBytes));
  } finally {
    closeSync(descriptor);
  }
}

function readUpTo(descriptor: number, maxBytes: number): Buffer {
  const buffer = Buffer.alloc(maxBytes + 1);
  let length = 0;
  for (;;) {
    const count = readSync(descriptor, buffer, length, buffer.length - length, null);
    length += count;
    if (length > maxBytes) throw tooLong(maxBytes);
    if (count === 0) return buffer.subarray(0, length);
  }
}

/** Reads a text stream up to a limit in bytes, as {@link readBoundedFile} reads a file. */
export async function readBoundedStream(stream: AsyncIterable<Buffer | string>, maxBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk);
    length += bytes.length;
    if (length > maxBytes) throw tooLong(maxBytes);
    chunks.push(bytes);
  }
  return decodeUtf8(Buffer.concat(chunks));
}

/** Input that has too many bytes. */
export class TooLongError extends Error {
  override readonly name = "TooLongError";
}

/** Input that is not UTF-8. */
export class EncodingError extends Error {
  override readonly name = "EncodingError";
}

function tooLong(maxBytes: number): TooLongError {
  return new TooLongError(`it has more than ${maxBytes} bytes`);
}

const decoder = new TextDecoder("utf-8", { fatal: true });

function decodeUtf8(bytes: Buffer): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new EncodingError("it is not UTF-8");
  }
}
