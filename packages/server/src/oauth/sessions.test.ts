import { describeEngines } from "@grantbook/test-kit/describe-engines";
import { assertDefined, useDomain } from "@grantbook/test-kit/domain-fixture";
import { expect, test, vi } from "vitest";
import { hashSecret } from "../auth/credentials.js";
import type { Session } from "./model.js";
import { findSession, isInSudoMode, startSession } from "./sessions.js";

describeEngines((engine) => {
  const book = useDomain(engine);

  const start = (signedIn = true, previous?: Session, userAgent = "curl/8") =>
    startSession(book, book.octocat, { address: "192.0.2.1", userAgent }, { signedIn, previous });
  const find = (id: string) => findSession(book, id);
  const at = (text: string) => new Date(`2026-01-${text}Z`);

  test("a session lasts for two weeks, its password for two hours; the store has a digest of its id", async () => {
    const id = await start();
    expect(id).toMatch(/^[\w-]{43}$/);
    expect(await book.store.session(hashSecret(id), book.now())).toEqual({
      id: expect.any(Number),
      user: book.octocat,
      suspended: false,
      signedIn: true,
      sudoUntil: at("02T05:04:00"),
      createdAt: at("02T03:04:00"),
      lastUsedAt: at("02T03:04:00"),
      expiresAt: at("16T03:04:00"),
      address: "192.0.2.1",
      userAgent: "curl/8",
      flash: null,
    });
    expect(await start()).not.toBe(id);
    book.move(14 * 24 * 3600 - 1);
    expect(await find(id)).toBeDefined();
    book.move(1);
    expect(await find(id)).toBeUndefined();
  });

  test("one that waits for the second factor lasts for ten minutes, and needs a password for everything", async () => {
    const session = assertDefined(await find(await start(false)));
    expect(session).toMatchObject({ signedIn: false, sudoUntil: new Date(0), expiresAt: at("02T03:14:00") });
    expect(isInSudoMode(session, book.now())).toBe(false);
  });

  test("no password is needed until two hours have passed", async () => {
    const session = assertDefined(await find(await start()));
    expect(isInSudoMode(session, at("02T05:03:59.999"))).toBe(true);
    expect(isInSudoMode(session, at("02T05:04:00"))).toBe(false);
  });

  test("a new session ends the one before it, and no other", async () => {
    const [first, other] = [await start(false), await start()];
    const second = await start(true, await find(first));
    expect([await find(first), (await find(other))?.signedIn, (await find(second))?.signedIn]).toEqual([
      undefined,
      true,
      true,
    ]);
  });

  test("a user has a hundred sessions; one more ends the oldest", async () => {
    const insert = vi.fn();
    const store = Object.assign(Object.create(book.store), {
      transactionOf: (_: number, work: (queries: object) => Promise<void>) => work({ insertSession: insert }),
    });
    await startSession(
      { ...book, store },
      book.octocat,
      { address: "", userAgent: "" },
      { signedIn: true, previous: undefined },
    );
    expect(insert).toHaveBeenCalledWith(expect.anything(), 100);
    expect(insert).toHaveBeenCalledTimes(1);
  });

  test("a long user agent is cut after 255 characters", async () => {
    const cut = async (text: string) => (await find(await start(true, undefined, text)))?.userAgent;
    expect(await cut("x".repeat(255))).toBe("x".repeat(255));
    expect(await cut(`${"x".repeat(255)}y`)).toBe("x".repeat(255));
  });

  test("the last use is recorded once more than ten minutes have passed", async () => {
    const id = await start();
    const lastUse = async () => (await book.store.session(hashSecret(id), book.now()))?.lastUsedAt;
    book.move(600);
    await find(id);
    expect(await lastUse()).toEqual(at("02T03:04:00"));
    book.move(1);
    await find(id);
    expect(await lastUse()).toEqual(at("02T03:14:01"));
    expect(await find("unknown")).toBeUndefined();
  });
});
