import { describeEngines } from "@grantbook/test-kit/describe-engines";
import type { TestDatabase } from "@grantbook/test-kit/engines";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Store } from "../../domain/store.js";

describeEngines((engine) => {
  let database: TestDatabase;
  let store: Store;
  beforeEach(async () => {
    database = await engine.create();
    store = await database.open();
  });
  afterEach(async () => {
    await store.close();
    await database.remove();
  });

  test("metadata stays as it was first stored until it is replaced by name and value", async () => {
    expect(await store.metadata("name")).toBeUndefined();
    await store.insertMetadata("name", "first");
    await store.insertMetadata("name", "second");
    expect(await store.metadata("name")).toBe("first");
    expect(await store.replaceMetadata("name", "second", "third")).toBe(false);
    expect(await store.replaceMetadata("name", "first", "third")).toBe(true);
    expect(await store.metadata("name")).toBe("third");
  });
});
