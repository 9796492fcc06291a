import { expect, test } from "vitest";
import { Present } from "./present.js";

test("those who are present are those who came and have not left, in any order", () => {
  const present = new Present<string>();
  const leaveFirst = present.add("first");
  const leaveSecond = present.add("second");
  expect([present.size, ...present]).toEqual([2, "first", "second"]);
  leaveFirst();
  expect([present.size, ...present]).toEqual([1, "second"]);
  present.add("third");
  expect([present.size, ...present]).toEqual([2, "third", "second"]);
  leaveSecond();
  expect([present.size, ...present]).toEqual([1, "third"]);
});
