// Audits built docs in a headless browser: accessibility, width, movement while a page loads, and bytes over the wire.
// `npm run docs -- --audit` audits every page; a test audits a page of each kind.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Widths of pages: a desktop, a phone, and a desktop that is magnified four times (WCAG 1.4.10). */
const widths = [1280, 390, 320];
const height = 900;

/** Records what moves; runs before the page does. */
function recordShifts() {
  const page = /** @type {any} */ (globalThis);
  page.shifts = 0;
  const observer = new page.PerformanceObserver((/** @type {any} */ list) => {
    for (const { value } of list.getEntries()) page.shifts += value;
  });
  observer.observe({ type: "layout-shift", buffered: true });
}

/** Bytes of the page and of everything it has loaded, and the sum of its layout shifts. */
function figures() {
  const page = /** @type {any} */ (globalThis);
  const files = ["navigation", "resource"].flatMap((type) => page.performance.getEntriesByType(type));
  return { bytes: files.reduce((sum, { transferSize }) => sum + transferSize, 0), shift: page.shifts };
}

/**
 * Runs axe. Of a reference, a few operations stand for all of them.
 * @param {string[] | undefined} rules
 */
async function runAxe(rules) {
  const page = /** @type {any} */ (globalThis);
  for (const part of Array.from(page.document.querySelectorAll("section[id*='/']")).slice(6, -4)) part.remove();
  const { violations } = await page.axe.run({
    resultTypes: ["violations"],
    ...(rules && { runOnly: { type: "rule", values: rules } }),
  });
  return violations.map(
    (/** @type {any} */ { id, impact, nodes }) =>
      `${impact} ${id}: ${nodes.map((/** @type {any} */ { html }) => html).join(" ")}`,
  );
}

/**
 * Audits a page in both themes, at each width. It is opened anew; `prepare` runs once it is there.
 * @param {import("playwright-core").Page} page
 * @param {string} url
 * @param {() => Promise<void>} [prepare]
 * @returns {Promise<{ findings: string[], bytes: number, shift: number }>}
 */
export async function auditPage(page, url, prepare) {
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width: widths[0] ?? 0, height });
  await page.addInitScript(recordShifts);
  await page.goto(url, { waitUntil: "networkidle" });
  const { bytes, shift } = await page.evaluate(figures);
  const findings = shift > 0 ? [`moves by ${shift} while it loads`] : [];
  await prepare?.();
  await page.evaluate(axe);
  for (const width of widths) {
    await page.setViewportSize({ width, height });
    const scrollWidth = await page.evaluate("document.documentElement.scrollWidth");
    if (Number(scrollWidth) > width) findings.push(`is ${scrollWidth} wide at ${width}`);
    for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
      await page.emulateMedia({ colorScheme });
      // The themes differ in their colours alone.
      const rules = colorScheme === "dark" ? ["color-contrast", "link-in-text-block"] : undefined;
      const found = await page.evaluate(runAxe, rules);
      findings.push(...found.map((/** @type {string} */ one) => `at ${width}, ${colorScheme}: ${one}`));
    }
  }
  return { findings, bytes, shift };
}

/**
 * Audits every page of the built site, and prints the figures.
 * @param {string} folder
 * @returns {Promise<number>} Number of findings.
 */
export async function auditSite(folder) {
  const { launchBrowser } = await import("./browser.js");
  const [{ siteHandler }, { startDevServer }, { readManifest }] = await Promise.all(
    ["handler", "dev-server", "manifest"].map((name) => import(`../apps/docs/dist/${name}.js`)),
  );
  const server = await startDevServer(siteHandler(folder, ""), 0);
  const browser = await launchBrowser();
  let count = 0;
  try {
    const paths = readManifest(folder).filter((/** @type {string} */ name) => name.endsWith(".html"));
    for (const path of paths) {
      // A first reading: nothing is cached.
      const page = await browser.newPage();
      const { findings, bytes, shift } = await auditPage(page, `${server.origin}/${path}`);
      await page.context().close();
      console.log(`${path}: ${bytes} bytes, layout shift ${shift}, ${findings.length} findings`);
      for (const finding of findings) console.log(`  ${finding}`);
      count += findings.length;
    }
    console.log(`${paths.length} pages in both themes at ${widths.join(", ")} pixels: ${count} findings`);
  } finally {
    await browser.close();
    await server.close();
  }
  return count;
}
