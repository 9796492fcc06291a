/** What is known when a one-time code is asked for. */
export interface CodeQuestion {
  /** Whether a code was sent and refused: it was wrong, late, or used before. */
  readonly refused: boolean;
}

/** Gives a one-time code; an empty one gives up, and the call fails with `otp-required`. */
export type AskForCode = (question: CodeQuestion) => string | Promise<string>;

/**
 * Asks once for all calls that need a code at the same time. Each call gets a function of its own, which gives a code
 * that the call has not tried, and that was not known when the call began.
 */
export function sharedCodes(ask: AskForCode): () => (refused: boolean) => Promise<string> {
  let asked = 0;
  let answered = 0;
  let latest: Promise<string>;
  return () => {
    let tried = answered;
    return (refused) => {
      if (tried === asked) {
        asked += 1;
        latest = (async () => ask({ refused }))().finally(() => {
          answered = asked;
        });
      }
      tried = asked;
      return latest;
    };
  };
}
