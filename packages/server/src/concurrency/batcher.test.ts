import { expect, test } from "vitest";
import { Batcher } from "./batcher.js";

test("works on the items of one turn together, and on later ones apart", async () => {
  const batches: (readonly number[])[] = [];
  const batcher = new Batcher<number, number>(async (items) => {
    batches.push(items);
    return items.map((item) => item * 2);
  });
  expect(await Promise.all([batcher.add(1), batcher.add(2), Promise.resolve().then(() => batcher.add(3))])).toEqual([
    2, 4, 6,
  ]);
  expect(await batcher.add(4)).toBe(8);
  expect(batches).toEqual([[1, 2, 3], [4]]);
});

test("fails all items of a batch, and none of the next", async () => {
  const batcher = new Batcher<number, number>(async (items) => {
    if (items.includes(1)) throw new Error("no");
    return items;
  });
  const results = await Promise.allSettled([batcher.add(1), batcher.add(2)]);
  expect(results.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  await expect(batcher.add(3)).resolves.toBe(3);
});

test("the work is called once a turn, and begins at its end", async () => {
  const batches: (readonly string[])[] = [];
  const batcher = new Batcher<string, string>(async (items) => {
    batches.push(items);
    return items;
  });
  const results = [batcher.add("a"), batcher.add("b")];
  expect(batches).toEqual([]);
  await Promise.all(results);
  await new Promise((resolve) => setImmediate(resolve));
  expect(batches).toEqual([["a", "b"]]);
});

test("an item that comes while a batch is worked on is in the next one", async () => {
  const batches: (readonly number[])[] = [];
  const batcher = new Batcher<number, number>(async (items) => {
    batches.push(items);
    await new Promise((resolve) => setImmediate(resolve));
    return items;
  });
  const first = batcher.add(1);
  await new Promise((resolve) => setImmediate(resolve));
  const later = [batcher.add(2), batcher.add(3)];
  expect(await Promise.all([first, ...later])).toEqual([1, 2, 3]);
  expect(batches).toEqual([[1], [2, 3]]);
});
