import { describeEngines } from "@grantbook/test-kit/describe-engines";
import { passwords, refusal, signInUser, useDomain } from "@grantbook/test-kit/domain-fixture";
import { entriesLeftBy } from "@grantbook/test-kit/leftovers";
import { describe, expect, test } from "vitest";
import type { Refusal } from "../domain/refusal.js";
import type { Outcome } from "./attempt-gates.js";
import { LoginThrottle } from "./login-throttle.js";

describeEngines((engine) => {
  const book = useDomain(engine);

  const quarterOfAnHour = 15 * 60;
  const tooMany = refusal("too-many-attempts");
  const wrong = refusal("credentials-wrong");
  const codeNeeded = refusal("one-time-code-needed");

  /** Signs in wrongly, so often. */
  async function fail(times: number, login: string, password = "wrong", code?: string): Promise<void> {
    for (let time = 0; time < times; time += 1) await book.signIn(login, password, code).catch(() => undefined);
  }

  describe("wrong passwords", () => {
    test("are let pass ten times; after that even the right one is refused", async () => {
      await fail(9, "octocat");
      await expect(book.signIn("octocat", "wrong")).rejects.toMatchObject(wrong);
      await expect(book.signIn("octocat", passwords.octocat)).rejects.toMatchObject(tooMany);
    });

    test("are forgotten a quarter of an hour after the first of them", async () => {
      await fail(1, "octocat");
      book.move(60);
      await fail(9, "octocat");
      book.move(quarterOfAnHour - 61);
      await expect(book.signIn("octocat", passwords.octocat)).rejects.toMatchObject(tooMany);
      book.move(1);
      await expect(book.signIn("octocat", passwords.octocat)).resolves.toEqual(book.octocat);
    });

    test("are forgotten after the right one", async () => {
      await fail(9, "octocat");
      await book.signIn("octocat", passwords.octocat);
      await fail(9, "octocat");
      await expect(book.signIn("octocat", passwords.octocat)).resolves.toEqual(book.octocat);
    });

    test("are forgotten after the right one, also when there was one alone", async () => {
      await fail(1, "octocat");
      await book.signIn("octocat", passwords.octocat);
      await fail(9, "octocat");
      await expect(book.signIn("octocat", "wrong")).rejects.toMatchObject(wrong);
      await expect(book.signIn("octocat", passwords.octocat)).rejects.toMatchObject(tooMany);
    });

    test("are counted whatever the case of the login, and for a login that nobody has", async () => {
      await fail(5, "octocat");
      await fail(5, "OctoCat");
      await expect(book.signIn("octocat", passwords.octocat)).rejects.toMatchObject(tooMany);
      await fail(10, "nobody");
      await expect(book.signIn("nobody", "wrong")).rejects.toMatchObject(tooMany);
    });

    test("hold up neither another user nor another address", async () => {
      await fail(10, "octocat");
      await expect(book.signIn("hubot", passwords.hubot, book.code())).resolves.toEqual(book.hubot);
      const elsewhere = { login: "octocat", password: passwords.octocat, code: undefined, address: "198.51.100.1" };
      await expect(signInUser(book, elsewhere)).resolves.toEqual(book.octocat);
    });
  });

  describe("wrong one-time codes", () => {
    test("are let pass five times; after that even the right one is refused", async () => {
      await fail(4, "hubot", passwords.hubot, "000000");
      await expect(book.signIn("hubot", passwords.hubot, "000000")).rejects.toMatchObject(codeNeeded);
      await expect(book.signIn("hubot", passwords.hubot, book.code())).rejects.toMatchObject(tooMany);
      book.move(quarterOfAnHour);
      await expect(book.signIn("hubot", passwords.hubot, book.code())).resolves.toEqual(book.hubot);
    });

    test("are counted apart from wrong passwords", async () => {
      await fail(4, "hubot", passwords.hubot, "000000");
      await fail(9, "hubot");
      await expect(book.signIn("hubot", passwords.hubot, book.code())).resolves.toEqual(book.hubot);
    });

    test("are neither one that is missing nor one that was used", async () => {
      const code = book.code();
      await book.signIn("hubot", passwords.hubot, code);
      await fail(10, "hubot", passwords.hubot);
      await fail(10, "hubot", passwords.hubot, code);
      book.move(30);
      await expect(book.signIn("hubot", passwords.hubot, book.code())).resolves.toEqual(book.hubot);
    });

    test("are forgotten after a right one", async () => {
      await fail(4, "hubot", passwords.hubot, "000000");
      await book.signIn("hubot", passwords.hubot, book.code());
      book.move(30);
      await fail(4, "hubot", passwords.hubot, "000000");
      await expect(book.signIn("hubot", passwords.hubot, book.code())).resolves.toEqual(book.hubot);
    });
  });

  describe("50 guesses at the same moment", () => {
    async function guessed(login: string, password: string, code?: string): Promise<number> {
      const attempts = Array.from({ length: 50 }, () => book.signIn(login, password, code));
      const results = await Promise.allSettled(attempts);
      return results.filter((result) => !(result.status === "rejected" && isTooMany(result.reason))).length;
    }
    const isTooMany = (error: unknown) => (error as Refusal).reason.code === "too-many-attempts";

    test("of a password are let pass as often as one after the other", async () => {
      expect(await guessed("octocat", "wrong")).toBe(10);
    });

    test("of a one-time code are let pass as often as one after the other", async () => {
      await book.signIn("hubot", passwords.hubot, book.code());
      expect(await guessed("hubot", passwords.hubot, "000000")).toBe(5);
    });
  });

  test("of guesses that come while others end no more are let pass than there are left", async () => {
    const { store } = book;
    const limit = { maxFailures: 5, windowMs: 1000 };
    const throttle = new LoginThrottle(store, book.now, { passwords: limit, codes: limit, codesInAll: limit });
    let seen = 0;
    const guess = () =>
      throttle
        .signIn({ login: "octocat", address: "" }, async (guard) => {
          const wrong = async (): Promise<Outcome> => {
            seen += 1;
            await new Promise((resolve) => setTimeout(resolve, 2));
            return "wrong";
          };
          if ((await guard("passwords", wrong)) === "wrong") throw new Error("wrong");
        })
        .catch(() => undefined);
    const guesses = [guess()];
    await guesses[0];
    for (let late = 0; late < 8; late += 1) {
      guesses.push(guess());
      for (let turn = 0; turn < late; turn += 1) await Promise.resolve();
    }
    await new Promise((resolve) => setTimeout(resolve, 3));
    for (let count = 0; count < 8; count += 1) guesses.push(guess());
    await Promise.all(guesses);
    expect(seen).toBe(5);
  });

  describe("attempts of one address", () => {
    const attempt = { login: "octocat", address: "192.0.2.1" };

    /** Attempts that wait until all are let go: the results of as many at the same moment. */
    async function atOnce(count: number, throttle: LoginThrottle): Promise<PromiseSettledResult<unknown>[]> {
      let release: () => void = () => undefined;
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      const attempts = Array.from({ length: count }, () => throttle.signIn(attempt, () => held));
      release();
      return Promise.allSettled(attempts);
    }
    const refusals = (all: PromiseSettledResult<unknown>[]) =>
      all.flatMap((it) => (it.status === "rejected" ? [it.reason.reason] : []));

    test("are a thousand at the same moment; one more is refused, and there is room again at their end", async () => {
      const throttle = new LoginThrottle(book.store, book.now);
      expect(refusals(await atOnce(1000, throttle))).toEqual([]);
      expect(refusals(await atOnce(1001, throttle))).toEqual([{ code: "unavailable", retryAfter: 1 }]);
      expect(refusals(await atOnce(1000, throttle))).toEqual([]);
    });

    test("leave nothing in memory, whether they succeed, fail or are refused", async () => {
      const isKey = (key: unknown) => typeof key === "string" && (/^[0-9a-f]{64}$/.test(key) || key === "192.0.2.1");
      const left = await entriesLeftBy(isKey, async () => {
        await fail(12, "octocat");
        await Promise.allSettled(Array.from({ length: 20 }, () => book.signIn("hubot", passwords.hubot, "000000")));
      });
      expect(left).toBe(0);
    });
  });
});
