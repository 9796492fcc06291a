import { occasionally } from "../occasionally.js";

/** Progress of work that may take long. */
export interface Progress {
  /** Shows how much is done, of `total`. */
  update(done: number, total: number): void;
  /** Ends it; nothing of a bar remains. */
  stop(): void;
}

/** Where progress is shown. */
export interface ProgressStream extends NodeJS.WritableStream {
  readonly isTTY?: boolean;
}

/** Shows progress on standard error: as a bar in a terminal, and elsewhere as a line now and then. */
export async function startProgress(
  title: string,
  unit: string,
  stream: ProgressStream = process.stderr,
  now: () => number = () => performance.now(),
): Promise<Progress> {
  return stream.isTTY ? startBar(title, unit, stream) : startLines(title, unit, stream, now);
}

/** The bar's package is loaded here: most starts need none. */
async function startBar(title: string, unit: string, stream: NodeJS.WritableStream): Promise<Progress> {
  const { Presets, SingleBar } = await import("cli-progress");
  const format = `${title} [{bar}] {percentage} % of {total} ${unit}`;
  const bar = new SingleBar({ format, stream, clearOnComplete: true, hideCursor: true, barsize: 30 }, Presets.legacy);
  let isStarted = false;
  return {
    update(done, total) {
      if (!isStarted) bar.start(total, done);
      else bar.update(done);
      isStarted = true;
    },
    stop: () => bar.stop(),
  };
}

function startLines(title: string, unit: string, stream: NodeJS.WritableStream, now: () => number): Progress {
  const update = occasionally((done, total) => stream.write(`${title}: ${done} of ${total} ${unit}\n`), now);
  return { update, stop: () => undefined };
}
