import { chmodSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { newFolder } from "@grantbook/test-kit/temporary-folder";
import { beforeEach, expect, test } from "vitest";
import { findBrowser } from "./browser.js";

let folder = "";
beforeEach(() => {
  folder = newFolder();
});

/** @param {string} name @param {string} [content] */
function program(name, content = '#!/bin/sh\nexec /usr/lib/chromium/chromium "$@"\n') {
  const file = join(folder, name);
  writeFileSync(file, content);
  chmodSync(file, 0o755);
  return file;
}

test("a browser is found by its usual names, in any folder of PATH", () => {
  const file = program("google-chrome");
  expect(findBrowser({ PATH: ["/nowhere", folder].join(delimiter) })).toBe(file);
});

test("a stub that asks to install a snap is no browser", () => {
  program(
    "chromium",
    "#!/bin/sh\necho \"Command 'chromium' requires the chromium snap. Please run: snap install chromium\"\n",
  );
  expect(findBrowser({ PATH: folder })).toBeUndefined();
  const file = program("google-chrome-stable");
  expect(findBrowser({ PATH: folder })).toBe(file);
});

test("CHROME_PATH comes first", () => {
  program("chromium");
  const file = program("mine");
  expect(findBrowser({ PATH: folder, CHROME_PATH: file })).toBe(file);
});

test("a CHROME_PATH that leads nowhere is refused", () => {
  const file = join(folder, "gone");
  expect(() => findBrowser({ PATH: folder, CHROME_PATH: file })).toThrow(`CHROME_PATH is ${file}`);
});

test("a file without the right to run is no browser", () => {
  chmodSync(program("chromium"), 0o644);
  expect(findBrowser({ PATH: folder })).toBeUndefined();
  expect(findBrowser({})).toBeUndefined();
});
