import { verify } from "@node-rs/argon2";
import { beforeEach, expect, test, vi } from "vitest";
import { Passwords } from "./passwords.js";

// Every password is right: what counts is how often it is asked.
vi.mock("@node-rs/argon2", () => ({ verify: vi.fn(async () => true) }));

beforeEach(() => vi.mocked(verify).mockClear());

/** Verifies one after the other, and returns how many were compared with their hash. */
async function compared(passwords: Passwords, texts: readonly string[]): Promise<number> {
  const before = vi.mocked(verify).mock.calls.length;
  for (const text of texts) await passwords.verify("a hash", text);
  return vi.mocked(verify).mock.calls.length - before;
}

test("10,000 passwords are cached; one more takes the place of the oldest", async () => {
  let time = 0;
  const passwords = new Passwords(() => new Date(time), { maxRunning: 1, maxWaiting: 0, cacheTtlMs: 1000 });
  const texts = Array.from({ length: 10_000 }, (_, index) => `password ${index}`);
  expect(await compared(passwords, texts)).toBe(10_000);
  expect(await compared(passwords, texts)).toBe(0);
  // One that is verified again is the newest.
  time = 1000;
  expect(await compared(passwords, ["password 0"])).toBe(1);
  time = 999;
  expect(await compared(passwords, ["one more"])).toBe(1);
  expect(await compared(passwords, ["password 0", "password 2", "password 9999", "one more"])).toBe(0);
  expect(await compared(passwords, ["password 1"])).toBe(1);
  expect(await compared(passwords, ["password 3"])).toBe(0);
});

test("a wrong password takes no place", async () => {
  const passwords = new Passwords(() => new Date(0), { maxRunning: 1, maxWaiting: 0, cacheTtlMs: 1000 });
  for (let count = 0; count < 2; count += 1) {
    await expect(passwords.verify(undefined, "right")).resolves.toBe(false);
  }
  expect(passwords.stats).toMatchObject({ right: 0, wrong: 2, remembered: 0 });
});
