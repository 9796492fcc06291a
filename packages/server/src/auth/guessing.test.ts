import { describeEngines } from "@grantbook/test-kit/describe-engines";
import { passwords, refusal, signInUser, useDomain } from "@grantbook/test-kit/domain-fixture";
import { expect, test } from "vitest";
import type { Refusal } from "../domain/refusal.js";
import { defaultLoginLimits } from "./login-throttle.js";
import { Passwords } from "./passwords.js";

const quarterOfAnHour = 15 * 60;
/** The code of the current time step and of the one before. */
const codesAcceptedAtOnce = 2;

test("with the default limits, one who knows the password guesses a code in a day with a chance below 1 in 10,000", () => {
  const { maxFailures, windowMs } = defaultLoginLimits.codesInAll;
  expect([maxFailures, windowMs]).toEqual([20, 24 * 60 * 60 * 1000]);
  // Two windows may meet in a day: the end of one and the beginning of the next.
  expect((2 * maxFailures * codesAcceptedAtOnce) / 1_000_000).toBe(0.00008);
});

describeEngines((engine) => {
  const book = useDomain(engine);

  const tooMany = refusal("too-many-attempts");
  const codeNeeded = refusal("one-time-code-needed");
  const guess = (address: string, code = "000000", password = passwords.hubot) =>
    signInUser(book, { login: "hubot", password, code, address });
  const codeOf = (error: unknown) => (error as Refusal).reason.code;

  async function isEvaluated(attempt: Promise<unknown>): Promise<boolean> {
    const code = await attempt.then(() => "passed", codeOf);
    expect(["one-time-code-needed", "too-many-attempts"]).toContain(code);
    return code === "one-time-code-needed";
  }

  test.each([
    ["one address", () => "198.51.100.1"],
    ["a new address each time", (attempt: number) => `198.51.${attempt >> 8}.${attempt & 0xff}`],
  ])("4 wrong codes and a replay, repeated for a day from %s: 20 guesses are evaluated", async (_, addressOf) => {
    let evaluated = 0;
    let attempt = 0;
    for (let window = 0; window < 96; window += 1) {
      const seen = book.code();
      await signInUser(book, { login: "hubot", password: passwords.hubot, code: seen, address: "192.0.2.1" }).catch(
        () => undefined,
      );
      for (let round = 0; round < 3; round += 1) {
        for (let wrong = 0; wrong < 4; wrong += 1) {
          attempt += 1;
          if (await isEvaluated(guess(addressOf(attempt)))) evaluated += 1;
        }
        await isEvaluated(guess(addressOf(attempt), seen));
      }
      book.move(quarterOfAnHour - 1);
    }
    expect(evaluated).toBe(20);
  });

  test("a code that was used neither counts nor resets the failures", async () => {
    const used = book.code();
    await book.signIn("hubot", passwords.hubot, used);
    for (let round = 0; round < 4; round += 1) {
      await expect(guess("192.0.2.1")).rejects.toMatchObject(codeNeeded);
      for (let replay = 0; replay < 5; replay += 1) {
        await expect(guess("192.0.2.1", used)).rejects.toMatchObject(codeNeeded);
      }
    }
    await expect(guess("192.0.2.1")).rejects.toMatchObject(codeNeeded);
    await expect(guess("192.0.2.1")).rejects.toMatchObject(tooMany);
  });

  test("a right password does not reset the failures while the code is missing, wrong or used", async () => {
    const used = book.code();
    await book.signIn("hubot", passwords.hubot, used);
    for (let wrong = 0; wrong < 9; wrong += 1) await guess("192.0.2.1", used, "wrong").catch(() => undefined);
    await expect(book.signIn("hubot", passwords.hubot)).rejects.toMatchObject(codeNeeded);
    await expect(guess("192.0.2.1")).rejects.toMatchObject(codeNeeded);
    await expect(guess("192.0.2.1", used)).rejects.toMatchObject(codeNeeded);
    await expect(book.signIn("hubot", "wrong")).rejects.toMatchObject(refusal("credentials-wrong"));
    await expect(book.signIn("hubot", passwords.hubot)).rejects.toMatchObject(tooMany);
  });

  test("a suspended user's right credentials do not reset the failures", async () => {
    await book.store.setSuspended(book.octocat.id, book.now());
    for (let wrong = 0; wrong < 9; wrong += 1) await book.signIn("octocat", "wrong").catch(() => undefined);
    await expect(book.signIn("octocat", passwords.octocat)).rejects.toMatchObject(refusal("account-suspended"));
    await expect(book.signIn("octocat", "wrong")).rejects.toMatchObject(refusal("credentials-wrong"));
    await expect(book.signIn("octocat", "wrong")).rejects.toMatchObject(tooMany);
  });

  test("a new password ends a lock of codes from all addresses", async () => {
    for (let attempt = 0; attempt < 20; attempt += 1) await guess(`198.51.100.${attempt}`).catch(() => undefined);
    await expect(guess("192.0.2.1", book.code())).rejects.toMatchObject(tooMany);
    await book.store.setPasswordHash(book.hubot.id, await Passwords.hash("a new one"));
    await expect(guess("192.0.2.1", book.code(), "a new one")).resolves.toEqual(book.hubot);
  });

  test("a lock says after how many seconds it ends", async () => {
    for (let wrong = 0; wrong < 10; wrong += 1) await book.signIn("octocat", "wrong").catch(() => undefined);
    book.move(300);
    await expect(book.signIn("octocat", passwords.octocat)).rejects.toMatchObject({
      reason: { code: "too-many-attempts", retryAfter: 600 },
    });
    book.move(600);
    await expect(book.signIn("octocat", passwords.octocat)).resolves.toEqual(book.octocat);
  });

  test("addresses of one IPv6 network of 64 bits count as one", async () => {
    const from = (address: string, password: string) =>
      signInUser(book, { login: "octocat", password, code: undefined, address });
    for (let wrong = 0; wrong < 10; wrong += 1) await from(`2001:db8::${wrong}`, "wrong").catch(() => undefined);
    await expect(from("2001:db8::ffff", passwords.octocat)).rejects.toMatchObject(tooMany);
    await expect(from("2001:db8:0:1::1", passwords.octocat)).resolves.toEqual(book.octocat);
  });
});
