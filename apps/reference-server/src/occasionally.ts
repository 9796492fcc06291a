/** Milliseconds between two reports. */
const intervalMs = 10_000;

/** Function that receives how much of some work is done, of `total`. */
export type OnProgress = (done: number, total: number) => void;

/** Passes progress on every ten seconds, so that work that is done sooner is not reported. */
export function occasionally(report: OnProgress, now: () => number = () => performance.now()): OnProgress {
  let last = now();
  return (done, total) => {
    if (now() - last < intervalMs) return;
    last = now();
    report(done, total);
  };
}
