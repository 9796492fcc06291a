import { describeEngines } from "@grantbook/test-kit/describe-engines";
import { expect, test } from "vitest";

describeEngines((engine) => {
  test("a check for writing leaves one row, however often", async () => {
    const database = await engine.create();
    const [kept, store] = [await database.open(), await database.open()];
    for (let time = 0; time < 3; time += 1) await store.checkWritable();
    await Promise.all(Array.from({ length: 10 }, () => store.checkWritable()));
    await expect(store.metadata("write-check")).resolves.toMatch(/^2\d{3}-\d\d-\d\dT/);
    await store.close();
    await expect(store.checkWritable()).rejects.toMatchObject({ name: "StoreUnavailableError" });
    await kept.close();
    await database.remove();
  });
});
