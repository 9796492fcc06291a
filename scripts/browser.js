// A headless Chromium for tests: Debian's, started with nothing that would connect to its maker.
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

const executablePath = "/usr/bin/chromium";

/** Why there is no browser; nothing when there is one. */
export const withoutBrowser = existsSync(executablePath)
  ? undefined
  : `there is no ${executablePath}; install Debian's chromium`;

// A test that is not run proves nothing: where tests decide, a browser has to be there.
if (withoutBrowser && process.env.CI === "true") throw new Error(`The tests need a browser: ${withoutBrowser}`);

/** Starts it; close it after use. */
export function launchBrowser() {
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
