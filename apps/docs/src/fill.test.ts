import { expect, test } from "vitest";
import { fillPage } from "./fill.js";

const live = { origin: "https://hub.example", api: "../api/v3", values: new Map([["a/b", { token: "gho_1", id: 7 }]]) };
const filled = (html: string, values = live.values) => fillPage(html, { ...live, values });

test("a page has the address of its server, and where its API is", () => {
  expect(filled('<body class="x"><code>http://127.0.0.1:3000/api/v3</code> http://127.0.0.1:3000</body>')).toBe(
    '<body data-api="../api/v3" class="x"><code>https://hub.example/api/v3</code> https://hub.example</body>',
  );
});

test("a variable has the value of its operation, or stays as it was written", () => {
  expect(filled('"<data value="a/b token">old</data>" <data value="a/b id">1</data>')).toBe(
    '"<data value="a/b token">gho_1</data>" <data value="a/b id">7</data>',
  );
  for (const name of ["a/c token", "a/b other"]) {
    expect(filled(`<data value="${name}">old</data>`)).toBe(`<data value="${name}">old</data>`);
  }
});

test("a value that would need quotes or markup is left out", () => {
  for (const token of ["", "a b", "'", '"', "<b>", "$(id)", "`id`", "\\", "a\nb"]) {
    expect(filled('<data value="a/b token">old</data>', new Map([["a/b", { token, id: 1 }]]))).toContain(">old<");
  }
});

test("an address is written as it is, whatever it has in it", () => {
  const page = '<body class="x">http://127.0.0.1:3000/docs';
  expect(fillPage(page, { ...live, origin: "https://a$&b.example", api: "../$'/a&b/v3" })).toBe(
    `<body data-api="../$'/a&amp;b/v3" class="x">https://a$&b.example/docs`,
  );
});
