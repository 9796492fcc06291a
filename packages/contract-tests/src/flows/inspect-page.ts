import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { expect } from "vitest";

/** Size of a window on a desk. */
export const desktop = { width: 1280, height: 900 };
/** Size of a window on a phone. */
export const phone = { width: 390, height: 800 };
/** Folder of the screenshots, which every walk writes. */
const screenshots = new URL("../../../../test-results/pages/", import.meta.url);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * Looks at a page in both colour schemes and widths: nothing keeps a reader out, nothing is wider than the window. A
 * screenshot of each view is kept. The page is left dark and narrow.
 */
export async function inspect(page: Page, name: string): Promise<void> {
  // The page allows no script: axe runs in a world of its own.
  await page.evaluate(axe);
  for (const viewport of [desktop, phone]) {
    await page.setViewportSize(viewport);
    for (const colorScheme of ["light", "dark"] as const) {
      const view = `${name} ${colorScheme} ${viewport.width}`;
      await page.emulateMedia({ colorScheme });
      const violations = await page.evaluate(async () => {
        const found = await (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run();
        return found.violations.map(({ id, impact, nodes }) => `${impact} ${id} ${nodes.map(({ html }) => html)}`);
      });
      expect(violations, view).toEqual([]);
      const [width = 0, available = 0] = await page.evaluate<number[]>(
        "[document.documentElement.scrollWidth, innerWidth]",
      );
      expect(width, view).toBeLessThanOrEqual(available);
      const file = `${view.replaceAll(" ", "-")}.png`;
      await page.screenshot({ path: fileURLToPath(new URL(file, screenshots)), fullPage: true });
    }
  }
}
