import { expect, test } from "vitest";
import { auditPage } from "../../../../scripts/docs-audit.js";
import { pages } from "../whole-site/site-fixture.js";
import { describeSite, phone } from "./browser-fixture.js";

describeSite((site) => {
  // A page of each kind; `npm run docs -- --audit` takes every page.
  test.each([
    "index.html",
    "guides/operating.html",
    "guides/scopes.html?search",
    "workflows/script-gets-a-token.html",
    "operations/apps/scope-token.html",
  ])("%s passes axe in both themes at three widths, and does not shift", async (path) => {
    const page = await site.open("");
    const { findings } = await auditPage(page, `${site.origin}/docs/${path}`, async () => {
      if (!path.endsWith("search")) return;
      await page.keyboard.press("/");
      await page.locator("#search input").fill("token");
      await page.locator("#search li").first().waitFor();
    });
    expect(findings).toEqual([]);
  });

  test("no page is wider than a narrow screen", async () => {
    const page = await site.open("", { viewport: phone });
    // The page of an operation is a part of the reference.
    for (const path of pages.filter((name) => !name.startsWith("operations/"))) {
      await page.goto(`${site.origin}/docs/${path}`);
      for (const width of [320, 390]) {
        await page.setViewportSize({ ...phone, width });
        expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(width);
      }
    }
  });
});
