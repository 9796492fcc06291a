// The second baseline: the framework and its adapter, with the same request and the same JSON.
import { createAdaptorServer } from "@hono/node-server";
import { Hono } from "hono";
import { answer } from "./answer.js";
import { report } from "./report.js";

const app = new Hono();
app.all("*", async (context) => {
  const text = await context.req.text();
  if (text !== "") JSON.parse(text);
  return context.json(answer);
});

report(/** @type {import("node:http").Server} */ (createAdaptorServer({ fetch: app.fetch })));
