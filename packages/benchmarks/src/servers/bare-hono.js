// Second baseline: Hono and its Node adapter, with the same request and the same JSON.
import { createAdaptorServer } from "@hono/node-server";
import { Hono } from "hono";
import { report } from "./report.js";
import { response } from "./response.js";

const app = new Hono();
app.all("*", async (context) => {
  const text = await context.req.text();
  if (text !== "") JSON.parse(text);
  return context.json(response);
});

report(/** @type {import("node:http").Server} */ (createAdaptorServer({ fetch: app.fetch })));
