// The site in a real browser. Without a browser these tests are skipped by name; with CI=true that is a failure
// (scripts/browser.js).
import { newFolder } from "@grantbook/test-kit/temporary-folder";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect } from "vitest";
import { launchBrowser, withoutBrowser } from "../../../../scripts/browser.js";
import { type DevServer, startDevServer } from "../dev-server.js";
import { siteHandler } from "../handler.js";
import { writeSite } from "../manifest.js";
import { site } from "../whole-site/site-fixture.js";

export const desktop = { width: 1440, height: 900 };
export const phone = { width: 360, height: 740 };

/** The whole site, served, and a browser. */
export interface ServedSite {
  /** Folder with the files of the site. */
  readonly folder: string;
  /** `http://127.0.0.1:PORT`; the site is below `/docs`. */
  readonly origin: string;
  readonly browser: Browser;
  /** Opens a page by its path in the site, or by the URL of a file. The test fails when the page reports an error. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>;
}

/** Describes tests of the site in one browser. */
export function describeSite(define: (site: ServedSite) => void): void {
  describe.skipIf(withoutBrowser !== undefined)("in a browser (skipped where there is none)", () => {
    const folder = newFolder();
    let browser: Browser;
    let server: DevServer;
    /** Errors of any page, and requests to any other host. */
    const complaints: string[] = [];
    const opened: Page[] = [];

    beforeAll(async () => {
      writeSite(folder, site);
      browser = await launchBrowser();
      server = await startDevServer(siteHandler(folder, "/docs"), 0);
    });

    afterEach(async () => {
      for (const page of opened.splice(0)) await page.context().close();
      expect(complaints.splice(0)).toEqual([]);
    });

    afterAll(async () => {
      await browser?.close();
      await server?.close();
    });

    define({
      folder,
      get origin() {
        return server.origin;
      },
      get browser() {
        return browser;
      },
      async open(path, options = {}) {
        const page = await browser.newPage({ viewport: desktop, colorScheme: "light", ...options });
        opened.push(page);
        page.on("console", (message) => {
          if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
        });
        page.on("pageerror", (error) => complaints.push(error.message));
        const isFile = path.startsWith("file:");
        page.on("request", (request) => {
          if (!isFile && !request.url().startsWith(`${server.origin}/`)) complaints.push(request.url());
        });
        await page.goto(isFile ? path : `${server.origin}/docs${path.startsWith("#") ? "" : "/"}${path}`);
        return page;
      },
    });
  });
}
