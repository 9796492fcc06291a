import { expect, test } from "vitest";
import { clients } from "../../../../interop/src/clients.js";
import { tools } from "../../../../interop/tools/src/tools.js";
import { file, sources } from "./site-fixture.js";

interface ClientResult {
  readonly id: string;
  readonly kind: string;
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

test("the result has every client and every tool, in the order of the run", () => {
  const of = (all: readonly { readonly id: string; readonly kind: string }[]) => all.map(({ id, kind }) => [kind, id]);
  expect(of(results)).toEqual(of([...clients, ...tools]));
  expect(new Set(results.map(({ kind }) => kind))).toEqual(new Set(["client", "tool"]));
});

test("the page has every client and tool of the result with the number of its checks, in a table of its kind", () => {
  const [clientTable = "", toolTable = ""] = page.match(/<table>.*?<\/table>/gs) ?? [];
  for (const { kind, name } of results) {
    expect([textOf(clientTable).includes(name), textOf(toolTable).includes(name)]).toEqual([
      kind === "client",
      kind === "tool",
    ]);
  }
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
