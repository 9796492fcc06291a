import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { NewApplication, Queries, Store } from "../../domain/store.js";
import { openSqliteStore } from "./index.js";

function application(clientId: string): NewApplication {
  const url = "https://a.example";
  return { clientId, secretHash: "0", name: clientId, url, callbackUrl: null, type: "oauth", createdAt: new Date(0) };
}

describe("a transaction", () => {
  let store: Store;
  beforeEach(async () => {
    store = await openSqliteStore(":memory:");
  });
  afterEach(() => store.close());

  test("stores what its work did, and gives its result", async () => {
    const result = store.transaction(async (queries) => {
      await queries.insertApplication(application("a"));
      return "done";
    });
    await expect(result).resolves.toBe("done");
    await expect(store.application("a")).resolves.toBeDefined();
  });

  test("that throws stores nothing, and the next one works", async () => {
    const failing = store.transaction(async (queries) => {
      await queries.insertApplication(application("a"));
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    await expect(store.application("a")).resolves.toBeUndefined();
    await store.transaction((queries) => queries.insertApplication(application("a")));
    await expect(store.application("a")).resolves.toBeDefined();
  });

  /** A transaction that stores application "inside", does something else while it is open, and throws in the end. */
  async function undoneWhile(elsewhere: () => Promise<unknown>): Promise<unknown> {
    let outside: Promise<unknown> = Promise.resolve();
    const undone = store.transaction(async (queries) => {
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
    await undoneWhile(() => store.transaction((queries) => queries.insertApplication(application("outside"))));
    await expect(store.application("outside")).resolves.toBeDefined();
  });

  test("cannot be used after its end", async () => {
    let late: Queries | undefined;
    await store.transaction(async (queries) => {
      late = queries;
    });
    await expect(late?.insertApplication(application("late"))).rejects.toThrow("came after the end of its transaction");
    await expect(store.application("late")).resolves.toBeUndefined();
  });
});

test("closing waits for the transactions that are under way", async () => {
  const store = await openSqliteStore(":memory:");
  const written = store.transaction((queries) => queries.insertApplication(application("last")));
  await store.close();
  await expect(written).resolves.toMatchObject({ clientId: "last" });
});
