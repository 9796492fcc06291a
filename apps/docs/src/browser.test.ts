// The site in a real browser. Without a browser these tests are skipped by name; with CI=true that is a failure
// (scripts/browser.js).
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { operationTable } from "@grantbook/contract";
import { newFolder } from "@grantbook/test-kit/temporary-folder";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser, withoutBrowser } from "../../../scripts/browser.js";
import { auditPage } from "../../../scripts/docs-audit.js";
import { type DevServer, startDevServer } from "./dev-server.js";
import { siteHandler } from "./handler.js";
import { writeSite } from "./manifest.js";
import { pages, site, sources } from "./whole-site/site-fixture.js";

const desktop = { width: 1440, height: 900 };
const phone = { width: 360, height: 740 };

let folder: string;
let browser: Browser;
let server: DevServer;
/** Errors of any page, and requests to any other host. */
const complaints: string[] = [];
const opened: Page[] = [];

async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await browser.newPage({ viewport: desktop, colorScheme: "light", ...options });
  opened.push(page);
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("request", (request) => {
    if (!/^file:/.test(path) && !request.url().startsWith(`${server.origin}/`)) complaints.push(request.url());
  });
  await page.goto(/^file:/.test(path) ? path : `${server.origin}/docs${path.startsWith("#") ? "" : "/"}${path}`);
  return page;
}

const anchors = Object.keys(operationTable);
const summaries = Object.values(sources.description.paths).flatMap((item) =>
  Object.values(item).map(({ operationId, summary }) => [operationId, summary] as const),
);

