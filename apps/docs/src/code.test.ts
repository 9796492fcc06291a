import { expect, test } from "vitest";
import { codeBlock, isLanguage, jsonBlock, sampleBlock, statusBadge, variableEnd, variableStart } from "./code.js";

const start = '<figure class="code"><pre tabindex="0"><code>';
const end = "</code></pre></figure>";

test.each(["sh", "go", "http", "js", "json", "py", "rb", "ts", "yaml", "text"])("%s can be shown", (name) => {
  expect(isLanguage(name)).toBe(true);
});

test("other languages cannot be shown", () => {
  for (const name of ["cobol", "constructor", ""]) expect(isLanguage(name)).toBe(false);
});

test("code has colours for what a style sheet colours, and quotes as they are", () => {
  expect(codeBlock("const a: string = \"<b>\" + 'c' + 1; // done\n\n", "ts").text).toBe(
    `${start}<span class="word">const</span> <span class="name">a</span>: <span class="word">string</span> = <span class="text">"&lt;b&gt;"</span> + <span class="text">'c'</span> + <span class="value">1</span>; <span class="comment">// done</span>${end}`,
  );
  // The name of a function has no colour, what is within it has.
  expect(codeBlock(`function f(a) { return \`x\${b}\`; }`, "js").text).toBe(
    `${start}<span class="word">function</span> f(a) { <span class="word">return</span> <span class="text">\`x<span class="name">\${b}</span>\`</span>; }${end}`,
  );
});

test("text stays as it is", () => {
  expect(codeBlock("const a = <b>;  \n", "text").text).toBe(`${start}const a = &lt;b&gt;;${end}`);
});

test("code that gets an error says which", () => {
  expect(codeBlock("x", "text", "422").text).toBe(
    '<figure class="code"><pre tabindex="0"><code>x</code></pre><figcaption>Response: <span class="status-4">422</span></figcaption></figure>',
  );
});

test("a value is shown as JSON with two spaces", () => {
  expect(jsonBlock({ a: null }).text).toBe(
    `${start}{\n  <span class="name">"a"</span>: <span class="value"><span class="word">null</span></span>\n}${end}`,
  );
});

test("a badge has the class of its status", () => {
  expect(statusBadge("304").text).toBe('<span class="status-3">304</span>');
});

test("the variables of a sample are marked with their names, in order, as text alone", () => {
  const variable = (value: string) => variableStart + value + variableEnd;
  const code = `A=${variable("$x")}\nB=${variable("'y z'")}\nC=${variable("")}`;
  expect(sampleBlock(code, "sh", ["op a", '"b"']).text).toBe(
    `${start}A=<data value="op a">$x</data>\nB=<data value="&quot;b&quot;">'y z'</data>\nC=<data value=""></data>${end}`,
  );
});
