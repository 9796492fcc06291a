import { readFileSync } from "node:fs";
import { type Engine, engines } from "@grantbook/test-kit/engines";
import { createFlows, type TestFlows, webApp } from "@grantbook/test-kit/flow-fixture";
import type { TestBrowser } from "@grantbook/test-kit/test-browser";
import { afterAll, beforeAll, expect, test } from "vitest";
import { settingsPages } from "./routes.js";

const guide = readFileSync(new URL("../../../../../apps/docs/guides/end-to-end-tests.md", import.meta.url), "utf8");
const rows = [...guide.matchAll(/^\|(.*)\|$/gm)].map(([, row = ""]) => row.split("|").map((cell) => cell.trim()));
const sorted = (values: Iterable<string>) => [...values].sort();

let flows: TestFlows;
let browser: TestBrowser;
beforeAll(async () => {
  flows = await createFlows(engines[0] as Engine);
  await flows.signedIn("hubot");
  flows.domain.move(60);
  browser = await flows.signedIn("hubot");
});
afterAll(() => flows.close());

test("the guide to end-to-end tests names the fields and forms of every page of the settings", async () => {
  const paths = settingsPages.flatMap(([method, path]) => (method === "GET" && path !== "/settings" ? [path] : []));
  await flows.code(browser, { scope: "gist" });
  await browser.open("/settings/applications/new");
  const own = await browser.submit("oauth_application[name]", {
    "oauth_application[name]": "Mine",
    "oauth_application[url]": "https://mine.example/",
    "oauth_application[callback_url]": "https://mine.example/callback",
  });
  const found: string[] = [];
  // The pages with an identifier come last: their token and application are there by then.
  const ownId = own.location.split("/").at(-1) ?? "";
  found.push(...(await linesOf("/settings/applications/:id", ownId)));
  await browser.open("/settings/tokens/new");
  await browser.submit("note", { note: "ci", expiration: "30" });
  found.push(...(await linesOf("/settings/tokens")));
  const [, tokenId = ""] = / href="\/settings\/tokens\/(\d+)"/.exec(browser.page?.text ?? "") ?? [];
  await browser.open("/settings/auth/recovery-codes");
  await browser.submit("authenticity_token");
  found.push(...(await linesOf("/settings/auth/recovery-codes")));
  const seen = ["/settings/applications/:id", "/settings/tokens", "/settings/auth/recovery-codes"];
  for (const path of paths.filter((each) => !seen.includes(each))) found.push(...(await linesOf(path, tokenId)));
  expect(sorted(found)).toEqual(sorted(linesOfGuide()));
});

test.each([
  ["/login", async () => flows.browser()],
  ["/login/oauth/authorize", async () => flows.signedIn("octocat"), () => flows.authorizePath({ scope: "repo" })],
  ["/login/device", async () => browser],
  ["/logout", async () => browser],
  ["/sessions/two-factor/app", withPassword],
  ["/sessions/two-factor/recovery", withPassword],
  ["/sessions/sudo", withOldPassword],
] as const)("the guide to end-to-end tests names the fields of %s", async (path, open, address = () => path) => {
  const row = rows.find(([, cell]) => cell === `\`${path}\``) ?? [];
  const { status, text } = await (await open()).open(address());
  expect([status, sorted(idsOf(mainOf(text)))]).toEqual([200, sorted(idsIn(`${row[2]} ${row[3]}`))]);
});

/** Browser in which hubot has given the password, and no code yet. */
async function withPassword(): Promise<TestBrowser> {
  const other = flows.browser();
  await other.open("/login");
  await other.submit("login", { login: "hubot", password: "battery staple" });
  return other;
}

/** Browser whose user gave the password long ago. */
async function withOldPassword(): Promise<TestBrowser> {
  const other = await flows.signedIn();
  flows.domain.move(3 * 3600);
  return other;
}

/** Describes the forms of a page, and what has an id outside of them, each in a line. */
async function linesOf(path: string, id = ""): Promise<string[]> {
  const { status, text } = await browser.open(path.replace(":client_id", webApp.clientId).replace(":id", id));
  expect([path, status]).toEqual([path, 200]);
  const line = (form: string, html: string) =>
    [template(path), form, sorted(idsOf(html)).join(" "), textsOf(html).join(", ")].join(" | ");
  const main = mainOf(text);
  const pattern = /(?:<summary>[^<]*<\/summary>)?<form\b[^>]* action="([^"]*)".*?<\/form>/gs;
  const forms = [...main.matchAll(pattern)].map(([html, action = ""]) => {
    for (const [, field, name] of html.matchAll(/<(?:input|select|textarea)\b[^>]*? id="([^"]*)" name="([^"]*)"/g)) {
      expect(name).toMatch(nameOf(field));
    }
    return line(template(action), html);
  });
  const rest = idsOf(main.replaceAll(pattern, ""));
  const isEmpty = rest.size === 0 && forms.length > 0;
  return [...new Set(isEmpty ? forms : [`${template(path)} |  | ${sorted(rest).join(" ")} | `, ...forms])];
}

function linesOfGuide(): string[] {
  let page = "";
  return rows.flatMap(([first = "", form = "", ids = "", buttons = ""]) => {
    if (first !== "") page = first;
    if (!page.startsWith("`/settings")) return [];
    return [`${page} | ${form} | ${sorted(idsIn(ids)).join(" ")} | ${buttons}`.replaceAll("`", "")];
  });
}

/** Name of the field with an id, as the guide says it. */
function nameOf(id = ""): RegExp {
  if (id.startsWith("scope-")) return /^scopes\[[a-z_:]+\]$/;
  return new RegExp(`^${id.replace(/^oauth_application_(.*)$/, "oauth_application\\[$1\\]")}$`);
}

/** Path with the parameters that it stands for. */
function template(path: string): string {
  return path
    .replace(/:client_id|0123456789abcdef0123/, "{client_id}")
    .replace(/\/(?::id|\d+)/, "/{id}")
    .replace(/\/\d+/, "/{secret_id}");
}

/** Gives all ids but those of hints, with the scopes as the one that the guide names. */
function idsOf(html: string): Set<string> {
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id = ""]) => id);
  return new Set(ids.filter((id) => !id.endsWith("_hint")).map((id) => id.replace(/^scope-.*/, "scope-repo")));
}

function idsIn(cell: string): Set<string> {
  return new Set([...cell.matchAll(/`#([^`]+)`/g)].map(([, id = ""]) => id));
}

function mainOf(html: string): string {
  return /<main[^>]*>(.*)<\/main>/s.exec(html)?.[1] ?? "";
}

/** Texts of the summary and the buttons. */
function textsOf(html: string): string[] {
  return [...html.matchAll(/<(?:summary|button)[^>]*>([^<]*)</g)].map(([, text = ""]) => text);
}
