import { beforeEach, expect, test, vi } from "vitest";
import { onceIn } from "./run-folder.js";
import { newFolder } from "./temporary-folder.js";

let folder: string;
beforeEach(() => {
  folder = newFolder();
});

test("work is done once under a name, and again under another", () => {
  const work = vi.fn();
  for (const name of ["a", "a", "b"]) onceIn(folder, name, work);
  expect(work).toHaveBeenCalledTimes(2);
});

test("work that fails has failed for all who wait for it", () => {
  const work = () => {
    throw new Error("no compiler");
  };
  expect(() => onceIn(folder, "a", work)).toThrow("no compiler");
  expect(() => onceIn(folder, "a", () => undefined)).toThrow(/^a failed for another file: Error: no compiler$/);
});
