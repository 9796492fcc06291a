// Swagger UI in a browser: shows every operation of the served description, and sends requests to the server.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { launchBrowser } from "../../../../scripts/browser.js";
import { check, settings } from "../../../src/programs/check.js";
import { applicationToken } from "../../../src/programs/user-calls.js";
import { folderOf } from "../packages.js";
import { addressOf, descriptions, operationsOf } from "./descriptions.js";

const files = {
  "/swagger-ui.css": "text/css; charset=utf-8",
  "/swagger-ui-bundle.js": "text/javascript; charset=utf-8",
};
const host = createServer((request, response) => {
  const { pathname } = new URL(request.url, "http://localhost");
  const type = files[pathname];
  response.setHeader("content-type", type ?? "text/html; charset=utf-8");
  response.end(type ? readFileSync(join(folderOf("swagger-ui-dist"), pathname)) : page);
});
const page = `<!doctype html><link rel="icon" href="data:,"><link rel="stylesheet" href="swagger-ui.css">
<div id="ui"></div><script src="swagger-ui-bundle.js"></script><script>
const url = new URLSearchParams(location.search).get("url");
ui = SwaggerUIBundle({ url, dom_id: "#ui", validatorUrl: null, deepLinking: true, docExpansion: "list", syntaxHighlight: false });
</script>`;
await new Promise((resolve) => host.listen(0, "127.0.0.1", resolve));

const browser = await launchBrowser();
const context = await browser.newContext({ ignoreHTTPSErrors: true });
const tab = await context.newPage();
const problems = [];
tab.on("pageerror", ({ message }) => problems.push(message));
tab.on("console", (message) => ["error", "warning"].includes(message.type()) && problems.push(message.text()));

for (const { name, description } of descriptions.toReversed()) {
  const expected = operationsOf(description).map(({ method, path }) => `${method} ${path}`);
  await check(name, "every operation is listed and opens, and the console has no error", async () => {
    await tab.goto(`http://127.0.0.1:${host.address().port}/?url=${encodeURIComponent(addressOf(name))}`);
    await tab
      .locator(".opblock")
      .nth(expected.length - 1)
      .waitFor();
    const shown = [];
    for (const block of await tab.locator(".opblock").all()) {
      const method = await block.locator(".opblock-summary-method").textContent();
      shown.push(`${method} ${await block.locator("[data-path]").getAttribute("data-path")}`);
      await toggle(block);
      await block.locator(".responses-wrapper .response").first().waitFor({ state: "attached" });
      // Closed again, because Swagger UI renders all open ones each time.
      await toggle(block);
    }
    assert.deepEqual(shown.sort(), expected.sort());
    assert.deepEqual(await tab.locator(".errors-wrapper").allTextContents(), []);
    assert.deepEqual(problems, []);
  });
}

// The tab shows the API now.
const { clientId, clientSecret, login, password } = settings;
const token = await applicationToken(["repo"]);
await tab.evaluate(
  ([name, secret, id, idSecret]) => {
    ui.preauthorizeBasic("user", name, secret);
    ui.preauthorizeBasic("application", id, idSecret);
  },
  [login, password, clientId, clientSecret],
);
await check("oauth-authorizations/list-authorizations", "200 for Try it out without a change", async () => {
  const { status, body } = await tryOut("GET", "/authorizations", {});
  assert.equal(status, 200, body);
  assert.ok(body.includes('"hashed_token"'), body);
});
await check("apps/check-token", "200 for Try it out with a token", async () => {
  const values = { client_id: clientId, body: JSON.stringify({ access_token: token }) };
  const { status, body } = await tryOut("POST", "/applications/{client_id}/token", values);
  assert.equal(status, 200, body);
});

await browser.close();
host.close();

/** Opens an operation, or closes it. */
function toggle(block) {
  return block.locator(".opblock-summary-control").dispatchEvent("click");
}

/** Sends the request of a closed operation, with the prepared values except for some. */
async function tryOut(method, path, { body, ...parameters }) {
  const name = tab.locator(".opblock-summary-method").getByText(method, { exact: true });
  const block = tab.locator(`.opblock:has([data-path="${path}"])`).filter({ has: name });
  await toggle(block);
  await block.locator(".try-out__btn").click();
  for (const [name, value] of Object.entries(parameters)) {
    await block.locator(`tr[data-param-name="${name}"] input`).fill(value);
  }
  if (body) await block.locator("textarea.body-param__text").fill(body);
  await block.locator(".execute").click();
  const live = block.locator(".live-responses-table .response").first();
  await live.waitFor();
  return {
    status: Number((await live.locator(".response-col_status").textContent()).trim().slice(0, 3)),
    body: await live.locator(".response-col_description").textContent(),
  };
}
