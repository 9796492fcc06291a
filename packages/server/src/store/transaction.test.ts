import { describeEngines } from "@grantbook/test-kit/describe-engines";
import { engineVariants } from "@grantbook/test-kit/engines";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { NewApplication, Queries, Store } from "../domain/store.js";

function application(clientId: string): NewApplication {
  const url = "https://a.example";
  return {
    clientId,
    secretHash: "0",
    name: clientId,
    url,
    type: "oauth",
    expireUserTokens: false,
    createdAt: new Date(0),
  };
}

describeEngines((engine) => {
  let store: Store;
  let end: () => Promise<void>;
  beforeEach(async () => {
    const database = await engine.create();
    store = await database.open();
    end = async () => {
      await store.close();
      await database.remove();
    };
  });
  afterEach(() => end());

  describe.each([
    ["a transaction", <T>(work: (queries: Queries) => Promise<T>) => store.transaction(work)],
    ["a transaction of one user", <T>(work: (queries: Queries) => Promise<T>) => store.transactionOf(1, work)],
  ])("%s", (_, transaction) => {
    test("stores what its work did, and gives its result", async () => {
      const result = transaction(async (queries) => {
        await queries.insertApplication(application("a"));
        return "done";
      });
      await expect(result).resolves.toBe("done");
      await expect(store.application("a")).resolves.toBeDefined();
    });

    test("that throws stores nothing, and the next one works", async () => {
      const failing = transaction(async (queries) => {
        await queries.insertApplication(application("a"));
        throw new Error("no");
      });
      await expect(failing).rejects.toThrow("no");
      await expect(store.application("a")).resolves.toBeUndefined();
      await transaction((queries) => queries.insertApplication(application("a")));
      await expect(store.application("a")).resolves.toBeDefined();
    });

    /** Transaction that stores application "inside", does something else while it is open, and throws in the end. */
    async function undoneWhile(elsewhere: () => Promise<unknown>): Promise<unknown> {
      let outside: Promise<unknown> = Promise.resolve();
      const undone = transaction(async (queries) => {
        await queries.insertApplication(application("inside"));
        outside = elsewhere();
        await new Promise((resolve) => setImmediate(resolve));
        await queries.insertApplication(application("inside too"));
        throw new Error("no");
      });
      await expect(undone).rejects.toThrow("no");
      return outside;
    }

    test("does not show to others what is not stored yet", async () => {
      await expect(undoneWhile(() => store.application("inside"))).resolves.toBeUndefined();
    });

    test("does not take the writes of others back with its own", async () => {
      await undoneWhile(() => store.insertApplication(application("outside")));
      await expect(store.application("outside")).resolves.toBeDefined();
      await expect(store.application("inside")).resolves.toBeUndefined();
      await expect(store.application("inside too")).resolves.toBeUndefined();
    });

    test("does not take another transaction back with its own", async () => {
      await undoneWhile(() => store.transactionOf(2, (queries) => queries.insertApplication(application("outside"))));
      await expect(store.application("outside")).resolves.toBeDefined();
    });

    test("cannot be used after its end", async () => {
      let late: Queries | undefined;
      await transaction(async (queries) => {
        late = queries;
      });
      const statement = late?.insertApplication(application("late"));
      await expect(statement).rejects.toThrow("came after the end of its transaction");
      await expect(store.application("late")).resolves.toBeUndefined();
    });
  });

  describe("transactions wait for each other", () => {
    /** Two transactions at the same moment, of these users: what each of them did, in the order of time. */
    async function order(first: number | null, second: number | null): Promise<string[]> {
      const events: string[] = [];
      const run = (name: string, userId: number | null) => {
        const work = async (queries: Queries) => {
          events.push(`${name} begins`);
          for (let turn = 0; turn < 5; turn += 1) await queries.application(name);
          events.push(`${name} ends`);
        };
        return userId === null ? store.transaction(work) : store.transactionOf(userId, work);
      };
      await Promise.all([run("first", first), run("second", second)]);
      return events;
    }

    // Without locks they may run at the same time, and one of them again.
    if (engine.hasLocks) {
      test.each([
        ["of the same user", 1, 1],
        ["of one user, and one that is of nobody's", 1, null],
        ["both of nobody's", null, null],
      ])("%s", async (_, first, second) => {
        // So that the connections are there, and nobody is late for that reason.
        await order(2, 3);
        const [begin = "", end = "", nextBegin = "", nextEnd = ""] = await order(first, second);
        const name = begin.replace(" begins", "");
        expect([end, nextEnd]).toEqual([`${name} ends`, nextBegin.replace("begins", "ends")]);
      });
    }

    test.each([
      ["of the same user", 1, 1],
      ["of one user, and one that is of nobody's", 1, null],
      ["both of nobody's", null, null],
    ])("so that none overwrites what another has read: %s", async (_, first, second) => {
      const add = async (queries: Queries) => {
        const sum = Number((await queries.metadata("sum")) ?? "0");
        if (sum === 0) await queries.insertMetadata("sum", "1");
        else await queries.replaceMetadata("sum", String(sum), String(sum + 1));
      };
      await Promise.all(
        Array.from({ length: 10 }, (_, index) => {
          const userId = index % 2 === 0 ? first : second;
          return userId === null ? store.transaction(add) : store.transactionOf(userId, add);
        }),
      );
      expect(await store.metadata("sum")).toBe("10");
    });

    test("of different users where there is one connection, and not where there are several", async () => {
      await order(2, 3);
      if (!engine.isShared) {
        const [first = "", second = ""] = await order(1, 2);
        expect([first, second].map((event) => event.endsWith("begins"))).toEqual([true, false]);
        return;
      }
      // Each ends when the other one has begun.
      let begun = 0;
      let meet: () => void = () => undefined;
      const met = new Promise<void>((resolve) => {
        meet = resolve;
      });
      const waitForOther = async (queries: Queries) => {
        await queries.application("a");
        begun += 1;
        if (begun === 2) meet();
        await met;
      };
      await Promise.all([1, 2].map((userId) => store.transactionOf(userId, waitForOther)));
      expect(begun).toBe(2);
    });
  });

  test("2,000 transactions at once: those that find no place are refused as unavailable, the others are stored", async () => {
    const all = await Promise.allSettled(
      Array.from({ length: 2000 }, (_, index) =>
        store.transactionOf(index, (queries) => queries.insertMetadata(`burst ${index}`, "")),
      ),
    );
    const refused = all.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
    for (const error of refused) expect(error).toMatchObject({ name: "StoreUnavailableError" });
    // On a busy machine some of those that wait may wait too long for a connection.
    const atOnce = refused.filter(({ cause }) => /^more than 1000 .* wait/.test(String(cause?.message)));
    // Two connections, or one, are at work besides the thousand that wait.
    expect(atOnce.length).toBeGreaterThanOrEqual(900);
    expect(atOnce.length).toBeLessThanOrEqual(1000);
    const stored = all.flatMap(({ status }, index) => (status === "fulfilled" ? [index] : []));
    expect(stored.length).toBeGreaterThan(0);
    for (const index of [stored[0], stored.at(-1)]) expect(await store.metadata(`burst ${index}`)).toBe("");
  });

  test("closing waits for the transactions that are under way", async () => {
    const database = await engine.create();
    // The second one of a database is closed as it is; the first may be kept for other tests.
    const [kept, closing] = [await database.open(), await database.open()];
    const written = closing.transaction((queries) => queries.insertApplication(application("last")));
    await closing.close();
    await expect(written).resolves.toMatchObject({ clientId: "last" });
    await kept.close();
    await database.remove();
  });
}, engineVariants);
