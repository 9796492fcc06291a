// Starts Prism, and sends requests that it compares with the description.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { freePort } from "../../../../scripts/free-port.js";
import { commandOf } from "../packages.js";

/** Starts `prism` with a command and its parameters, and returns its address. It ends with this program. */
export async function startPrism(command, ...parameters) {
  const port = await freePort();
  const flags = [command, ...parameters, `--port=${port}`, "--host=127.0.0.1"];
  const child = spawn(process.execPath, [commandOf("@stoplight/prism-cli", "prism"), ...flags], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  process.once("exit", () => child.kill());
  let output = "";
  const listening = new Promise((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (text) => {
        output += text;
        if (output.includes("Prism is listening")) resolve();
      });
    }
  });
  const ended = once(child, "exit").then(([code]) => Promise.reject(new Error(`Prism ended with ${code}: ${output}`)));
  await Promise.race([listening, ended]);
  ended.catch(() => undefined);
  return { url: `http://127.0.0.1:${port}`, stop: () => child.kill() };
}

/** Sends a request through Prism, and requires the status and that Prism has nothing to object to. */
export async function send(url, { method = "GET", headers = {}, body, status }) {
  const response = await fetch(url, {
    method,
    headers: { ...headers, ...(body && { "content-type": "application/json" }) },
    body: body && JSON.stringify(body),
  });
  const text = await response.text();
  const violations = response.headers.get("sl-violations");
  assert.equal(violations, null, `${method} ${url}: ${violations}`);
  assert.equal(response.status, status, `${method} ${url}: ${text}`);
  return { headers: response.headers, body: text === "" ? undefined : JSON.parse(text) };
}
