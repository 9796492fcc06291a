// Headless browser for tests: Chromium or Chrome, started without connections to its maker.
import { accessSync, constants, existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";

/** Usual names of the browser. */
const names = ["chromium", "google-chrome", "google-chrome-stable", "chromium-browser", "chrome"];

/**
 * Finds a browser: the one that CHROME_PATH names, or the first with a usual name in PATH. Ubuntu's `chromium` is left
 * out where it is only a script that asks to install a snap.
 * @param {NodeJS.ProcessEnv} environment
 * @returns {string | undefined}
 * @throws {Error} when CHROME_PATH names no program
 */
export function findBrowser({ CHROME_PATH: chosen, PATH: path = "" }) {
  if (chosen) {
    if (!isExecutable(chosen)) throw new Error(`CHROME_PATH is ${chosen}, and there is no program of that name.`);
    return chosen;
  }
  const files = names.flatMap((name) => path.split(delimiter).map((folder) => join(folder, name)));
  return files.find((file) => isExecutable(file) && !isSnapStub(file));
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return existsSync(file);
  } catch {
    return false;
  }
}

/** @param {string} file */
function isSnapStub(file) {
  const start = readFileSync(file).subarray(0, 4096).toString("latin1");
  return start.startsWith("#!") && /\bsnap install\b/.test(start);
}

const executablePath = findBrowser(process.env);

/** Reason why there is no browser; `undefined` when there is one. */
export const withoutBrowser = executablePath
  ? undefined
  : `there is no ${names.join(", ")} in PATH; install one, or name it in CHROME_PATH`;

// CI must not skip the browser tests.
if (withoutBrowser && process.env.CI === "true") throw new Error(`The tests need a browser: ${withoutBrowser}`);

/** Starts the browser; close it after use. */
export function launchBrowser() {
  if (!executablePath) throw new Error(`No browser: ${withoutBrowser}`);
  return chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}
