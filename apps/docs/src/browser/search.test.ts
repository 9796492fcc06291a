import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { sources } from "../whole-site/site-fixture.js";
import { describeSite, desktop } from "./browser-fixture.js";

const summaries = Object.values(sources.description.paths).flatMap((item) =>
  Object.values(item).map(({ operationId, summary }) => [operationId, summary] as const),
);

describeSite((site) => {
  test.each([
    ["from the server", () => "guides/scopes.html"],
    ["from a file", () => pathToFileURL(join(site.folder, "guides/scopes.html")).href],
  ])("the search finds every operation by its summary and its id, %s", async (_, path) => {
    const page = await site.open(path());
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

  test("an unknown address has the menu and the search", async () => {
    const page = await site.browser.newPage({ viewport: desktop });
    const answer = await page.goto(`${site.origin}/docs/guides/old/scopes`);
    expect(answer?.status()).toBe(404);
    await page.keyboard.press("/");
    await page.locator("#search input").fill("reset a token");
    await page.keyboard.press("Enter");
    await page.waitForURL(`${site.origin}/docs/operations/apps/reset-token.html`);
    await page.context().close();
  });
});
