import {
  baseUrl,
  clientOf,
  empty,
  gemUpdater,
  json,
  octocat,
  type Responder,
} from "@grantbook/test-kit/client-fixture";
import { describe, expect, test, vi } from "vitest";
import { memoryCache, type ResponseCache } from "./cache.js";
import { cache } from "./index.js";

/** Responds with a body and its tag, or with 304 to a matching tag. The body is made of the address and the headers. */
const tagged: Responder = ({ url, headers }) => {
  const text = `${url} ${headers.get("x-github-otp")}`;
  const etag = `W/"${btoa(text)}"`;
  if (headers.get("if-none-match") === etag) return empty(304, { etag, "x-github-request-id": "second" });
  return json(200, [{ text }], { etag, "x-github-request-id": "first" });
};

const conditions = (requests: readonly Request[]) => requests.map(({ headers }) => headers.has("if-none-match"));

describe("a kept answer", () => {
  test("is given as 200 when the server says that it is current", async () => {
    const { client, requests } = clientOf(octocat, tagged, { middleware: [cache(memoryCache())] });
    const first = await client.call("oauth-authorizations/list-grants");
    const second = await client.call("oauth-authorizations/list-grants");
    expect(second).toMatchObject({ status: 200, body: first.body });
    expect(conditions(requests)).toEqual([false, true]);
    expect(requests[1]?.headers.get("if-none-match")).toBe((first.headers as { etag?: string }).etag);
  });

  test("has its Link header: no page of a list is lost", async () => {
    const link = `<${baseUrl}/applications/grants?page=2>; rel="next"`;
    const pages: Responder = (request) => {
      const answer = tagged(request, 0) as Response;
      if (!request.url.endsWith("page=2") && answer.status === 200) answer.headers.set("link", link);
      return answer;
    };
    const { client, requests } = clientOf(octocat, pages, { middleware: [cache(memoryCache())] });
    for (let round = 0; round < 2; round += 1) {
      const numbers: number[] = [];
      for await (const { number } of client.grants.pages()) numbers.push(number);
      expect(numbers).toEqual([1, 2]);
    }
    expect(conditions(requests)).toEqual([false, false, true, true]);
  });

  test("has the headers of the 304 in place of its own", async () => {
    const { client } = clientOf(octocat, tagged, { middleware: [cache(memoryCache())] });
    await client.call("oauth-authorizations/list-grants");
    const { headers } = await client.call("oauth-authorizations/list-grants");
    expect(headers).toMatchObject({ "content-type": "application/json", "x-github-request-id": "second" });
  });

  test("stays as it was when what was given is changed", async () => {
    const { client } = clientOf(octocat, tagged, { middleware: [cache(memoryCache())] });
    for (let round = 0; round < 3; round += 1) {
      const grants = await client.grants.list();
      expect(grants).toEqual([{ text: `${baseUrl}/applications/grants null` }]);
      grants.pop();
    }
  });

  test("is replaced by the answer that comes in its place", async () => {
    let state = "one";
    const { client } = clientOf(
      octocat,
      ({ headers }) => {
        if (headers.get("if-none-match") === `"${state}"`) return empty(304);
        return json(200, [state], { etag: `"${state}"` });
      },
      { middleware: [cache(memoryCache())] },
    );
    expect([await client.grants.list(), await client.grants.list()]).toEqual([["one"], ["one"]]);
    state = "two";
    expect([await client.grants.list(), await client.grants.list()]).toEqual([["two"], ["two"]]);
  });

  test("is that of the operation, its path, its query and its headers", async () => {
    const { client, requests } = clientOf(octocat, tagged, { middleware: [cache(memoryCache())] });
    const calls = [
      () => client.grants.list(),
      () => client.authorizations.list(),
      () => client.grants.list({ page: 2 }),
      () => client.grants.list({ client_id: "a" }),
      () => client.grants.get({ grant_id: 1 }),
      () => client.grants.get({ grant_id: 2 }),
      () => client.authorizations.get({ authorization_id: 1 }),
      () => client.grants.get({ grant_id: 1 }, { headers: { "x-github-otp": "123456" } }),
    ];
    const first = [];
    for (const call of calls) first.push(await call());
    expect(conditions(requests)).toEqual(calls.map(() => false));
    const second = [];
    for (const call of calls) second.push(await call());
    expect(conditions(requests.slice(calls.length))).toEqual(calls.map(() => true));
    expect(second).toEqual(first);
    expect(new Set(first.map((body) => JSON.stringify(body))).size).toBe(calls.length);
  });

  test("is left alone by a call with a condition of its own", async () => {
    const { client, requests } = clientOf(octocat, tagged, { middleware: [cache(memoryCache())] });
    await client.grants.list();
    const headers = { "if-none-match": '"mine"' };
    const answer = await client.call("oauth-authorizations/list-grants", { headers });
    expect(answer.status).toBe(200);
    const etag = requests[0] && ((await tagged(requests[0], 0)).headers.get("etag") ?? "");
    const own = await client.call("oauth-authorizations/list-grants", { headers: { "if-none-match": etag ?? "" } });
    expect(own).not.toHaveProperty("body");
    expect(own.status).toBe(304);
    await client.call("oauth-authorizations/list-grants", { headers });
    const sent = requests.map((request) => request.headers.get("if-none-match"));
    expect(sent).toEqual([null, '"mine"', etag, '"mine"']);
  });

  test("is of a GET that was answered well with a tag, and of nothing else", async () => {
    const stored: ResponseCache = { get: vi.fn(), set: vi.fn() };
    const etag = { etag: '"x"' };
    const application = clientOf(
      gemUpdater,
      ({ method }) => (method === "DELETE" ? empty(204, etag) : json(200, {}, etag)),
      { middleware: [cache(stored)] },
    );
    await application.client.tokens.check({ access_token: "t" });
    await application.client.tokens.reset({ access_token: "t" });
    await application.client.tokens.delete({ access_token: "t" });
    const user = clientOf(octocat, ({ method }) => json(method === "POST" ? 201 : 404, {}, etag), {
      middleware: [cache(stored)],
      retry: false,
    });
    await user.client.authorizations.create({ note: "n" });
    expect(stored.get).not.toHaveBeenCalled();
    await user.client.grants.list().catch(() => undefined);
    await clientOf(octocat, () => json(200, []), { middleware: [cache(stored)] }).client.grants.list();
    expect(stored.get).toHaveBeenCalledTimes(2);
    expect(stored.set).not.toHaveBeenCalled();
  });

  test("is asked for by no client without a cache, and not shared between caches", async () => {
    for (const options of [{}, { middleware: [cache(memoryCache())] }]) {
      const { client, requests } = clientOf(octocat, tagged, options);
      await client.grants.list();
      expect(conditions(requests)).toEqual([false]);
    }
    const { client, requests } = clientOf(octocat, tagged);
    await client.grants.list();
    await client.grants.list();
    expect(conditions(requests)).toEqual([false, false]);
  });

  test("that is current is still an answer nobody waits for twice: a busy server is asked again", async () => {
    const { client, requests } = clientOf(
      octocat,
      (request, count) => (count === 1 ? json(503, {}, { "retry-after": "0" }) : tagged(request, 0)),
      { middleware: [cache(memoryCache())] },
    );
    const first = await client.grants.list();
    expect(await client.grants.list()).toEqual(first);
    expect(conditions(requests)).toEqual([false, true, true]);
  });
});

describe("a cache in memory", () => {
  const answer = (etag: string) => ({ etag, response: "{}" });

  test("forgets what was not used the longest", () => {
    const responses = memoryCache(2);
    responses.set("a", answer("1"));
    responses.set("b", answer("2"));
    expect(responses.get("a")).toEqual(answer("1"));
    responses.set("c", answer("3"));
    expect(["a", "b", "c"].map((key) => responses.get(key)?.etag)).toEqual(["1", undefined, "3"]);
    responses.set("a", answer("4"));
    responses.set("d", answer("5"));
    expect(["a", "c", "d"].map((key) => responses.get(key)?.etag)).toEqual(["4", undefined, "5"]);
  });

  test.each([
    [undefined, 100],
    [3, 3],
    [1, 1],
    [0, 0],
  ])("for %s answers keeps %i", (most, kept) => {
    const responses = memoryCache(most);
    const keys = Array.from({ length: 150 }, (_, index) => `key ${index}`);
    for (const key of keys) responses.set(key, answer(key));
    expect(keys.filter((key) => responses.get(key))).toEqual(keys.slice(150 - kept));
  });
});
