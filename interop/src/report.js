// Report of a run: a line for each client and tool, the checks that did not pass, and the totals.

/** @typedef {{ operation: string, expected: string, error?: string, skipped?: string }} Check */

/** Characters of an error in the report; the JSON has all of it. */
const maxErrorLength = 300;

/**
 * Checks of a client that cannot be run here, and why. It is skipped; with `isCi` it has failed, because continuous
 * integration installs every client.
 * @param {string} reason @param {boolean} isCi @returns {Check[]}
 */
export function missingClient(reason, isCi) {
  const check = { operation: "-", expected: "the client can be run here" };
  return [isCi ? { ...check, error: reason } : { ...check, skipped: reason }];
}

/** Counts and prints the outcomes of checks. `print` takes a line. @param {(line: string) => void} print */
export function createReport(print) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  /** @type {{ id: string, kind: string, name: string, checks: readonly Check[] }[]} */
  const results = [];
  return {
    total,
    results,
    /**
     * Adds the checks of a client or a tool.
     * @param {{ id: string, kind: string, name: string }} client
     * @param {readonly Check[]} checks @param {number | string} seconds
     */
    add({ id, kind, name }, checks, seconds) {
      const own = { passed: 0, failed: 0, skipped: 0 };
      for (const check of checks) {
        own[outcomeOf(check)] += 1;
        total[outcomeOf(check)] += 1;
      }
      results.push({ id, kind, name, checks });
      const mark = own.failed > 0 ? "FAILED" : own.skipped > 0 ? "-     " : "ok    ";
      print(`${mark} ${name}: ${own.passed} checks, ${seconds} s`);
      for (const { operation, expected, error, skipped } of checks) {
        const problem = error ?? skipped;
        if (!problem) continue;
        const shown = problem.replaceAll(/\s+/g, " ").slice(0, maxErrorLength);
        print(`         ${operation}\n           expected ${expected}\n           ${shown}`);
      }
    },
    /** Adds a failure that is no client's. @param {string} text */
    fail(text) {
      total.failed += 1;
      print(`FAILED ${text}`);
    },
    /** Prints the totals, and returns the exit code. */
    end() {
      print(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
      return total.failed === 0 ? 0 : 1;
    },
  };
}

/** @param {Check} check @returns {"passed" | "failed" | "skipped"} */
function outcomeOf({ error, skipped }) {
  if (error !== undefined) return "failed";
  return skipped === undefined ? "passed" : "skipped";
}
