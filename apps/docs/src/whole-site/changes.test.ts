import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { newFolder } from "@grantbook/test-kit/temporary-folder";
import { describe, expect, test } from "vitest";
import { parseReport } from "../../../../scripts/review/saved-report.js";
import { readChanges } from "../changes.js";
import { Html, plainText } from "../html.js";
import { buildSite } from "../site.js";
import { pages, sources } from "./site-fixture.js";

const folder = newFolder();

/** Path of a file with this text. */
function saved(text: string): string {
  const path = join(folder, "report.json");
  writeFileSync(path, text);
  return path;
}

const place = { file: "openapi/openapi.yaml", line: 1 };
const check = "POST /applications/{client_id}/token";
const changes = [
  {
    ...place,
    rating: "major",
    rule: "field-required",
    where: `${check}, request`,
    operations: [check, "PATCH /applications/{client_id}/token"],
    what: "Properties became required: `<b>`.",
  },
  {
    ...place,
    rating: "major",
    rule: "operation-removed",
    where: "GET /gone",
    operations: ["GET /gone"],
    what: "The operation was removed.",
  },
  {
    ...place,
    rating: "minor",
    rule: "part-added",
    where: "GET /user",
    operations: ["GET /user"],
    what: "The operation was added.",
  },
  {
    ...place,
    rating: "patch",
    rule: "wording-changed",
    where: "info",
    operations: [],
    what: "`title` changed.",
  },
];
const report = JSON.stringify({ base: "0123", changes });

describe("the docs of a review", () => {
  // The report that is marked has the form that the review saves.
  parseReport(report);
  const marked = buildSite({ ...sources, changes: readChanges(saved(report)) });
  const page = (path: string) => marked.get(path) ?? "";
  const section = (path: string, id: string) =>
    page(path).split(`<section id="${id}">`)[1]?.split("</section>")[0] ?? "";
  const textOf = (markup: string) => plainText(new Html(markup));

  test("have a page with every change, its operations, and the rule of its rating", () => {
    const [, list = ""] = page("changes.html").split('<ul class="changes">');
    const items = (list.split("</ul>")[0] ?? "").split("</li>").map((item) => textOf(item));
    expect(items.slice(0, 4)).toEqual([
      "major POST /applications/{client_id}/token , PATCH /applications/{client_id}/token request: Properties became required: <b> .",
      "major GET /gone The operation was removed.",
      "minor GET /user The operation was added.",
      "patch info title changed.",
    ]);
    expect(list).toContain('href="guides/ratings.html#field-required"');
    expect(list).toContain('href="index.html#apps/check-token"');
    expect(page("changes.html")).toContain("2 major, 1 minor, 1 patch.");
  });

  test.each([
    { path: "index.html", root: "" },
    { path: "operations/apps/check-token.html", root: "../../" },
  ])("say on $path what changes of an operation", ({ path, root }) => {
    const own = section(path, "apps/check-token");
    expect(textOf(own)).toContain("Changed · all proposed changes major request: Properties became required: <b> .");
    expect(own).toContain(`href="${root}changes.html"`);
    expect(own).toContain(`href="${root}guides/ratings.html#field-required"`);
  });

  test("tell an operation that is new from one that changes, and leave the others as they are", () => {
    expect(textOf(section("index.html", "users/get-authenticated"))).toContain("New · all proposed changes minor");
    expect(section("index.html", "apps/delete-token")).toMatch(/^(?!.*proposed).*Delete an app token/s);
  });

  test("mark operations in the lists of the reference with their gravest rating", () => {
    const marks = page("index.html")
      .split("<li>")
      .map((item) => /^<a href="#([^"]*)">.*<span class="rating rating-\w+">(\w+)</.exec(item))
      .filter((mark) => mark !== null);
    expect(marks.map(([, id, rating]) => `${id} ${rating}`).sort()).toEqual([
      "apps/check-token major",
      "apps/reset-token major",
      "users/get-authenticated minor",
    ]);
  });

  test("begin the menu of every page with the changes", () => {
    for (const path of pages) {
      expect(page(path)).toMatch(/<h2>Guides<\/h2>\n<ul><li><a href="(\.\.\/)*changes\.html">Proposed changes/);
    }
  });
});

test("docs that are not of a review have no such page", () => {
  expect(pages).not.toContain("changes.html");
});
