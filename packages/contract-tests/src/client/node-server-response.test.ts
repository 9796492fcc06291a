import { createClient } from "@grantbook/client";
import { cache, memoryCache } from "@grantbook/client/middleware";
import type { paths } from "@grantbook/contract";
import { restoreRuntimeClasses } from "@grantbook/test-kit/runtime-classes";
import { octocat } from "@grantbook/test-kit/test-server";
import { getRequestListener } from "@hono/node-server";
import createFetchClient from "openapi-fetch";
import { afterAll, beforeAll, expect, test } from "vitest";

// A process that serves with it has its Response, which is read-only, and whose copies are the runtime's.
const { Response: RuntimeResponse } = globalThis;
beforeAll(() => {
  getRequestListener(() => new Response());
  expect(globalThis.Response).not.toBe(RuntimeResponse);
});
afterAll(restoreRuntimeClasses);

const baseUrl = "https://git.example/api/v3";
/** Answers as a test's `fetch` would, with an entity tag, and with 304 when asked for it. */
const fetch = async (request: Request) =>
  request.headers.get("if-none-match") === '"x"'
    ? new Response(null, { status: 304 })
    : Response.json([{ id: 7 }], { headers: { etag: '"x"' } });

test("a call reads it", async () => {
  const client = createClient({
    baseUrl,
    auth: octocat,
    fetch: (...request: Parameters<typeof globalThis.fetch>) => fetch(new Request(...request)),
  });
  expect(await client.call("oauth-authorizations/list-authorizations")).toMatchObject({ body: [{ id: 7 }] });
});

test("openapi-fetch's own client takes it from the cache", async () => {
  const client = createFetchClient<paths>({ baseUrl, fetch });
  client.use(cache(memoryCache()));
  expect((await client.GET("/authorizations")).data).toEqual([{ id: 7 }]);
  expect((await client.GET("/authorizations")).data).toEqual([{ id: 7 }]);
});
