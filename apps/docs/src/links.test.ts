import { expect, test } from "vitest";
import { guideLink, guideTargets } from "./guide-links.js";
import { link, operationLink } from "./links.js";
import { guide, small } from "./small-description-fixture.js";

test.each([
  ["index.html", "guides/a.html", "guides/a.html"],
  ["guides/a.html", "guides/b.html#c", "../guides/b.html#c"],
  ["operations/apps/check.html", "index.html", "../../index.html"],
  ["guides/a.html", "guides/a.html#c", "#c"],
  ["guides/a.html", "guides/a.html", "../guides/a.html"],
])("from %s to %s leads %s", (from, to, href) => {
  expect(link(from, to)).toBe(href);
});

test("an operation is a part of the reference", () => {
  expect(operationLink("guides/a.html", "apps/check-token")).toBe("../index.html#apps/check-token");
});

const workflow = { path: "workflows/run.html", sources: ["openapi/workflows/run.arazzo.yaml"] };
const targets = () => guideTargets(small, [guide("scopes")], [workflow as never]);

test.each([
  ["op:apps/check-token", "../index.html#apps/check-token"],
  ["schema:user", "../index.html#schema/user"],
  ["scopes.md", "../guides/scopes.html"],
  ["scopes.md#all", "../guides/scopes.html#all"],
  ["./scopes.md", "../guides/scopes.html"],
  ["../../apps/docs/guides/scopes.md", "../guides/scopes.html"],
  ["../../openapi/workflows/run.arazzo.yaml", "../workflows/run.html"],
  ["https://a.example/x.md#y", "https://a.example/x.md#y"],
  ["http://a.example", "http://a.example"],
  ["mailto:a@b.example", "mailto:a@b.example"],
  ["#here", "#here"],
  ["../../LICENSE", undefined],
])("a guide links to %s as %s", (target, href) => {
  expect(guideLink(targets(), "guides/a.html", target)).toBe(href);
});

test.each(["nowhere.md", "op:apps/none", "schema:none", "x#here", "./LICENSE", "a/../scopes.md", "xhttps://a.example"])(
  "%s is nowhere",
  (target) => {
    expect(() => guideLink(targets(), "guides/a.html", target)).toThrow(`there is nothing at ${target}`);
  },
);
