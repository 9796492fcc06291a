import { describe, expect, test } from "vitest";
import { serveStartPage } from "./start-page.js";

const serve = (path: string, accept = "text/html,*/*", method = "GET", hasSwitches = true) =>
  serveStartPage(new Request(`http://hub.example${path}`, { method, headers: { accept } }), hasSwitches);
const linksIn = (text = "") => [...text.matchAll(/<a href="([^"]*)"/g)].map(([, href]) => href);

describe("a browser", () => {
  test("gets links to the docs, the sign-in, the settings, the health and the test helpers", async () => {
    const response = serve("/");
    expect([response?.status, response?.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
    expect(linksIn(await response?.text())).toEqual([
      "docs/",
      "login",
      "settings/applications",
      "ready",
      "_grantbook/",
    ]);
  });

  test("gets no link to test helpers that are off", async () => {
    const response = serve("/", "text/html", "GET", false);
    expect(linksIn(await response?.text())).toEqual(["docs/", "login", "settings/applications", "ready"]);
  });

  test.each(["user_session=a", "b=c; __Host-user_session=a"])(
    "with a session gets the page of its user: %s",
    (cookie) => {
      const headers = { accept: "text/html", cookie };
      expect(serveStartPage(new Request("http://hub.example/", { headers }), true)).toBeUndefined();
    },
  );

  test("is sent to the icon", () => {
    const response = serve("/favicon.ico", "image/*");
    expect([response?.status, response?.headers.get("location")]).toEqual([302, "docs/assets/icon.svg"]);
  });
});

test.each([
  ["/", "application/json", "GET"],
  ["/", "*/*", "GET"],
  ["/", "text/html", "POST"],
  ["/api/v3", "text/html", "GET"],
])("%s for %s with %s is left to the API", (path, accept, method) => {
  expect(serve(path, accept, method)).toBeUndefined();
});
