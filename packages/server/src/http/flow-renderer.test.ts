import { contextTime, createContext } from "@grantbook/test-kit/request-context";
import { describe, expect, test } from "vitest";
import { flowRenderer } from "./flow-renderer.js";
import type { Services } from "./services.js";

const site = "https://git.example";
const services = { baseUrls: { site, api: `${site}/api/v3` }, now: () => contextTime } as Services;
const body = { access_token: "gho_1", scope: "repo,gist", expires_in: 28800 };

function render(accept: string | undefined, response: object = { status: 200, body }, ...only: ["json"?]) {
  const headers: Record<string, string> = accept === undefined ? {} : { accept };
  return flowRenderer(services, ...only)(response as { status: number }, createContext({ init: { headers } }));
}

const form = "application/x-www-form-urlencoded";

test.each([
  [undefined, form],
  ["", form],
  ["*/*", form],
  ["text/plain", form],
  [form, form],
  [`${form}, application/json`, form],
  ["application/json", "application/json"],
  ["text/json", "application/json"],
  ["APPLICATION/JSON", "application/json"],
  ["application/vnd.github.v3+json", "application/json"],
  ["text/html, application/json;q=0.9, application/xml", "application/json"],
  ["image/json", form],
  ["application/jsonp", form],
  ["application/xml", "application/xml"],
  ["text/xml", "application/xml"],
  ["APPLICATION/XML", "application/xml"],
  ["application/atom+xml, application/json", "application/xml"],
])("a client that accepts %j first gets %s", (accept, type) => {
  expect(render(accept).headers.get("content-type")).toBe(`${type}; charset=utf-8`);
});

test.each([
  [form, "access_token=gho_1&scope=repo%2Cgist&expires_in=28800"],
  ["application/json", '{"access_token":"gho_1","scope":"repo,gist","expires_in":28800}'],
  [
    "application/xml",
    '<?xml version="1.0" encoding="UTF-8"?>\n<OAuth><access_token>gho_1</access_token><scope>repo,gist</scope><expires_in>28800</expires_in></OAuth>\n',
  ],
])("%s has all fields in their order", async (accept, text) => {
  expect(await render(accept).text()).toBe(text);
});

test("no text ends an XML element", async () => {
  const response = render("text/xml", { status: 200, body: { error_description: "<a> & <b> && >" } });
  expect(await response.text()).toContain(
    "<error_description>&lt;a&gt; &amp; &lt;b&gt; &amp;&amp; &gt;</error_description>",
  );
});

describe("in JSON", () => {
  test("is an error of the server, whatever the client accepts", async () => {
    const response = render("text/xml", { status: 500, body: { message: "Server Error" } });
    expect([response.status, response.headers.get("content-type")]).toEqual([500, "application/json; charset=utf-8"]);
    expect(await response.json()).toEqual({ message: "Server Error" });
  });

  test("are endpoints that have no other format", () => {
    expect(render("text/xml", { status: 200, body }, "json").headers.get("content-type")).toMatch(/^application\/json/);
  });
});

test("every response has the server's time and a request id, and is neither stored, embedded nor sniffed", () => {
  const context = createContext();
  const own = { "Retry-After": "7" };
  const { status, headers } = flowRenderer(services)({ status: 400, headers: own, body: { error: "e" } }, context);
  expect(status).toBe(400);
  expect(Object.fromEntries(headers)).toEqual({
    "cache-control": "no-store",
    "content-security-policy": "default-src 'none'",
    "content-type": "application/x-www-form-urlencoded; charset=utf-8",
    date: "Fri, 02 Jan 2026 03:04:05 GMT",
    "referrer-policy": "no-referrer",
    "retry-after": "7",
    "strict-transport-security": "max-age=31536000; includeSubdomains",
    "x-content-type-options": "nosniff",
    "x-frame-options": "deny",
    "x-github-request-id": context.requestId,
  });
});

test("a 401 names the scheme, with the realm that it must have", () => {
  const { headers } = render(undefined, { status: 401, body: { error: "invalid_client" } });
  expect(headers.get("www-authenticate")).toBe('Basic realm="OAuth"');
});

test("a site without https asks for none", () => {
  const plain = { ...services, baseUrls: { site: "http://git.example", api: "http://git.example/api/v3" } };
  const { headers } = flowRenderer(plain)({ status: 200, body }, createContext());
  expect(headers.has("strict-transport-security")).toBe(false);
});
