import { expect, test } from "vitest";
import { clients } from "../../../interop/src/clients.js";
import { file, sources } from "./site-fixture.js";

interface ClientResult {
  readonly id: string;
  readonly name: string;
  readonly checks: readonly { readonly operation: string; readonly expected: string }[];
}

const results: readonly ClientResult[] = JSON.parse(sources.clients.text);
const page = file("guides/clients.html");
const textOf = (html: string) =>
  html
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");

test("the result has every client, in the order of the run", () => {
  expect(results.map(({ id }) => id)).toEqual(clients.map(({ id }: { readonly id: string }) => id));
});

test("the page has every client of the result with the number of its checks", () => {
  const rows = [...page.matchAll(/<tr>\s*<t[dh][^>]*>((?:(?!<tr>).)*?)<\/t[dh]>\s*<td[^>]*>(\d+)<\/td>\s*<\/tr>/gs)];
  expect(rows.map(([, name = "", count]) => [textOf(name), Number(count)])).toEqual(
    results.map(({ name, checks }) => [name, checks.length]),
  );
});

test("the page has every check of the result, and no other", () => {
  const items = [...page.matchAll(/<li>((?:(?!<li>).)*?: .*?)<\/li>/gs)].map(([, item = ""]) => textOf(item).trim());
  expect(items).toEqual(
    results.flatMap(({ checks }) => checks.map(({ operation, expected }) => `${operation}: ${expected}`)),
  );
});
