import { refusal } from "@grantbook/test-kit/domain-fixture";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { hashOfNothing, Passwords } from "./passwords.js";

// The cost of a real password: the other tests have the least one.
vi.unmock("@node-rs/argon2");

let hash: string;
let otherHash: string;
beforeAll(async () => {
  [hash, otherHash] = await Promise.all([Passwords.hash("right"), Passwords.hash("other")]);
});

const now = () => new Date(0);

test("a hash costs 19 MiB and two passes, as OWASP asks", () => {
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});

test("the hash of an unknown user has the form and the cost of the others", () => {
  const form = (text: string) => text.replaceAll(/[^$]{22,}/g, (random) => String(random.length));
  expect(form(hashOfNothing())).toBe("$argon2id$v=19$m=19456,t=2,p=1$22$43");
  expect(form(hash)).toBe("$argon2id$v=19$m=19456,t=2,p=1$22$43");
  expect(hashOfNothing()).not.toBe(hashOfNothing());
});

describe("verify", () => {
  test.each(["right", "wrong", "", "Right", "right\0"])(
    "compares %j with the password that was hashed",
    async (text) => {
      const passwords = new Passwords(now);
      await expect(passwords.verify(hash, text)).resolves.toBe(text === "right");
    },
  );

  test("says no for a user who is not there, whatever the password", async () => {
    const passwords = new Passwords(now);
    await expect(passwords.verify(undefined, "right")).resolves.toBe(false);
    await expect(passwords.verify(undefined, "right")).resolves.toBe(false);
  });

  test("takes a password of 1024 characters and says no to a longer one, even the right one", async () => {
    const passwords = new Passwords(now);
    await expect(passwords.verify(await Passwords.hash("x".repeat(1024)), "x".repeat(1024))).resolves.toBe(true);
    await expect(passwords.verify(await Passwords.hash("x".repeat(1025)), "x".repeat(1025))).resolves.toBe(false);
  });
});

describe("a password of more than 1,024 bytes", () => {
  test.each([
    ["1,025 letters", "x".repeat(1025)],
    ["513 letters of two bytes", "é".repeat(513)],
    ["16,000 letters", "x".repeat(16_000)],
  ])("is compared as a wrong one is, and never remembered: %s", async (_, text) => {
    const passwords = new Passwords(now, { maxRunning: 1, maxWaiting: 0, cacheTtlMs: 1000 });
    const ownHash = await Passwords.hash(text);
    const first = passwords.verify(ownHash, text);
    expect(passwords.stats).toMatchObject({ running: 1 });
    await expect(first).resolves.toBe(false);
    await expect(passwords.verify(ownHash, text)).resolves.toBe(false);
    expect(passwords.stats).toMatchObject({ right: 0, wrong: 2, remembered: 0 });
  });

  test("waits for its turn, and is refused where there is no place", async () => {
    const passwords = new Passwords(now, { maxRunning: 1, maxWaiting: 0, cacheTtlMs: 1000 });
    const running = passwords.verify(hash, "x".repeat(2000));
    await expect(passwords.verify(hash, "x".repeat(2000))).rejects.toMatchObject(refusal("unavailable"));
    await running;
  });
});

describe("a right password", () => {
  /** Whether the password is taken while there is no place for a verification. */
  async function isRemembered(passwords: Passwords, passwordHash: string, password: string): Promise<boolean> {
    const inPlace = passwords.verify(hash, "something else");
    const result = await Promise.allSettled([passwords.verify(passwordHash, password)]);
    await inPlace;
    return result[0].status === "fulfilled";
  }

  test("is not verified again until the time is over", async () => {
    let time = 0;
    const passwords = new Passwords(() => new Date(time), { maxRunning: 1, maxWaiting: 0, cacheTtlMs: 1000 });
    await passwords.verify(hash, "right");
    time = 999;
    await expect(isRemembered(passwords, hash, "right")).resolves.toBe(true);
    time = 1000;
    await expect(isRemembered(passwords, hash, "right")).resolves.toBe(false);
  });

  test("is forgotten the moment the stored hash is another", async () => {
    const passwords = new Passwords(now, { maxRunning: 1, maxWaiting: 0, cacheTtlMs: 1000 });
    await passwords.verify(hash, "right");
    await expect(isRemembered(passwords, otherHash, "right")).resolves.toBe(false);
    await expect(passwords.verify(otherHash, "right")).resolves.toBe(false);
  });

  test("does not make a wrong one pass", async () => {
    const passwords = new Passwords(now, { maxRunning: 1, maxWaiting: 0, cacheTtlMs: 1000 });
    await passwords.verify(hash, "right");
    await passwords.verify(hash, "wrong");
    await expect(isRemembered(passwords, hash, "wrong")).resolves.toBe(false);
  });

  test("is verified every time when nothing is to be remembered", async () => {
    const passwords = new Passwords(now, { maxRunning: 1, maxWaiting: 0, cacheTtlMs: 0 });
    await passwords.verify(hash, "right");
    await expect(isRemembered(passwords, hash, "right")).resolves.toBe(false);
  });
});

describe("verifications at the same moment", () => {
  const verifications = (passwords: Passwords, count: number) =>
    Promise.allSettled(Array.from({ length: count }, () => passwords.verify(hash, "right")));

  test("run and wait up to the limits; one more is refused as unavailable", async () => {
    const results = await verifications(new Passwords(now, { maxRunning: 1, maxWaiting: 2, cacheTtlMs: 0 }), 4);
    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "fulfilled", "rejected"]);
    expect(results[3]).toMatchObject({ reason: refusal("unavailable") });
    expect(results[3]).toMatchObject({ reason: { reason: { retryAfter: 1 } } });
  });

  test("are counted by how they ended", async () => {
    const passwords = new Passwords(now, { maxRunning: 1, maxWaiting: 1, cacheTtlMs: 1000 });
    const running = verifications(passwords, 3);
    expect(passwords.stats).toMatchObject({ running: 1, waiting: 1, refused: 1 });
    await running;
    await passwords.verify(hash, "right");
    await passwords.verify(hash, "wrong");
    await passwords.verify(undefined, "right");
    expect(passwords.stats).toEqual({ running: 0, waiting: 0, right: 2, wrong: 2, remembered: 1, refused: 1 });
  });

  test("have as many places as may run", async () => {
    const results = await verifications(new Passwords(now, { maxRunning: 2, maxWaiting: 0, cacheTtlMs: 0 }), 3);
    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected"]);
  });

  test("of one network do not take the places of others", async () => {
    const passwords = new Passwords(now, { maxRunning: 1, maxWaiting: 4, cacheTtlMs: 0 });
    const order: string[] = [];
    const verify = (network: string) =>
      passwords.verify(hash, "right", network).then(
        () => order.push(network),
        () => order.push(`${network} is refused`),
      );
    await Promise.all(["a", "a", "a", "a", "a", "b"].map(verify));
    expect(order).toEqual(["a is refused", "a", "a", "b", "a", "a"]);
  });

  test("give their places back, one that failed as well", async () => {
    const passwords = new Passwords(now, { maxRunning: 1, maxWaiting: 1, cacheTtlMs: 0 });
    await expect(passwords.verify("no hash at all", "right")).rejects.toThrow();
    await verifications(passwords, 2);
    const [first, second, third] = await verifications(passwords, 3);
    expect([first?.status, second?.status, third?.status]).toEqual(["fulfilled", "fulfilled", "rejected"]);
  });
});
