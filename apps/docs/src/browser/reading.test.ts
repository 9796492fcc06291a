import { operationTable } from "@grantbook/contract";
import { expect, test } from "vitest";
import { describeSite, desktop, phone } from "./browser-fixture.js";

const anchors = Object.keys(operationTable);

describeSite((site) => {
  test("every operation is in sight under the address that errors name", async () => {
    const page = await site.open(`#${anchors[0]}`);
    expect(page.url()).toBe(`${site.origin}/docs/#${anchors[0]}`);
    for (const anchor of anchors) {
      await page.evaluate((hash) => {
        location.hash = hash;
      }, anchor);
      const { y } = (await page.locator(`section[id="${anchor}"] > h3`).boundingBox()) ?? { y: -1 };
      expect(y, anchor).toBeGreaterThan(0);
      expect(y, anchor).toBeLessThan(desktop.height);
    }
  });

  test("everything can be read without JavaScript, with the menu of a phone", async () => {
    const page = await site.open("guides/getting-started.html", { javaScriptEnabled: false, viewport: phone });
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
    const page = await site.open("guides/scopes.html", { colorScheme: "dark" });
    const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const dark = await background();
    expect(await page.locator("#theme").getAttribute("aria-pressed")).toBe("true");
    await page.locator("#theme").click();
    const light = await background();
    expect(light).not.toBe(dark);
    await page.goto(`${site.origin}/docs/`);
    expect(await background()).toBe(light);
    await page.emulateMedia({ colorScheme: "light" });
    await page.locator("#theme").click();
    expect(await background()).toBe(dark);
  });

  test("samples are shown in the language that was chosen, which is remembered, and can be copied", async () => {
    const page = await site.open("#apps/check-token", { permissions: ["clipboard-read", "clipboard-write"] });
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
    const page = await site.open("#apps/check-token");
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
    const page = await site.open("#apps/check-token");
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
    const page = await site.open("");
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
    const page = await site.open("", { viewport: phone });
    await page.locator("button.menu").click();
    await page.locator("#menu").getByText("Reset a token", { exact: true }).click();
    expect(await page.locator("#menu").isVisible()).toBe(false);
    await page.setViewportSize(desktop);
    await page.goto(`${site.origin}/docs/guides/errors.html#what-to-do`);
    await expect.poll(() => page.locator(".outline [aria-current]").textContent()).toBe("What to do");
  });

  test("a narrow guide has its outline behind a button, and it goes when a link in it is followed", async () => {
    const page = await site.open("guides/operating.html", { viewport: phone });
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
    const page = await site.open("operations/teams/list-for-authenticated-user.html");
    const current = page.locator("#menu [aria-current=page]");
    const { y } = (await current.boundingBox()) ?? { y: -1 };
    expect(y).toBeGreaterThan(0);
    expect(y).toBeLessThan(desktop.height);
    await page.goto(`${site.origin}/docs/`);
    expect(await page.locator("#menu").evaluate(({ scrollTop }) => scrollTop)).toBe(0);
  });

  test("the way to the content is the first that a keyboard reaches", async () => {
    const page = await site.open("guides/errors.html");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.className)).toBe("skip");
    await page.keyboard.press("Enter");
    expect(page.url()).toMatch(/#content$/);
  });
});
