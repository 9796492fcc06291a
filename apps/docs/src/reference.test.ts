import { routes } from "@grantbook/contract";
import { description } from "@grantbook/contract/description";
import { describe, expect, test } from "vitest";
import { referencePage } from "./reference.js";

const page = referencePage(description);

describe("the reference page", () => {
  test("has every operation under its id, with a link to it", () => {
    for (const [id, { method, path }] of Object.entries(routes)) {
      expect(page).toContain(`<section id="${id}">`);
      expect(page).toContain(`<a href="#${id}">`);
      expect(page).toContain(`<code class="route">${method} ${path}</code>`);
    }
  });

  test("asks nothing of another host, and runs nothing", () => {
    expect(page).not.toMatch(/<script|<link|<img|<iframe|src=|@import|url\(|<[^>]+ on\w+=/);
  });

  test("shows what is in the description as text, whatever it is", () => {
    const [path = "", item = {}] = Object.entries(description.paths)[0] ?? [];
    const [method = "", operation] = Object.entries(item)[0] ?? [];
    const summary = '<script>alert("x")</script>';
    const changed = referencePage({
      ...description,
      paths: { [path]: { [method]: { ...operation, summary } as never } },
    });
    expect(changed).not.toContain(summary);
    expect(changed).toContain("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;");
  });
});
