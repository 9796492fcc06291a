import { existsSync } from "node:fs";
import { operationTable } from "@grantbook/contract";
import { describe, expect, test } from "vitest";
import { buildSite } from "../site.js";
import { attributes, file, pages, site, sources } from "./site-fixture.js";

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

  test("shows what is in the description as text, whatever it is", () => {
    const summary = '<script>alert("x")</script>';
    const [path = "", item = {}] = Object.entries(sources.description.paths)[0] ?? [];
    const [method = "", operation] = Object.entries(item)[0] ?? [];
    const paths = { ...sources.description.paths, [path]: { [method]: { ...operation, summary } as never } };
    const changed = buildSite({ ...sources, description: { ...sources.description, paths } }).get("index.html");
    expect(changed).not.toContain(summary);
    expect(changed).toContain("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;");
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

describe("a guide", () => {
  const siteWith = (text: string) =>
    buildSite({ ...sources, guides: [...sources.guides, { file: "apps/docs/guides/new.md", text }] });

  test("is taken in as it is found, with or without anything in front of it", () => {
    const page = siteWith("# A new guide\n\nAbout [scopes](scopes.md) and more.\n").get("guides/new.html") ?? "";
    expect(page).toContain("<h1>A new guide</h1>");
    expect(page).toContain('<meta name="description" content="About scopes and more.">');
    expect(page).toContain('<a href="../guides/scopes.html">scopes</a>');
  });

  test.each([
    ["a guide that is not there", "[x](nowhere.md)", "there is nothing at nowhere.md"],
    ["an operation that is not described", "[x](op:apps/forget-token)", "there is nothing at op:apps/forget-token"],
    ["something that is not made", "<!-- everything -->", "unknown directive <!-- everything -->"],
    ["a component that is not there", "<!-- example nothing -->", "#/components/examples/nothing"],
    ["HTML", '<b onclick="x">y</b>', "HTML is not allowed"],
    ["an unknown language", "```cobol\nx\n```", "code in cobol"],
  ])("cannot have %s, and is named with what is wrong", (_, text, problem) => {
    expect(() => siteWith(`# New\n\n${text}\n`)).toThrow(`apps/docs/guides/new.md: `);
    expect(() => siteWith(`# New\n\n${text}\n`)).toThrow(problem);
  });

  test("without a title is named", () => {
    expect(() => siteWith("No title.")).toThrow("apps/docs/guides/new.md: a guide begins with a title");
  });

  test("has the table of scopes from the description", () => {
    const changed = { ...sources.description, "x-scopes": { everything: ["anything"] } };
    const page = buildSite({ ...sources, description: changed }).get("guides/scopes.html");
    expect(page).toContain("<code>everything</code>");
    expect(page).not.toContain("<code>read:gpg_key</code>");
  });
});

test("a workflow with a step that is not described is named", () => {
  const [first] = sources.workflows;
  if (!first) throw new Error("There is no workflow.");
  const text = JSON.stringify(first.document).replace("apps/check-token", "apps/forget-token");
  const workflows = [{ ...first, document: JSON.parse(text) }];
  expect(() => buildSite({ ...sources, workflows })).toThrow(`${first.file}: the step check calls apps/forget-token`);
});

describe("the changelog", () => {
  const page = (changelogs: typeof sources.changelogs) =>
    buildSite({ ...sources, changelogs }).get("guides/changelog.html");

  test("is that of the packages, each under its name", () => {
    const text = (name: string) => `# @grantbook/${name}\n\n## 1.2.3\n\n- A change of the ${name}.\n`;
    const files = ["client", "server"].map((name) => ({ file: `packages/${name}/CHANGELOG.md`, text: text(name) }));
    expect(page(files)).toMatch(
      /<h2 id="grantbookclient">@grantbook\/client .*<h3 id="123">1\.2\.3 .*the client.*<h3 id="123-1">1\.2\.3 .*the server/s,
    );
  });

  test("says so when there is none", () => {
    expect(page([])).toContain("There has been no release yet");
  });
});
