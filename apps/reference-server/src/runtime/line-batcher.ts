/** Milliseconds that a line may wait for others. */
const delayMs = 10;
/** Characters of lines that are written at once. */
const maxCharacters = 64 * 1024;

/**
 * Batcher of lines. To write a line takes the server as long as a tenth of a request (`its executable` in
 * `packages/benchmarks`), and to write a hundred at once takes hardly longer.
 */
export class LineBatcher {
  readonly #write: (lines: string) => unknown;
  #lines = "";
  #timer: NodeJS.Timeout | undefined;

  constructor(write: (lines: string) => unknown) {
    this.#write = write;
  }

  /** Adds a line, which is written soon. */
  add(line: string): void {
    this.#lines += line;
    if (this.#lines.length >= maxCharacters) this.flush();
    else this.#timer ??= setTimeout(() => this.flush(), delayMs);
  }

  /** Writes all lines now. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const lines = this.#lines;
    this.#lines = "";
    if (lines !== "") this.#write(lines);
  }
}
