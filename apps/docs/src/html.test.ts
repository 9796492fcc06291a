import { expect, test } from "vitest";
import { escapeHtml, Html, html, joined, permalink, plainText } from "./html.js";

test("text is escaped, also within quotes", () => {
  expect(escapeHtml(`<a href="x">&'&amp;</a>`)).toBe("&lt;a href=&quot;x&quot;&gt;&amp;'&amp;amp;&lt;/a&gt;");
});

test("a template escapes what is no HTML, and leaves out what is not there", () => {
  expect(
    `${html`<p>${"<"}|${html`<b>`}|${7}|${0}|${""}|${undefined}|${false}|${["&", html`<i>`, [1, false]]}</p>`}`,
  ).toBe("<p>&lt;|<b>|7|0||||&amp;<i>1</p>");
});

test("contents are joined with a separator, which is HTML", () => {
  expect(joined(["<", html`<b>`, undefined, 1], "<br>").text).toBe("&lt;<br><b><br><br>1");
});

test("a permalink names its title", () => {
  expect(permalink("a", 'The "A"').text).toBe(
    '<a class="permalink" href="#a" aria-label="Link to The &quot;A&quot;">#</a>',
  );
});

test("plain text has neither markup nor escapes", () => {
  const markup = "\n<p>a<wbr>b<b>c</b></p>  &lt;d&gt; &quot;e&quot; &#39;f&#39; &amp;lt; <br>\n<wbr>g<wbr>\t";
  expect(plainText(new Html(markup))).toBe("ab c <d> \"e\" 'f' &lt; g");
});
