import { describe, expect, test } from "vitest";
import { html } from "./html.js";
import { block, inline, renderGuide, slug } from "./markdown.js";
import { guide } from "./small-description-fixture.js";

const context = {
  directive: (name: string) => html`[${name}]`,
  href: (target: string) => (target.startsWith("LICENSE") ? undefined : `to/${target}`),
};
const render = (text: string) => renderGuide(guide("new", text), context);

test("a text of the description is rendered as blocks, or within a sentence", () => {
  expect(block("A *b*.\n\n- c").text).toBe("<p>A <em>b</em>.</p>\n<ul>\n<li>c</li>\n</ul>\n");
  expect(inline("  A `b`.\n").text).toBe("A <code>b</code>.");
});

describe("a guide", () => {
  test("has headings with anchors that are its own, and an outline of them", () => {
    const { content, outline } = render("## The `a` *b*\n\n### The a b\n\n#### The a b\n");
    const permalink = (id: string, title: string) =>
      `<a class="permalink" href="#${id}" aria-label="Link to ${title}">#</a>`;
    expect(content.text).toBe(
      `<h2 id="the-a-b">The <code>a</code> <em>b</em> ${permalink("the-a-b", "The `a` *b*")}</h2>
<h3 id="the-a-b-1">The a b ${permalink("the-a-b-1", "The a b")}</h3>
<h4 id="the-a-b-2">The a b ${permalink("the-a-b-2", "The a b")}</h4>
`,
    );
    expect(outline).toEqual([
      { id: "the-a-b", title: "The a b", level: 2 },
      { id: "the-a-b-1", title: "The a b", level: 3 },
      { id: "the-a-b-2", title: "The a b", level: 4 },
    ]);
  });

  test("has code with the status of its response", () => {
    const figure = (code: string, caption = "") =>
      `<figure class="code"><pre tabindex="0"><code>${code}</code></pre>${caption}</figure>`;
    expect(render("```\n<a>\n```").content.text).toBe(figure("&lt;a&gt;"));
    expect(render("```json 404\n1\n```").content.text).toBe(
      figure('<span class="value">1</span>', '<figcaption>Response: <span class="status-4">404</span></figcaption>'),
    );
  });

  test("has links where they lead somewhere, and the names of other files", () => {
    expect(render('[*a*](b"c) [d](LICENSE"x)').content.text).toBe(
      '<p><a href="to/b%22c"><em>a</em></a> <span class="file" title="LICENSE%22x">d</span></p>\n'.replaceAll(
        "%22",
        "&quot;",
      ),
    );
  });

  test("has tables with headings of their columns", () => {
    expect(render("| A | *B* |\n| --- | --- |\n| `c` | d |\n| e | f |").content.text).toBe(
      '<table><thead><tr><th scope="col">A</th><th scope="col"><em>B</em></th></tr></thead><tbody><tr><td><code>c</code></td><td>d</td></tr><tr><td>e</td><td>f</td></tr></tbody></table>\n',
    );
  });

  test("has what its directives render", () => {
    expect(render("<!-- scopes a b -->\n\nText <!--x--> here.").content.text).toBe(
      "[scopes a b]<p>Text [x] here.</p>\n",
    );
  });

  test.each([
    ["```cobol\nx\n```", "code in cobol cannot be highlighted; see src/code.ts"],
    ["<b>x</b>", "HTML is not allowed: <b>"],
    ["x <i>y", "HTML is not allowed: <i>"],
    ["<!-- a --> <b>", "HTML is not allowed: <!-- a --> <b>"],
    ["<p> <!-- a -->", "HTML is not allowed: <p> <!-- a -->"],
    ["![x](a.png)", "pictures are not allowed: a.png"],
  ])("with %j is named with the problem", (text, problem) => {
    expect(() => render(text)).toThrow(new Error(`apps/docs/guides/new.md: ${problem}`));
  });
});

test.each([
  ["Two words", "two-words"],
  ["What is `ETag`, really?", "what-is-etag-really"],
  ["A  b\tc", "a--b-c"],
  [" x_y-z 2 ", "x_y-z-2"],
  ["Größe: 5 €", "größe-5"],
])("the anchor of %j is %j", (title, anchor) => {
  expect(slug(title)).toBe(anchor);
});
