import { existsSync } from "node:fs";
import { operationTable } from "@grantbook/contract";
import { describe, expect, test } from "vitest";
import { attributes, file, pages, site } from "./site-fixture.js";

const root = new URL("../../../../", import.meta.url);

describe("the reference", () => {
  const page = file("index.html");

  test.each(Object.entries(operationTable))(
    "has %s under its id, with a link to it and its samples",
    (id, { method, path }) => {
      const [, section = ""] = page.split(`<section id="${id}">`);
      const [own = ""] = section.split("</section>");
      expect(page).toContain(`href="#${id}"`);
      expect(own).toContain(`>${method}</span>`);
      expect(own.replaceAll("<wbr>", "")).toContain(`<code>${path}</code>`);
      for (const language of ["curl", "typescript", "octokit", "python", "gh"])
        expect(own).toContain(`data-sample="${language}"`);
    },
  );

  test.each(Object.keys(operationTable))("has the same about %s on a page of its own", (id) => {
    const sectionOn = (path: string) => file(path).split(`<section id="${id}">`)[1]?.split("</section>")[0] ?? "";
    const textOn = (path: string) =>
      sectionOn(path)
        .replaceAll(/<a class="permalink".*?<\/a>|<dt>Page<\/dt><dd>.*?<\/dd>|<[^>]*>/g, " ")
        .replaceAll(/\s+/g, " ");
    const own = `operations/${id}.html`;
    expect(textOn(own).length).toBeGreaterThan(500);
    expect(textOn(own)).toBe(textOn("index.html"));
    expect(sectionOn("index.html")).toContain(`href="${own}"`);
    expect(sectionOn(own)).toContain(`href="../../index.html#${id}"`);
    const [current = ""] = /<a [^>]*aria-current="page"[^>]*>/.exec(file(own)) ?? [];
    expect(attributes(current, "href")).toEqual([`../../${own}`]);
  });
});

describe.each(pages)("the page %s", (path) => {
  const page = file(path);

  test("has links that lead somewhere, also those to an anchor", () => {
    for (const href of [...attributes(page, "href"), ...attributes(page, "src")].filter((to) => !/^https?:/.test(to))) {
      const [target = "", anchor] = href.split("#");
      const resolved = target === "" ? path : new URL(target, `https://site/${path}`).pathname.slice(1) || "index.html";
      expect([...site.keys()], `${path} links to ${href}`).toContain(resolved);
      if (anchor !== undefined) expect(attributes(file(resolved), "id"), `${path} links to ${href}`).toContain(anchor);
    }
  });

  test("has every anchor once, and one heading of the first level", () => {
    const ids = attributes(page, "id");
    expect(ids).toEqual([...new Set(ids)]);
    expect(page.match(/<h1>/g)).toHaveLength(1);
  });

  test("names its address, which is the same with and without .html", () => {
    const [canonical = ""] = /<link rel="canonical"[^>]*>/.exec(page) ?? [];
    const [href = ""] = attributes(canonical, "href");
    expect(new URL(href, `https://site/${path}`).pathname).toBe(`/${path}`);
  });

  test("loads nothing from elsewhere, and has no script or style within", () => {
    const loaded = [
      ...attributes(page, "src"),
      ...(page.match(/<link[^>]*>/g) ?? []).flatMap((tag) => attributes(tag, "href")),
    ];
    expect(loaded.filter((address) => /^(\w+:|\/)/.test(address))).toEqual([]);
    expect(page).not.toMatch(/<script>|<style|<iframe|<img|<[^>]+ (on\w+|style)=/);
  });

  test("names the files it is made from", () => {
    const [, footer = ""] = page.split("<footer>");
    for (const [, source = ""] of footer.matchAll(/<code>([^<]*)<\/code>/g)) {
      expect(existsSync(new URL(source, root)), source).toBe(true);
    }
  });
});

test("every operation names the file it is described in", () => {
  const named = [
    ...file("index.html")
      .replaceAll("<wbr>", "")
      .matchAll(/<code>(openapi\/paths\/[^<]*)<\/code>/g),
  ];
  expect(named).toHaveLength(Object.keys(operationTable).length);
  for (const [, source = ""] of named) expect(existsSync(new URL(source, root)), source).toBe(true);
});
