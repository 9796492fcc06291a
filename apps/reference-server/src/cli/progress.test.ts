import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { startProgress } from "./progress.js";

/** Stream of a terminal of 80 columns, or of a file, and what was written to it. */
function output(isTTY: boolean) {
  const stream = Object.assign(new PassThrough(), { isTTY, columns: 80, cursorTo: () => true, clearLine: () => true });
  let text = "";
  stream.on("data", (chunk) => {
    text += chunk;
  });
  return { stream, text: () => text };
}

test("in a terminal, progress is one bar that is gone at the end", async () => {
  const { stream, text } = output(true);
  const progress = await startProgress("backup", "MB", stream);
  progress.update(50, 200);
  expect(text()).toContain("backup [========----------------------] 25 % of 200 MB");
  progress.update(200, 200);
  progress.stop();
  expect(text()).not.toContain("\nbackup");
});

test("elsewhere, progress is a line every ten seconds, and none for quick work", async () => {
  const { stream, text } = output(false);
  let time = 0;
  const progress = await startProgress("backup", "MB", stream, () => time);
  progress.update(10, 200);
  time = 9_999;
  progress.update(20, 200);
  time = 10_000;
  progress.update(30, 200);
  time = 15_000;
  progress.update(40, 200);
  time = 20_000;
  progress.update(50, 200);
  progress.stop();
  expect(text()).toBe("backup: 30 of 200 MB\nbackup: 50 of 200 MB\n");
});
