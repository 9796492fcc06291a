/** A clock in the hands of a test: it stands still until it is moved. */
export interface Clock {
  readonly now: Date;
  /** Moves the clock, by seconds; backwards when they are negative. */
  move(seconds: number): void;
  set(now: Date): void;
}

/** A clock that shows a time. */
export function stoppedClock(start: Date): Clock {
  let time = start.getTime();
  return {
    get now() {
      return new Date(time);
    },
    move(seconds) {
      time += seconds * 1000;
    },
    set(now) {
      time = now.getTime();
    },
  };
}
