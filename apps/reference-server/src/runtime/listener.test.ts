import { restoreRuntimeClasses } from "@grantbook/test-kit/runtime-classes";
import { afterAll, afterEach, expect, test } from "vitest";
import { parseArguments } from "../options/option.js";
import { serveOptions } from "../options/serve-options.js";
import { Listener } from "./listener.js";

afterAll(restoreRuntimeClasses);

let listener: Listener | undefined;
afterEach(() => listener?.stop(0, 0));

/** A listener with flags, and its address. It answers with the path and query of each request. */
async function start(...flags: string[]): Promise<string> {
  const settings = parseArguments(serveOptions, ["--port", "0", ...flags], {}).values;
  listener = new Listener({
    settings,
    handler: async ({ url }) => new Response(new URL(url).pathname + new URL(url).search),
    onRefused: () => undefined,
    onError: () => undefined,
  });
  return listener.listen(settings);
}

test("a request may take as long as its headers may, whatever the time-out for the whole", async () => {
  // Node refuses a time-out for headers that is longer than that for the request.
  const address = await start("--headers-timeout", "60", "--request-timeout", "5");
  expect(await (await fetch(`${address}/a?b=1`)).text()).toBe("/a?b=1");
});

test("a listener without requests stops at once", async () => {
  const address = await start();
  await listener?.stop(0, 60_000);
  await expect(fetch(address)).rejects.toThrow("fetch failed");
});