describe.skipIf(withoutBrowser !== undefined)("in a browser (skipped where there is none)", () => {
  beforeAll(async () => {
    folder = newFolder();
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

  test("every operation is in sight under the address that errors name", async () => {
    const page = await open(`#${anchors[0]}`);
    expect(page.url()).toBe(`${server.origin}/docs/#${anchors[0]}`);
    for (const anchor of anchors) {
      await page.evaluate((hash) => {
        location.hash = hash;
      }, anchor);
      const { y } = (await page.locator(`section[id="${anchor}"] > h3`).boundingBox()) ?? { y: -1 };
      expect(y, anchor).toBeGreaterThan(0);
      expect(y, anchor).toBeLessThan(desktop.height);
    }
  });

  test.each([
    ["from the server", () => "guides/scopes.html"],
    ["from a file", () => pathToFileURL(join(folder, "guides/scopes.html")).href],
  ])("the search finds every operation by its summary and its id, %s", async (_, path) => {
    const page = await open(path());
    expect(await page.locator("script[src*=minisearch]").count()).toBe(0);
    await page.keyboard.press("/");
    const results = page.locator("#search li a");
    for (const [id, summary] of summaries) {
      for (const words of [summary, id]) {
        await page.locator("#search input").fill(words);
        await results.and(page.locator(`[href$="operations/${id}.html"]`)).waitFor();
      }
    }
    await page.getByRole("button", { name: "Close the search" }).click();
    expect(await page.locator("#search").isVisible()).toBe(false);
    await page.keyboard.press("Control+k");
    await page.locator("#search input").fill("reset a token");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL(/operations\/apps\/reset-token\.html$/);
  });

  // A page of each kind; `npm run docs -- --audit` takes every page.
  test.each([
    "index.html",
    "guides/operating.html",
    "guides/scopes.html?search",
    "workflows/script-gets-a-token.html",
    "operations/apps/scope-token.html",
  ])("%s passes axe in both themes at three widths, and does not shift", async (path) => {
    const page = await open("");
    const { findings } = await auditPage(page, `${server.origin}/docs/${path}`, async () => {
      if (!path.endsWith("search")) return;
      await page.keyboard.press("/");
      await page.locator("#search input").fill("token");
      await page.locator("#search li").first().waitFor();
    });
    expect(findings).toEqual([]);
  });

  test("no page is wider than a narrow screen", async () => {
    const page = await open("", { viewport: phone });
    // The page of an operation is a part of the reference.
    for (const path of pages.filter((name) => !name.startsWith("operations/"))) {
      await page.goto(`${server.origin}/docs/${path}`);
      for (const width of [320, 390]) {
        await page.setViewportSize({ ...phone, width });
        expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(width);
      }
    }
  });

  test("everything can be read without JavaScript, with the menu of a phone", async () => {
    const page = await open("guides/getting-started.html", { javaScriptEnabled: false, viewport: phone });
    await expect.poll(() => page.locator("article").textContent()).toContain("Check it");
    for (const hidden of ["#open-search", "#theme", "#menu"])
      expect(await page.locator(hidden).isVisible()).toBe(false);
    await page.locator("button.menu").click();
    await page.locator("#menu").getByText("Check a token", { exact: true }).click();
    await page.waitForURL(/#apps\/check-token$/);
    const section = page.locator('section[id="apps/check-token"]');
    for (const sample of ["curl", "typescript"]) {
      expect(await section.locator(`[data-sample=${sample}]`).isVisible()).toBe(true);
    }
  });

  test("the theme is the system's until the reader chooses another, which is remembered", async () => {
    const page = await open("guides/scopes.html", { colorScheme: "dark" });
    const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const dark = await background();
    expect(await page.locator("#theme").getAttribute("aria-pressed")).toBe("true");
    await page.locator("#theme").click();
    const light = await background();
    expect(light).not.toBe(dark);
    await page.goto(`${server.origin}/docs/`);
    expect(await background()).toBe(light);
    await page.emulateMedia({ colorScheme: "light" });
    await page.locator("#theme").click();
    expect(await background()).toBe(dark);
  });

  test("samples are shown in the language that was chosen, which is remembered, and can be copied", async () => {
    const page = await open("#apps/check-token", { permissions: ["clipboard-read", "clipboard-write"] });
    const section = page.locator('section[id="apps/check-token"]');
    const shown = () =>
      Promise.all(["curl", "typescript"].map((name) => section.locator(`[data-sample=${name}]`).isVisible()));
    expect(await shown()).toEqual([true, false]);
    await section.getByRole("button", { name: "TypeScript" }).click();
    expect(await shown()).toEqual([false, true]);
    await page.reload();
    expect(await shown()).toEqual([false, true]);
    const flow = page.locator('section[id="oauth/create-device-code"] .samples');
    expect(await flow.getByText("/login/device/code").isVisible()).toBe(true);
    expect(await flow.getByRole("button", { name: "TypeScript" }).count()).toBe(0);
    const code = section.locator("[data-sample=typescript] .code");
    await code.hover();
    await code.getByRole("button", { name: "Copy" }).click();
    await expect.poll(() => code.getByRole("button").textContent()).toBe("Copied");
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await code.locator("code").textContent());
  });

  test("after a deep link the next key begins at the target", async () => {
    const page = await open("#apps/check-token");
    await page.keyboard.press("Tab");
    const sectionOfFocus = () => page.evaluate(() => document.activeElement?.closest("section")?.id);
    expect(await sectionOfFocus()).toBe("apps/check-token");
    await page.evaluate(() => {
      location.hash = "apps/reset-token";
    });
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("apps/reset-token");
    await page.keyboard.press("Tab");
    expect(await sectionOfFocus()).toBe("apps/reset-token");
  });

  test("paper has all of the code, and nothing that has to be pressed", async () => {
    const page = await open("#apps/check-token");
    await page.emulateMedia({ media: "print" });
    const section = page.locator('section[id="apps/check-token"]');
    expect(await section.locator(".headers").first().isVisible()).toBe(true);
    expect(await section.locator(".languages").isVisible()).toBe(false);
    const cut = await page.evaluate(() =>
      Array.from(document.querySelectorAll("pre"))
        .filter((pre) => pre.scrollWidth > pre.clientWidth || pre.scrollHeight > pre.clientHeight + 1)
        .map((pre) => pre.textContent),
    );
    expect(cut).toEqual([]);
  });

  test("the first reading takes little, and nothing moves while it loads", async () => {
    const page = await open("");
    await page.evaluate(() => {
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) moved.push((entry as unknown as { value: number }).value);
      }).observe({ type: "layout-shift", buffered: true });
      const moved: number[] = [];
      Object.assign(globalThis, { moved });
    });
    await page.waitForLoadState("networkidle");
    const { bytes, moved } = await page.evaluate(() => {
      const files = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
      const sizes = files.map((entry) => (entry as PerformanceResourceTiming).transferSize);
      return { bytes: sizes.reduce((sum, size) => sum + size, 0), moved: (globalThis as { moved?: number[] }).moved };
    });
    console.log(`first reading: ${bytes} bytes, layout shift ${moved}`);
    expect(bytes).toBeGreaterThan(10_000);
    expect(bytes).toBeLessThanOrEqual(60_000);
    expect(moved).toEqual([]);
  });

  test("the menu of a phone goes when a link in it is followed, and the outline shows where the reader is", async () => {
    const page = await open("", { viewport: phone });
    await page.locator("button.menu").click();
    await page.locator("#menu").getByText("Reset a token", { exact: true }).click();
    expect(await page.locator("#menu").isVisible()).toBe(false);
    await page.setViewportSize(desktop);
    await page.goto(`${server.origin}/docs/guides/errors.html#what-to-do`);
    await expect.poll(() => page.locator(".outline [aria-current]").textContent()).toBe("What to do");
  });

  test("a narrow guide has its outline behind a button, and it goes when a link in it is followed", async () => {
    const page = await open("guides/operating.html", { viewport: phone });
    const outline = page.getByRole("navigation", { name: "On this page" });
    expect(await outline.isVisible()).toBe(false);
    await page.getByRole("button", { name: "On this page" }).click();
    await outline.getByText("Backup and restore").click();
    await page.waitForURL(/#backup-and-restore$/);
    expect(await outline.isVisible()).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("backup-and-restore");
    await page.setViewportSize(desktop);
    expect(await outline.isVisible()).toBe(true);
    expect(await page.locator(".open-outline").isVisible()).toBe(false);
  });

  test("the menu shows which operation a page is about, however long the menu is", async () => {
    const page = await open("operations/teams/list-for-authenticated-user.html");
    const current = page.locator("#menu [aria-current=page]");
    const { y } = (await current.boundingBox()) ?? { y: -1 };
    expect(y).toBeGreaterThan(0);
    expect(y).toBeLessThan(desktop.height);
    await page.goto(`${server.origin}/docs/`);
    expect(await page.locator("#menu").evaluate(({ scrollTop }) => scrollTop)).toBe(0);
  });

  test("an unknown address has the menu and the search", async () => {
    const page = await browser.newPage({ viewport: desktop });
    const answer = await page.goto(`${server.origin}/docs/guides/old/scopes`);
    expect(answer?.status()).toBe(404);
    await page.keyboard.press("/");
    await page.locator("#search input").fill("reset a token");
    await page.keyboard.press("Enter");
    await page.waitForURL(`${server.origin}/docs/operations/apps/reset-token.html`);
    await page.context().close();
  });

  test("the way to the content is the first that a keyboard reaches", async () => {
    const page = await open("guides/errors.html");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.className)).toBe("skip");
    await page.keyboard.press("Enter");
    expect(page.url()).toMatch(/#content$/);
  });
});
