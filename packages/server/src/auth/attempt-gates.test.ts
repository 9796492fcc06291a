import { expect, test } from "vitest";
import type { Store } from "../domain/store.js";
import { AttemptGates, type Outcome } from "./attempt-gates.js";
import { LoginThrottle } from "./login-throttle.js";

const now = () => new Date(0);

/** A store of failures alone, which counts how often it is read. */
function failureStore() {
  const failures = new Map<string, number>();
  let reads = 0;
  const store = {
    async failedLogins(name: string) {
      reads += 1;
      const count = failures.get(name);
      return count === undefined ? undefined : { failures: count, until: new Date(60_000) };
    },
    async countFailedLogin(name: string) {
      failures.set(name, (failures.get(name) ?? 0) + 1);
    },
    async forgetFailedLogins(name: string) {
      failures.delete(name);
    },
    checkWritable: async () => undefined,
    deleteExpiredFailedLogins: async () => 0,
    deleteExcessFailedLogins: async () => 0,
  };
  return { store: store as unknown as Store, reads: () => reads };
}

function attempts(throttle: LoginThrottle, count: number, address: string, outcome: () => Promise<Outcome>) {
  return Promise.allSettled(
    Array.from({ length: count }, () =>
      throttle.signIn({ login: "octocat", address }, async (guard) => {
        if ((await guard("passwords", outcome)) !== "right") throw new Error("wrong");
      }),
    ),
  );
}

const reasons = (results: readonly PromiseSettledResult<unknown>[]) => {
  const counts: Record<string, number> = {};
  for (const result of results) {
    const name = result.status === "fulfilled" ? "passed" : (result.reason.reason?.code ?? result.reason.message);
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
};

test.each([
  ["wrong", { wrong: 10, "too-many-attempts": 990 }],
  ["right", { passed: 1000 }],
] as const)(
  "1,000 attempts of one login at once, all %s, read the count a few times each",
  async (outcome, expected) => {
    const { store, reads } = failureStore();
    const results = await attempts(new LoginThrottle(store, now), 1000, "192.0.2.1", async () => outcome);
    expect(reasons(results)).toEqual(expected);
    expect(reads()).toBeLessThan(4000);
  },
);

test("of one network 1,000 attempts may be under way; others are not held up, and the places are given back", async () => {
  const { store } = failureStore();
  const throttle = new LoginThrottle(store, now);
  let release: () => void = () => undefined;
  const held = new Promise<Outcome>((resolve) => {
    release = () => resolve("right");
  });
  const under = attempts(throttle, 1000, "2001:db8::1", () => held);
  expect(reasons(await attempts(throttle, 5, "2001:db8::2", async () => "right"))).toEqual({ unavailable: 5 });
  expect(reasons(await attempts(throttle, 5, "192.0.2.1", async () => "right"))).toEqual({ passed: 5 });
  release();
  expect(reasons(await under)).toEqual({ passed: 1000 });
  expect(reasons(await attempts(throttle, 5, "2001:db8::2", async () => "right"))).toEqual({ passed: 5 });
});

test("an attempt that ends while others are checked leaves no more room than there is", async () => {
  const { store } = failureStore();
  const gates = new AttemptGates(store, now);
  let running = 0;
  let maxRunning = 0;
  const ends: (() => void)[] = [];
  const pass = () =>
    gates.pass(
      "octocat",
      2,
      async () => {
        running += 1;
        maxRunning = Math.max(maxRunning, running);
        await new Promise<void>((resolve) => ends.push(resolve));
        running -= 1;
        return "neutral";
      },
      async () => undefined,
    );
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  const first = [pass(), pass()];
  await settled();
  ends.pop()?.();
  await settled();
  const later = [pass(), pass(), pass()];
  await settled();
  expect([running, maxRunning]).toEqual([2, 2]);
  for (let end = ends.pop(); end; end = ends.pop()) {
    end();
    await settled();
  }
  await Promise.all([...first, ...later]);
  expect([running, maxRunning]).toEqual([0, 2]);
});
