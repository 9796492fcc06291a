import { type OperationId, operationTable } from "@grantbook/contract";
import { runCount, seed } from "@grantbook/test-kit/random";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { baseUrl, clientFor, ids, parameterNames } from "./contract.js";

/** Text that can be in a path: not empty, and no dots that lead elsewhere. */
const segment = fc
  .oneof(
    fc.string({ unit: "grapheme", minLength: 1 }),
    fc.constantFrom(
      "a/../b?c#d%",
      "%2f",
      "%",
      "..%2f..",
      "//evil.example/",
      "{client_id}",
      "$&",
      "é😀",
      " ",
      "...",
      "a\0b",
    ),
    fc.string({ unit: "binary", minLength: 1 }),
  )
  .filter((text) => text.isWellFormed() && !["", ".", ".."].includes(text));
const text = fc.oneof(fc.string({ unit: "grapheme" }), fc.constantFrom("a&b=c", "a+b c", "%26", "é😀", "#?/", ""));
const value = fc.oneof(text, fc.integer(), fc.array(text), fc.constant(null));
const number = fc.integer({ min: 1, max: 1000 });

/** The parts of a request, each with some of the values that its operation can have there. */
function partsOf(id: OperationId) {
  const { path, query, body } = parameterNames(id);
  const all = <T>(names: readonly string[], arbitrary: fc.Arbitrary<T>, requiredKeys: readonly string[]) =>
    fc.record(Object.fromEntries(names.map((name) => [name, arbitrary])), { requiredKeys: [...requiredKeys] });
  return fc.record({
    path: all(path, fc.oneof(segment, number), path),
    query: all(query, fc.oneof(text, number), []),
    // The name of what is in the path is not sent again.
    body: all(
      body.filter((name) => !path.includes(name)),
      value,
      [],
    ),
  });
}

/** Request as the server received it: the segments of the path, the query and the body. */
async function received(request: Request) {
  const { origin, pathname, searchParams, hash } = new URL(request.url);
  const prefix = new URL(baseUrl);
  expect([origin, pathname.startsWith(`${prefix.pathname}/`), hash]).toEqual([prefix.origin, true, ""]);
  return {
    method: request.method,
    segments: pathname.slice(prefix.pathname.length).split("/").map(decodeURIComponent),
    query: Object.fromEntries(searchParams),
    type: request.headers.get("content-type"),
    text: await request.text(),
  };
}

/** Sends requests of an operation, and compares what comes with what was sent. */
async function expectWhole(
  id: OperationId,
  send: (
    parts: { path: object; query: object; body: object },
    fetch: (request: Request) => Promise<Response>,
  ) => Promise<unknown>,
) {
  const { method, path } = operationTable[id];
  await fc.assert(
    fc.asyncProperty(partsOf(id), async (parts) => {
      let found: Awaited<ReturnType<typeof received>> | undefined;
      await send(parts, async (request) => {
        found = await received(request);
        const status = Math.min(...operationTable[id].statuses);
        return new Response(status === 204 ? null : "{}", { status, headers: { "content-type": "application/json" } });
      });
      const values = parts.path as Record<string, unknown>;
      const segments = path.split("/").map((part) => part.replace(/^\{(\w+)\}$/, (_, name) => String(values[name])));
      const query = Object.fromEntries(Object.entries(parts.query).map(([name, value]) => [name, String(value)]));
      const hasBody = Object.keys(parts.body).length > 0;
      expect(found).toEqual({
        method,
        segments,
        query,
        type: hasBody ? "application/json" : null,
        text: hasBody ? JSON.stringify(parts.body) : "",
      });
    }),
    { seed, numRuns: runCount(25) },
  );
}

describe("what is sent", () => {
  test.each(ids)("of one object comes as path, query and body, for %s", async (id) => {
    const [resource = "", method = ""] = operationTable[id].clientMethod.split(".");
    await expectWhole(id, ({ path, query, body }, fetch) =>
      Promise.resolve(clientFor(id, fetch)[resource]?.[method]?.({ ...body, ...path, ...query })),
    );
  });

  test.each(ids)("part by part comes as it is, for %s", async (id) => {
    await expectWhole(id, ({ path, query, body }, fetch) =>
      clientFor(id, fetch).call(id, { path, query, ...(Object.keys(body).length > 0 ? { body } : {}) }),
    );
  });

  test("of a GET is never a body, and of anything else never a query", () => {
    for (const id of ids) {
      const { query, body } = parameterNames(id);
      expect(operationTable[id].method === "GET" ? body : query).toEqual([]);
    }
  });

  test.each(["\ud800", "a\udc00b"])("is nothing when half of a character is in the path: %j", async (half) => {
    const requests: Request[] = [];
    const client = clientFor("apps/check-token", async (request) => {
      requests.push(request);
      return new Response("{}");
    });
    const check = client.tokens?.check?.({ client_id: half, access_token: half });
    await expect(check).rejects.toMatchObject({ name: "ClientError", code: "invalid-request" });
    expect(requests).toEqual([]);
  });

  test("leaves out what has no value", async () => {
    const sent: string[] = [];
    const client = clientFor("oauth-authorizations/list-grants", async (request) => {
      sent.push(`${new URL(request.url).search} ${await request.text()}`);
      return new Response("[]", {
        status: request.method === "POST" ? 201 : 200,
        headers: { "content-type": "application/json" },
      });
    });
    await client.grants?.list?.({ page: undefined, per_page: 2 });
    await client.authorizations?.create?.({ note: "n", scopes: undefined });
    expect(sent).toEqual(["?per_page=2 ", ' {"note":"n"}']);
  });
});
