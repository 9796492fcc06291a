import { describeEngines } from "@grantbook/test-kit/describe-engines";
import { useDomain } from "@grantbook/test-kit/domain-fixture";
import { expect, test, vi } from "vitest";
import { countCode, isHourlyLimitReached } from "./hourly-limit.js";

describeEngines((engine) => {
  const book = useDomain(engine);

  const count = (change: Partial<Parameters<typeof countCode>[1]> = {}) => ({
    ...{ user: book.octocat, application: book.editor, scopes: ["repo", "gist"] },
    ...change,
  });

  test("the limit is reached with as many codes, for an hour from the first", async () => {
    const limited = { ...book, tokensPerHour: 2 };
    const isReached = (change = {}) => isHourlyLimitReached(limited, count(change));
    expect(await isReached()).toBe(false);
    await countCode(limited, count());
    expect(await isReached()).toBe(false);
    book.move(1800);
    await countCode(limited, count({ scopes: ["gist", "repo"] }));
    expect(await isReached()).toBe(true);
    for (const other of [{ user: book.hubot }, { application: book.robot }, { scopes: ["repo"] }, { scopes: [] }]) {
      expect(await isReached(other)).toBe(false);
    }
    book.move(1799.999);
    expect(await isReached()).toBe(true);
    book.move(0.001);
    expect(await isReached()).toBe(false);
  });

  test("without a limit nothing is counted or read", async () => {
    const [counts, reads] = [vi.spyOn(book.store, "countFailedLogin"), vi.spyOn(book.store, "failedLogins")];
    const unlimited = { ...book, tokensPerHour: undefined };
    await countCode(unlimited, count());
    expect(await isHourlyLimitReached(unlimited, count())).toBe(false);
    expect([counts.mock.calls, reads.mock.calls]).toEqual([[], []]);
  });
});
