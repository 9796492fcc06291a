import { describeEngines } from "@grantbook/test-kit/describe-engines";
import { createDomain, passwords, refusal, signInUser, type TestDomain } from "@grantbook/test-kit/domain-fixture";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type Store, StoreUnavailableError } from "../domain/store.js";
import { FailureCounter } from "./failure-counter.js";
import { LoginThrottle } from "./login-throttle.js";
import { Passwords } from "./passwords.js";
import type { SignInServices } from "./sign-in.js";

describeEngines((engine) => {
  let book: TestDomain;
  let services: SignInServices;
  /** Whether the disk is full: writes fail, reads go on. */
  let isFull: boolean;
  let passwordChecks: Passwords;
  beforeEach(async () => {
    book = await createDomain(engine);
    isFull = false;
    passwordChecks = new Passwords(book.now);
    const store = withFullDisk(book.store, () => isFull);
    services = { ...book, store, passwords: passwordChecks, loginThrottle: new LoginThrottle(store, book.now) };
  });
  afterEach(() => book.store.close());

  function withFullDisk(store: Store, isFull: () => boolean): Store {
    const write =
      (name: "countFailedLogin" | "checkWritable" | "forgetFailedLogins" | "useOtpStep") =>
      async (...parameters: never[]) => {
        if (isFull()) throw new StoreUnavailableError(new Error("database or disk is full"));
        return (store[name] as (...parameters: never[]) => Promise<never>)(...parameters);
      };
    return {
      ...store,
      countFailedLogin: write("countFailedLogin"),
      checkWritable: write("checkWritable"),
      forgetFailedLogins: write("forgetFailedLogins"),
      useOtpStep: write("useOtpStep"),
    };
  }

  const signIn = (password: string, login = "octocat", code?: string) =>
    signInUser(services, { login, password, code, address: "192.0.2.1" });
  const unavailable = { reason: { code: "unavailable" } };

  test("on a full disk right, remembered and wrong passwords are refused alike, and none is compared", async () => {
    await signIn(passwords.octocat);
    const before = passwordChecks.stats;
    isFull = true;
    services = { ...services, loginThrottle: new LoginThrottle(services.store, book.now) };
    for (const password of [passwords.octocat, "wrong", "x".repeat(2000)]) {
      await expect(signIn(password)).rejects.toMatchObject(unavailable);
      await expect(signIn(password, "nobody")).rejects.toMatchObject(unavailable);
    }
    await expect(signIn(passwords.hubot, "hubot", book.code())).rejects.toMatchObject(unavailable);
    expect(passwordChecks.stats).toEqual(before);
  });

  test("after a failure that could not be counted a right password is refused too, until the failure is counted", async () => {
    await signIn(passwords.octocat);
    isFull = true;
    await expect(signIn("wrong")).rejects.toMatchObject(unavailable);
    await expect(signIn(passwords.octocat)).rejects.toMatchObject(unavailable);
    await expect(signIn(passwords.hubot, "hubot", book.code())).rejects.toMatchObject(unavailable);
    isFull = false;
    for (let wrong = 0; wrong < 9; wrong += 1) {
      await expect(signIn("wrong")).rejects.toMatchObject(refusal("credentials-wrong"));
    }
    await expect(signIn("wrong")).rejects.toMatchObject(refusal("too-many-attempts"));
  });

  test("a right password that is compared while a failure turns out not to be countable is refused", async () => {
    const throttle = services.loginThrottle;
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const right = throttle.signIn({ login: "octocat", address: "192.0.2.2" }, async (guard) => {
      await guard("passwords", async () => {
        await held;
        return "right";
      });
    });
    const refused = expect(right).rejects.toMatchObject(unavailable);
    await signIn("wrong").catch(() => undefined);
    isFull = true;
    await expect(signIn("wrong")).rejects.toMatchObject(unavailable);
    release();
    await refused;
  });

  test("many sign-ins cost one check for writing a second", async () => {
    const checks = vi.spyOn(services.store, "checkWritable");
    const started = performance.now();
    await Promise.all(Array.from({ length: 20 }, () => signIn(passwords.octocat)));
    for (let time = 0; time < 20; time += 1) await signIn(passwords.octocat);
    expect(checks.mock.calls.length).toBeGreaterThanOrEqual(1);
    expect(checks.mock.calls.length).toBeLessThanOrEqual(1 + (performance.now() - started) / 1000);
  });

  describe("expired failures", () => {
    const expired = async (count: number) => {
      const [at, until] = [new Date(0), new Date(1)];
      for (let index = 0; index < count; index += 1) await book.store.countFailedLogin(`old ${index}`, at, until);
    };

    test("are deleted in slices that a failure does not wait for", async () => {
      await expired(5);
      let release: () => void = () => undefined;
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      const limits: number[] = [];
      const store: Store = {
        ...book.store,
        async deleteExpiredFailedLogins(now, limit) {
          limits.push(limit);
          await held;
          return book.store.deleteExpiredFailedLogins(now, limit);
        },
      };
      const counter = new FailureCounter(store, book.now);
      await counter.count("new", 1000);
      await counter.count("new", 1000);
      expect(limits).toEqual([200]);
      release();
      await expect.poll(() => book.store.failedLogins("old 4", new Date(0))).toBeUndefined();
      await expect(book.store.failedLogins("new", book.now())).resolves.toMatchObject({ failures: 2 });
    });

    test("do not count on, and start anew", async () => {
      await book.store.countFailedLogin("a", new Date(0), new Date(1000));
      await book.store.countFailedLogin("a", new Date(999), new Date(1999));
      await expect(book.store.failedLogins("a", new Date(999))).resolves.toEqual({
        failures: 2,
        until: new Date(1000),
      });
      await book.store.countFailedLogin("a", new Date(1000), new Date(2000));
      await expect(book.store.failedLogins("a", new Date(1000))).resolves.toEqual({
        failures: 1,
        until: new Date(2000),
      });
    });

    test("are deleted oldest first, as many as a slice has", async () => {
      for (let index = 1; index <= 5; index += 1) {
        await book.store.countFailedLogin(`${index}`, new Date(0), new Date(index));
      }
      await expect(book.store.deleteExpiredFailedLogins(new Date(4), 2)).resolves.toBe(2);
      await expect(book.store.deleteExpiredFailedLogins(new Date(4), 9)).resolves.toBe(2);
      await expect(book.store.deleteExpiredFailedLogins(new Date(4), 9)).resolves.toBe(0);
      await expect(book.store.failedLogins("5", new Date(4))).resolves.toMatchObject({ failures: 1 });
    });
  });

  test("failures of more names than are kept delete those that end first", async () => {
    for (let index = 1; index <= 5; index += 1) {
      await book.store.countFailedLogin(`${index}`, book.now(), new Date(+book.now() + index * 1000));
    }
    const counter = new FailureCounter(book.store, book.now, { maxRows: 3 });
    await counter.count("last", 60_000);
    const isKept = async (name: string) => (await book.store.failedLogins(name, book.now())) !== undefined;
    await expect.poll(() => isKept("3")).toBe(false);
    expect(await Promise.all(["1", "2", "4", "5", "last"].map(isKept))).toEqual([false, false, true, true, true]);
  });
});
